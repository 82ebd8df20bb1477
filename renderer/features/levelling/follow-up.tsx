import { useMemo } from 'react';
import type { PlanFollowUp } from '#shared/contract/plans.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { MonthChart } from '../../components/chart/month-chart.tsx';
import { useQuery } from '../../api/hooks.ts';
import { Asked } from '../../view/asked.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { dutyNamer, type DutyName } from '../../view/duty-names.ts';
import { showCount, showHours } from '../../view/figures.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { Section } from '../../view/page.tsx';
import {
  denominator,
  followDrawing,
  followLines,
  headline,
  loadFinding,
  movesSentence,
  outcomeSets,
  standingSentence,
  standingSets,
  untoldName,
} from './follow-up-model.ts';
import { FollowUpSets } from './follow-up-sets.tsx';
import styles from './levelling.module.css';

/** What became of a plan: how far it was kept to, each move's outcome, the load that happened. */
export function FollowUpPart({ planId, duties }: { planId: number; duties: readonly DutyName[] }) {
  const query = useQuery('plans.followUp', { planId });
  return (
    <Asked query={query} title="The plan could not be followed up">
      {(found) => <Followed found={found} duties={duties} />}
    </Asked>
  );
}

function Followed({ found, duties }: { found: PlanFollowUp; duties: readonly DutyName[] }) {
  const standing = standingSentence(found.moves);
  const isNewer = found.newestAsAt !== found.asAt;
  return (
    <>
      <div className={styles.headline} role="group" aria-label="In short">
        <p className={styles.finding}>{headline(found)}</p>
        <p className={styles.dim}>{denominator(found)}</p>
      </div>
      <Cautions unconfirmed={found.unconfirmed} />
      <Section title="What became of the moves" about={movesSentence(found.moves)}>
        <FollowUpSets label="What became of the moves" sets={outcomeSets(found.moves)} duties={duties} />
      </Section>
      {isNewer && standing !== null && (
        <Section title="Moves still ahead" about={standing}>
          <FollowUpSets label="Moves still ahead" sets={standingSets(found.moves)} duties={duties} />
        </Section>
      )}
      <LoadChart found={found} duties={duties} />
    </>
  );
}

function LoadChart({ found, duties }: { found: PlanFollowUp; duties: readonly DutyName[] }) {
  const untold = useMemo(() => found.untoldDuties.map(dutyNamer(duties)), [found, duties]);
  const drawing = useMemo(() => followDrawing(found.months, untold), [found, untold]);
  const title = loadFinding(found.months, untold);
  const legend: LegendItem[] = [
    { name: 'Happened', colour: 'var(--planned)', look: 'fill' },
    ...(untold.length === 0
      ? []
      : [{ name: untoldName(untold), colour: 'var(--duty-notification)', look: 'fill' as const }]),
    { name: 'Planned', colour: 'var(--accent)', look: 'line' },
    { name: 'Without a plan', colour: 'var(--ink)', look: 'outline' },
  ];
  return (
    <ChartFrame
      title={title}
      unit="Offender managers’ hours a month, at the plan’s standard hours; below each month, moves done as planned, per cent"
      legend={legend}
      table={() => (
        <MonthsTable
          label={title}
          months={found.months.map(({ month }) => month)}
          lines={followLines(found.months, untold)}
        />
      )}
    >
      <MonthChart
        label={`${title}. The figures stand under "Show as table".`}
        {...drawing}
        showValue={showCount}
        showInFull={showHours}
      />
    </ChartFrame>
  );
}
