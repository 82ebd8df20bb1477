import { memo, useMemo } from 'react';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { LinesChart } from '../../components/chart/lines-chart.tsx';
import { MonthsTable } from '../../view/months-table.tsx';
import { measures, titleOf, type Looked, type Measure } from './findings.ts';
import { bandOf, lineOf, marches, monthSaid } from './model.ts';
import { baseLook, ownLook } from './looks.ts';

/** A measure month by month against its limit, beside the baseline; the range around it once it is known. */
export const MeasureChart = memo(function MeasureChartOf({
  measure,
  own,
  base,
  ranged,
  isBaseline,
}: {
  measure: Measure;
  own: Looked;
  base: Looked;
  ranged: Looked | null;
  isBaseline: boolean;
}) {
  const { name, unit, finding, showDrawn, show, spread, limit } = measures[measure];
  const { months } = own.result;
  const lines = useMemo(
    () => [
      ...(isBaseline ? [] : [lineOf(measure, base, baseLook)]),
      lineOf(measure, own, isBaseline ? { ...ownLook, short: baseLook.short } : ownLook),
    ],
    [measure, own, base, isBaseline],
  );
  const band = useMemo(() => (ranged ? bandOf(measure, ranged) : null), [measure, ranged]);
  // The months are the baseline's, which stays as it is while a draft is written.
  const xTicks = useMemo(() => marches(base.result.months), [base]);
  const title = titleOf(own, finding);
  const legend: LegendItem[] = [
    { name: isBaseline ? baseLook.name : ownLook.name, colour: ownLook.colour, look: 'thick' },
    ...(isBaseline ? [] : [{ name: baseLook.name, colour: baseLook.colour, look: 'dashed' as const }]),
    ...(band ? [{ name: `${FOUR_FIFTHS} range`, colour: 'var(--fan-80)', look: 'fill' as const }] : []),
  ];
  const said = ranged ?? own;
  const beside = isBaseline ? [] : [{ name: 'baseline', looked: base }];
  const row = (text: string, values: ReadonlyArray<number | null> | null) =>
    values === null ? [] : [{ name: text, unit: '', values: values.map(show) }];
  return (
    <ChartFrame
      title={title}
      unit={unit}
      {...(isBaseline ? {} : { summary: `In the baseline it ${finding(base)}.` })}
      legend={legend}
      table={() => (
        <MonthsTable
          label={`${name} by month`}
          months={months}
          lines={[
            ...row(isBaseline ? baseLook.name : ownLook.name, spread(own.team).middle),
            ...row(`${FOUR_FIFTHS} range, from`, spread(said.team).low),
            ...row(`${FOUR_FIFTHS} range, to`, spread(said.team).high),
            ...(isBaseline ? [] : row(baseLook.name, spread(base.team).middle)),
          ]}
        />
      )}
    >
      <LinesChart
        label={`${title}. The figures stand under "Show as table".`}
        lines={lines}
        band={band}
        limit={limit(own.result)}
        xTicks={xTicks}
        showValue={showDrawn}
        describe={(index) => monthSaid(measure, index, said, beside)}
        step="Month"
      />
    </ChartFrame>
  );
});
