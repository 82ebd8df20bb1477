import { useMemo } from 'react';
import { showMonth } from '#shared/domain/dates.ts';
import type { DocumentChart } from '#shared/domain/document.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { LinesChart } from '../../components/chart/lines-chart.tsx';
import { showCount } from '../../view/figures.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { baseLook, strokeOf } from './looks.ts';
import { measures } from './findings.ts';
import { marches } from './model.ts';

const kinds = {
  ...measures,
  rsos: {
    unit: 'RSOs at the end of each month; the axis does not begin at 0',
    drawn: (value: number) => value,
    show: showCount,
    showDrawn: showCount,
  },
};

/** A chart of a business case, drawn as the page draws its own: the first line is the baseline's. */
export function CaseChart({ chart }: { chart: DocumentChart }) {
  const { title, measure, months, lines: held, limit } = chart;
  const { unit, drawn, show, showDrawn } = kinds[measure];
  const lines = useMemo(
    () =>
      held.map(({ name, values }, index) => ({
        key: String(index),
        name,
        short: name,
        values: values.map((value) => (value === null ? null : drawn(value))),
        ...(index === 0 ? { colour: baseLook.colour, dash: baseLook.dash } : strokeOf(index - 1)),
      })),
    [held, drawn],
  );
  return (
    <ChartFrame
      title={title}
      unit={unit}
      legend={lines.map(({ name, colour, ...line }) => ({ name, colour, look: 'line', ...dashOf(line) }))}
      table={() => (
        <MonthsTable
          label={title}
          months={months}
          lines={held.map(({ name, values }) => ({ name, unit: '', values: values.map(show) }))}
        />
      )}
    >
      <LinesChart
        label={`${title}. The figures stand under "Show as table".`}
        lines={lines}
        limit={limit && { ...limit, value: drawn(limit.value) }}
        xTicks={marches(months)}
        showValue={showDrawn}
        describe={(index) => {
          const month = months[index];
          const said = held.map(({ name, values }) => `${name} ${show(values[index] ?? null)}`);
          return month === undefined ? '' : `${showMonth(month)}: ${said.join('; ')}`;
        }}
        step="Month"
        room={150}
      />
    </ChartFrame>
  );
}

const dashOf = ({ dash }: { dash?: string }) => (dash === undefined ? {} : { dash });
