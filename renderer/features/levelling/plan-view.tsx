import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { Plan } from '#shared/domain/plan.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { MonthChart } from '../../components/chart/month-chart.tsx';
import type { DutyName } from '../../view/duty-names.ts';
import { showCount, showPercent } from '../../view/figures.ts';
import { monthMarks } from '../../view/month-marks.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { certificate, planDrawing, planFinding, planLines, shares, type Measure } from './model.ts';
import { MovesTable } from './moves-table.tsx';
import { NotMended } from './not-mended.tsx';
import styles from './levelling.module.css';

const legend: LegendItem[] = [
  { name: 'Before', colour: 'var(--ink)', look: 'outline' },
  { name: 'After', colour: 'var(--planned)', look: 'fill' },
  { name: 'Over capacity', colour: 'var(--ink)', look: 'hatch' },
  { name: 'Capacity', colour: 'var(--capacity)', look: 'line' },
  { name: 'Lower bound', colour: 'var(--bound)', look: 'dashed' },
];

/** A plan: what it comes to, before and after by month, what stays unmended, its moves. */
export function PlanView({
  plan,
  duties,
  actions,
}: {
  plan: Plan;
  duties: readonly DutyName[];
  actions: ReactNode;
}) {
  const [measure, setMeasure] = useState<Measure>('share');
  const drawing = useMemo(() => planDrawing(plan, measure), [plan, measure]);
  const marks = useMemo(() => monthMarks(plan.months, shares(plan.after, plan.capacity)), [plan]);
  const title = planFinding(plan);
  return (
    <>
      <div className={styles.certificate} role="group" aria-label="What the plan comes to">
        <p>{certificate(plan).join(' · ')}</p>
        <div className={styles.buttons} data-print="hide">
          {actions}
        </div>
      </div>
      {plan.status !== 'no-capacity' && (
        <ChartFrame
          title={title}
          unit={
            measure === 'share'
              ? 'Per cent of capacity; below each month, utilisation after levelling'
              : 'Offender managers’ hours a month; below each month, utilisation after levelling, per cent'
          }
          legend={legend}
          actions={
            <SegmentedControl
              aria-label="Measure"
              value={measure}
              onChange={(value) => {
                setMeasure(value === 'hours' ? 'hours' : 'share');
              }}
              data={[
                { value: 'share', label: '% of capacity' },
                { value: 'hours', label: 'Hours' },
              ]}
            />
          }
          table={() => <MonthsTable label={title} months={plan.months} lines={planLines(plan)} />}
        >
          <MonthChart
            label={`${title}. The figures stand under "Show as table".`}
            {...drawing}
            marks={marks}
            showValue={measure === 'share' ? showPercent : showCount}
          />
        </ChartFrame>
      )}
      {plan.notMended.length > 0 && <NotMended plan={plan} />}
      {plan.echo.text !== null && <p>{plan.echo.text}</p>}
      <MovesTable plan={plan} duties={duties} />
    </>
  );
}
