import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { showFullness } from '#shared/planning/wording.ts';
import { MISSING, showCount, showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { fullest } from './fullest.ts';
import styles from './levelling.module.css';

/** A plan is made for one team: the fullest stand first. */
export function ChooseTeam({ demand }: { demand: Demand }) {
  const { toPlace } = useLookedAt();
  return (
    <Section title="Choose a team">
      <table className={styles.teams} aria-label="Teams">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Cases</th>
            <th scope="col">Fullest month</th>
            <th scope="col">Utilisation</th>
            <th scope="col">Peak with plan in force</th>
            <th scope="col">
              <span className="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fullest(demand).map((one) => (
            <tr key={one.team}>
              <th scope="row">
                <Link to={toPlace('/demand', { team: one.team })}>{one.team}</Link>
              </th>
              <td>{showCount(one.cases)}</td>
              <td>{one.fullest ? showMonth(one.fullest.month) : MISSING}</td>
              <td>{one.fullest ? showFullness(one.fullest.utilisation) : MISSING}</td>
              <td>{showPercent(one.withPlan)}</td>
              <td className={styles.action}>
                <Button
                  component={Link}
                  variant="default"
                  size="compact-xs"
                  to={toPlace('/levelling', { team: one.team })}
                  aria-label={`Level ${one.team}`}
                >
                  Level
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
