import type { ComponentProps } from 'react';
import type { Month } from '#shared/domain/dates.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { MonthChart } from '../../components/chart/month-chart.tsx';
import { showCount, showHours } from '../../view/figures.ts';
import { MonthsTable } from '../../view/months-table.tsx';

/** Hours lost by kind and month, against one dashed line; the same as a table. */
export function LostHoursChart({
  title,
  unit,
  summary,
  drawing,
  dashed,
  months,
  lines,
}: {
  /** The finding. */
  title: string;
  unit: string;
  summary: string;
  drawing: Pick<ComponentProps<typeof MonthChart>, 'marks' | 'stacks' | 'lines'>;
  /** What the dashed line is. */
  dashed: string;
  months: readonly Month[];
  /** Of the table. */
  lines: ComponentProps<typeof MonthsTable>['lines'];
}) {
  return (
    <ChartFrame
      title={title}
      unit={unit}
      summary={summary}
      legend={[
        ...drawing.stacks.map(({ name, colour }) => ({ name, colour, look: 'fill' as const })),
        { name: dashed, colour: 'var(--ink)', look: 'dashed' },
      ]}
      table={() => <MonthsTable label={title} months={months} lines={lines} />}
    >
      <MonthChart
        label={`${title}. The figures stand under "Show as table".`}
        {...drawing}
        showValue={showCount}
        showInFull={showHours}
        height={200}
      />
    </ChartFrame>
  );
}
