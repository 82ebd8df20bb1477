import { SegmentedControl, Tabs } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import type { Plan } from '#shared/domain/plan.ts';
import { counted } from '#shared/planning/wording.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { MonthChart } from '../../components/chart/month-chart.tsx';
import { Buttons } from '../../components/form/buttons.tsx';
import { Later } from '../../components/states/later.tsx';
import { dutyNamer, type DutyName } from '../../view/duty-names.ts';
import { showCount, showHours, showPercent } from '../../view/figures.ts';
import { monthMarks } from '../../view/month-marks.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { certificate, planDrawing, planFinding, planLines, shares, type Measure } from './model.ts';
import { moveKey, MovesTable, type Steer } from './moves-table.tsx';
import { NotMended } from './not-mended.tsx';
import { OfficersTable } from './officers-table.tsx';
import { Proof } from './proof.tsx';
import { PriceView } from './price-view.tsx';
import styles from './levelling.module.css';
import steering from './steering.module.css';

const legend: LegendItem[] = [
  { name: 'Before', colour: 'var(--ink)', look: 'outline' },
  { name: 'After', colour: 'var(--planned)', look: 'fill' },
  { name: 'Over capacity', colour: 'var(--ink)', look: 'hatch' },
  { name: 'Capacity', colour: 'var(--capacity)', look: 'line' },
  { name: 'Lower bound', colour: 'var(--bound)', look: 'dashed' },
];

/** A plan: what it comes to, before and after by month, what stays unmended; its moves, its officers, its price. */
export function PlanView({
  plan,
  duties,
  actions,
  curve,
  steer = null,
  changes,
}: {
  plan: Plan;
  duties: readonly DutyName[];
  actions: ReactNode;
  /** Beside the chart: peak against moves. */
  curve?: ReactNode;
  steer?: Steer | null;
  /** What is different from the plan shown before. */
  changes?: ReactNode;
}) {
  const dutyName = useMemo(() => dutyNamer(duties), [duties]);
  return (
    <>
      <div className={styles.certificate} role="group" aria-label="What the plan comes to">
        <p>{certificate(plan).join(' · ')}</p>
        <Buttons data-print="hide">{actions}</Buttons>
        {plan.certificate && <Proof certificate={plan.certificate} />}
      </div>
      {changes}
      {plan.status !== 'no-capacity' && (
        <div className={steering.charts} data-single={curve === undefined}>
          <PlanChart plan={plan} steer={steer} />
          {curve}
        </div>
      )}
      {plan.notMended.length > 0 && <NotMended plan={plan} />}
      <Later>
        <Tabs defaultValue="moves" keepMounted={false}>
          <Tabs.List aria-label="Parts of the plan">
            <Tabs.Tab value="moves">{counted(plan.moves.length, 'move')}</Tabs.Tab>
            <Tabs.Tab value="officers">Officers</Tabs.Tab>
            <Tabs.Tab value="price">What it costs</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="moves" className={steering.panelOf ?? ''}>
            <MovesTable plan={plan} duties={duties} steer={steer} />
          </Tabs.Panel>
          <Tabs.Panel value="officers" className={steering.panelOf ?? ''}>
            <OfficersTable plan={plan} />
          </Tabs.Panel>
          <Tabs.Panel value="price" className={steering.panelOf ?? ''}>
            <PriceView plan={plan} dutyName={dutyName} />
          </Tabs.Panel>
        </Tabs>
      </Later>
    </>
  );
}

/** Before and after by month. A move dragged onto a month is done there, where the standards allow it. */
function PlanChart({ plan, steer }: { plan: Plan; steer: Steer | null }) {
  const [measure, setMeasure] = useState<Measure>('share');
  const drawing = useMemo(() => planDrawing(plan, measure), [plan, measure]);
  const marks = useMemo(() => monthMarks(plan.months, shares(plan.after, plan.capacity)), [plan]);
  const title = planFinding(plan);
  const drop = (index: number, dragged: string) => {
    const move = plan.moves.find((one) => moveKey(one) === dragged);
    const month = plan.months[index];
    if (!move || !month || !steer) return;
    steer.onDecide(move, month === move.due ? 'refused' : month);
  };
  return (
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
        showInFull={measure === 'share' ? showPercent : showHours}
        {...(steer ? { onDrop: drop } : {})}
      />
    </ChartFrame>
  );
}
