import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Move, PlanDifference } from '#shared/domain/plan.ts';
import { showChange } from '#shared/planning/figures.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { showCount, showMonthYear, showPercentExactly } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import type { Since } from './use-steering.ts';
import styles from './steering.module.css';

/** What is different from the plan shown before, and nothing else. */
export function ChangedSince({
  difference,
  before,
  now,
  dutyName,
}: {
  difference: PlanDifference;
  before: Since['plan'];
  now: Since['plan'];
  dutyName: (key: string) => string;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const { added, dropped, altered, peak } = difference;
  const parts = [
    ...(added.length > 0 ? [`${counted(added.length, 'move')} added`] : []),
    ...(dropped.length > 0 ? [`${counted(dropped.length, 'move')} dropped`] : []),
    ...(altered.length > 0 ? [`${counted(altered.length, 'move')} to another month`] : []),
  ];
  const isSamePeak = showPercentExactly(peak[0]) === showPercentExactly(peak[1]);
  const peakWords = isSamePeak
    ? `the peak stays at ${showPercentExactly(peak[1])}`
    : `peak ${showPercentExactly(peak[0])} → ${showPercentExactly(peak[1])}`;
  const name = (move: Move) =>
    `${dutyName(move.duty)} of ${move.reference}, due in ${showMonthYear(move.due)}`;
  return (
    <Section
      title="Since the plan before"
      about={parts.length === 0 ? `Nothing changed; ${peakWords}.` : `${listed(parts)}; ${peakWords}.`}
      actions={
        parts.length > 0 && (
          <Button
            variant="default"
            size="compact-xs"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {isOpen ? 'Hide them' : 'Show them'}
          </Button>
        )
      }
    >
      {parts.length > 0 && <Compared before={before} now={now} />}
      {isOpen && (
        <ul className={styles.changes} aria-label="Changes since the plan before">
          {added.map((move) => (
            <li key={`added ${move.id} ${move.due}`}>
              Added: {name(move)}, in {showMonthYear(move.to)}
            </li>
          ))}
          {dropped.map((move) => (
            <li key={`dropped ${move.id} ${move.due}`}>
              Dropped: {name(move)}, was in {showMonthYear(move.to)}
            </li>
          ))}
          {altered.map(({ from, to }) => (
            <li key={`altered ${to.id} ${to.due}`}>
              Other month: {name(to)}, {showMonthYear(from.to)} → {showMonthYear(to.to)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Both plans side by side, as when another reset rule is tried. */
function Compared({ before, now }: { before: Since['plan']; now: Since['plan'] }) {
  const lines: Array<[name: string, show: (plan: Since['plan']) => string]> = [
    ['Peak', (plan) => showPercentExactly(plan.peakAfter)],
    ['Moves', (plan) => showCount(plan.moves)],
    ['Extra hours a year', (plan) => showChange(Math.round(plan.extraHoursPerYear))],
  ];
  return (
    <table className={styles.price} aria-label="The plan before and the plan now">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Measure</span>
          </th>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, show]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{show(before)}</td>
            <td>{show(now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
