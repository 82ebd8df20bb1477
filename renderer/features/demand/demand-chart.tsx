import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { MonthChart } from '../../components/chart/month-chart.tsx';
import { showCount } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { monthMarks } from '../../view/month-marks.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import {
  capacityLine,
  dutySeries,
  finding,
  shownUtilisation,
  tableLines,
  type DemandChoice,
} from './model.ts';

/** Stacked months by duty against capacity. */
export function DemandChart({
  demand,
  one,
  selected,
  onSelect,
}: {
  demand: Demand;
  one: DemandOfTeam;
  selected: number;
  onSelect: (index: number) => void;
}) {
  const { search, change } = useLookedAt();
  const measure = search.get('measure') === 'occurrences' ? 'occurrences' : 'hours';
  const isPlanned = one.planned !== null && measure === 'hours' && search.get('plans') === 'with';
  const choice: DemandChoice = useMemo(() => ({ measure, isPlanned }), [measure, isPlanned]);
  const drawing = useMemo(() => {
    const lines = measure === 'hours' ? capacityLine(one) : [];
    return {
      stacks: dutySeries(demand, one, choice),
      lines,
      marks: monthMarks(demand.months, shownUtilisation(one, choice.isPlanned)),
      ...(lines.length > 0 ? { ceiling: one.capacity } : {}),
    };
  }, [demand, one, choice, measure]);
  const title = finding(demand, one, isPlanned);
  const isCapacityKnown = one.utilisation.some((share) => share !== null);
  const legend: LegendItem[] = [
    ...drawing.stacks.map(({ name, colour }) => ({ name, colour, look: 'fill' as const })),
    ...(drawing.lines.length > 0
      ? [
          { name: 'Capacity', colour: 'var(--capacity)', look: 'line' as const },
          { name: 'Over capacity', colour: 'var(--ink)', look: 'hatch' as const },
        ]
      : []),
  ];
  return (
    <ChartFrame
      title={title}
      unit={
        (measure === 'hours'
          ? 'Offender managers’ hours a month'
          : 'Pieces of work due a month, whoever does them') +
        (isCapacityKnown ? '; below each month, utilisation in per cent' : '')
      }
      legend={legend}
      actions={
        <>
          {one.planned && measure === 'hours' && (
            <SegmentedControl
              aria-label="Accepted plan"
              value={isPlanned ? 'with' : 'without'}
              onChange={(value) => {
                change({ plans: value === 'with' ? 'with' : null });
              }}
              data={[
                { value: 'without', label: 'Without the plan' },
                { value: 'with', label: 'With the plan' },
              ]}
            />
          )}
          <SegmentedControl
            aria-label="Measure"
            value={measure}
            onChange={(value) => {
              change({ measure: value === 'hours' ? null : value });
            }}
            data={[
              { value: 'hours', label: 'Hours' },
              { value: 'occurrences', label: 'Occurrences' },
            ]}
          />
        </>
      }
      table={() => (
        <MonthsTable label={title} months={demand.months} lines={tableLines(demand, one, choice)} />
      )}
    >
      <MonthChart
        label={`${title}. The figures stand under "Show as table".`}
        {...drawing}
        showValue={showCount}
        selected={selected}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}
