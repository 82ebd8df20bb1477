import { showMonth } from '#shared/domain/dates.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Worked } from './job-state.tsx';
import type { Asked, Goal } from './posts-asked.ts';
import type { Ground } from './prepared.tsx';
import { showChance } from './said.ts';
import styles from './scenarios.module.css';
import { Unconfirmed } from './unconfirmed.tsx';

/** The fewest posts and the latest start for a goal, in one sentence, with what would miss it. */
export function Seek({ asked, ground }: { asked: Asked & Goal; ground: Ground }) {
  const { team, snapshotChoice } = useLookedAt();
  const answer = useJobAnswer(
    'scenarios.seek',
    {
      ...snapshotChoice,
      scenario: { draft: { ...asked.draft, description: '' } },
      ...asked.posts,
      goal: asked.goal,
      probability: asked.probability,
      ...(team === undefined ? {} : { team }),
    },
    { enabled: ground.isReady },
  );
  return (
    <Worked answer={answer} label="Seeking the fewest posts">
      {(sought) => (
        <div className={styles.block} aria-live="polite">
          <p className={styles.answer}>
            {sought.answer}{' '}
            {sought.goal === 'capacity' && <Unconfirmed basis="standards" result={ground.baseline} />}
          </p>
          <p className={styles.dim}>
            {sought.posts === null
              ? `With ${String(sought.mostTried)} posts, the most tried, ${showChance(sought.chanceOfMost)} of the futures stay within.`
              : `So many posts stay within in ${showChance(sought.chance)} of the futures` +
                (sought.posts === 0
                  ? '.'
                  : `, one fewer in ${showChance(sought.chanceOneFewer)} of them, even recruited from ${showMonth(sought.earliest)}.`)}{' '}
            Looked at: {showMonth(sought.first)} to {showMonth(sought.last)}.
          </p>
        </div>
      )}
    </Worked>
  );
}
