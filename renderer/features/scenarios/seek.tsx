import { useJobAnswer } from '../../api/job-answer.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Worked } from './job-state.tsx';
import type { Asked, Goal } from './posts-asked.ts';
import type { Ground } from './prepared.tsx';
import styles from './scenarios.module.css';
import { soughtSaid } from './sweep-model.ts';
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
          <p className={styles.dim}>{soughtSaid(sought, ground.baseline.limit)}</p>
        </div>
      )}
    </Worked>
  );
}
