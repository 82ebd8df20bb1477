import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { Snapshot } from '#shared/contract/imports.ts';
import { riskNames, type Risk } from '#shared/domain/case.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { CasesForecast, Range } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS, HALF } from '#shared/planning/figures.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { FanChart } from '../../components/chart/fan-chart.tsx';
import { linesNear } from '../../components/chart/fan-data.ts';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { showCount } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { showManagers } from '../../view/ratio-said.ts';
import { fanLegend } from './fan-legend.ts';
import { fanPoints, forecastTitle, limitLines, marchMarks, pointSaid, type Subject } from './model.ts';
import { pastErrorSaid } from './past-error.ts';

/** The fan of the force, of a team or of a risk level, with the limit at today's strength across. */
export function ForecastChart({
  forecast,
  subject,
  held,
  risk,
}: {
  forecast: CasesForecast;
  subject: Subject;
  /** Snapshots whose counts are drawn before the forecast; none where the counts are not told by them. */
  held: readonly Snapshot[];
  risk: Risk | null;
}) {
  const { team } = useLookedAt();
  const drawing = useMemo(() => {
    const points = fanPoints(forecast, subject, held);
    return {
      points,
      lines: linesNear(points, limitLines(subject, points)),
      xTicks: marchMarks(forecast, points),
    };
  }, [forecast, subject, held]);
  const { strength, range } = subject;
  const title = forecastTitle(subject, forecast.months);
  const legend: LegendItem[] = [
    ...(drawing.points.some(({ x }) => x < 0)
      ? [{ name: 'Held', colour: 'var(--ink)', look: 'line' as const }]
      : []),
    ...fanLegend('Median'),
    ...(strength && drawing.lines.length > 0
      ? [
          {
            name: `Ratio with today’s ${showManagers(strength.managers, strength.denominator)}`,
            colour: 'var(--bound)',
            look: 'dashed' as const,
          },
        ]
      : []),
  ];
  return (
    <ChartFrame
      title={title}
      summary={pastErrorSaid(forecast.pastError, team !== undefined)}
      unit="RSOs, whatever their status, at the end of each month; the axis does not begin at 0"
      legend={legend}
      actions={team === undefined && <RiskChoice forecast={forecast} risk={risk} />}
      table={() => <RangesTable label={title} months={forecast.months} range={range} />}
    >
      <FanChart
        label={`${title}. The figures stand under "Show as table".`}
        {...drawing}
        showValue={showCount}
        describe={(index) => pointSaid(drawing.points[index], forecast, subject)}
        step="Month"
        middle="median"
      />
    </ChartFrame>
  );
}

/** The fan's median, and the ends of its ranges. */
function RangesTable({ label, months, range }: { label: string; months: readonly Month[]; range: Range }) {
  const line = (name: string, unit: string, values: readonly number[]) => ({
    name,
    unit,
    values: values.map((value) => showCount(value)),
  });
  return (
    <MonthsTable
      label={label}
      months={months}
      lines={[
        line('Median', 'RSOs', range.median),
        line(`${HALF} range`, 'from', range.low50),
        line(`${HALF} range`, 'to', range.high50),
        line(`${FOUR_FIFTHS} range`, 'from', range.low),
        line(`${FOUR_FIFTHS} range`, 'to', range.high),
      ]}
    />
  );
}

function RiskChoice({ forecast, risk }: { forecast: CasesForecast; risk: Risk | null }) {
  const { change } = useLookedAt();
  return (
    <NativeSelect
      size="xs"
      aria-label="Risk level"
      value={risk ?? ''}
      data={[
        { value: '', label: 'All risk levels' },
        ...forecast.risks.map((one) => ({ value: one.risk, label: riskNames[one.risk].name })),
      ]}
      onChange={(event) => {
        const level = event.currentTarget.value;
        change({ risk: level === '' ? null : level });
      }}
    />
  );
}
