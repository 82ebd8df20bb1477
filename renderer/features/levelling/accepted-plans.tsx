import { Link } from 'react-router';
import type { ListedPlan } from '#shared/contract/plans.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import type { Adherence } from '#shared/domain/follow-up.ts';
import { planState } from '#shared/domain/plan.ts';
import { useQuery } from '../../api/hooks.ts';
import { cx } from '../../components/cx.ts';
import { MISSING, showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { adherenceWords } from './follow-up-model.ts';
import { planStateMeaning } from './model.ts';
import { UndoButton } from './undo-button.tsx';
import styles from './levelling.module.css';

/** The plans accepted so far, of one team or of all, newest first. */
export function AcceptedPlans({ team }: { team: string | undefined }) {
  const choice = team === undefined ? {} : { team };
  const plans = useQuery('plans.list', choice);
  const hasPlans = (plans.data?.length ?? 0) > 0;
  const kept = useQuery('plans.adherence', choice, { enabled: hasPlans });
  if (!plans.data) return null;
  return (
    <Section title="Accepted plans">
      {plans.data.length === 0 ? (
        <p className={styles.dim}>No plan has been accepted yet.</p>
      ) : (
        <table className={cx(styles.teams, styles.plans)} aria-label="Accepted plans">
          <thead>
            <tr>
              <th scope="col">Accepted</th>
              <th scope="col" className={styles.words}>
                By
              </th>
              {team === undefined && (
                <th scope="col" className={styles.words}>
                  Team
                </th>
              )}
              <th scope="col">Snapshot</th>
              <th scope="col">Peak</th>
              <th scope="col">Moves</th>
              <th scope="col">Done as planned</th>
              <th scope="col" className={styles.words}>
                State
              </th>
              <th scope="col" className={styles.words}>
                Note
              </th>
              <th scope="col">
                <span className="visually-hidden">Action</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {plans.data.map((plan) => (
              <PlanRow
                key={plan.id}
                plan={plan}
                adherence={kept.data?.find(({ planId }) => planId === plan.id)?.adherence ?? null}
                hasTeam={team === undefined}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function PlanRow({
  plan,
  adherence,
  hasTeam,
}: {
  plan: ListedPlan;
  /** Null until it is worked out. */
  adherence: Adherence | null;
  hasTeam: boolean;
}) {
  const { toPlace } = useLookedAt();
  const state = planState(plan);
  return (
    <tr>
      <th scope="row">
        <Link to={toPlace('/levelling', { team: plan.team, plan: plan.id })}>
          {showDate(isoDate(plan.acceptedAt.slice(0, 10)))}
        </Link>
      </th>
      <td className={styles.words}>{plan.acceptedBy ?? MISSING}</td>
      {hasTeam && <td className={styles.words}>{plan.team}</td>}
      <td>{showDate(plan.asAt)}</td>
      <td>
        {showPercent(plan.peakBefore)} → {showPercent(plan.peakAfter)}
      </td>
      <td>{plan.moves}</td>
      <td className={styles.state}>
        {adherence !== null && adherence.judged > 0 ? (
          <Link to={toPlace('/levelling', { team: plan.team, plan: plan.id, part: 'followup' })}>
            {adherenceWords(adherence)}
          </Link>
        ) : (
          MISSING
        )}
      </td>
      <td className={styles.words}>
        <span className={styles.state} data-state={state} title={planStateMeaning[state]}>
          {state}
        </span>
      </td>
      <td className={styles.words}>{plan.note}</td>
      <td className={styles.action}>{plan.undoneAt === null && <UndoButton plan={plan} isSmall />}</td>
    </tr>
  );
}
