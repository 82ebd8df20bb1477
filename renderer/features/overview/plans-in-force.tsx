import { Link } from 'react-router';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { showDate } from '#shared/domain/dates.ts';
import { showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import styles from '../../view/figures-table.module.css';

/** The plans that teams work by now. */
export function PlansInForce({ plans }: { plans: PlanSummary[] }) {
  const { toPlace } = useLookedAt();
  return (
    <Section title="Plans in force" about="Accepted, not undone, resting on the newest snapshot">
      {plans.length === 0 ? (
        <p>
          No team has a plan in force. <Link to={toPlace('/levelling')}>Level a team’s work</Link>
        </p>
      ) : (
        <table className={styles.plain} aria-label="Plans in force">
          <thead>
            <tr>
              <th scope="col">Team</th>
              <th scope="col">Snapshot</th>
              <th scope="col">Peak before</th>
              <th scope="col">after</th>
              <th scope="col">Moves</th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.id}>
                <th scope="row">
                  <Link to={toPlace('/levelling', { team: plan.team, plan: plan.id })}>{plan.team}</Link>
                </th>
                <td>{showDate(plan.asAt)}</td>
                <td>{showPercent(plan.peakBefore)}</td>
                <td>{showPercent(plan.peakAfter)}</td>
                <td>{plan.moves}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
