import { useMemo } from 'react';
import type { BacklogPoint, DutyBacklog } from '#shared/domain/backlog.ts';
import { monthOf, showDate } from '#shared/domain/dates.ts';
import { listed } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { MonthChart } from '../../components/chart/month-chart.tsx';
import { Asked } from '../../view/asked.tsx';
import { dutyColours } from '../../view/duty-look.ts';
import { showCount } from '../../view/figures.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { changeSentence, trendDrawing, trendFinding, trendLines } from './model.ts';
import { useScope } from './use-scope.ts';

/** How many were overdue at each snapshot held, and what led from one to the next. */
export function Trend({ duty, tolerance }: { duty: DutyBacklog; tolerance: number }) {
  const scope = useScope();
  const trend = useQuery('backlog.trend', { ...scope, duty: duty.duty }, { keepsPrevious: true });
  return (
    <Asked query={trend} title="The trend could not be worked out">
      {({ duty: shown, points, purged }) => (
        <>
          <Drawing duty={shown.key} name={shown.name} points={points} tolerance={tolerance} />
          {purged.length > 0 && (
            <p>Left out, as purged, counts only: {listed(purged.map((day) => showDate(day)))}.</p>
          )}
        </>
      )}
    </Asked>
  );
}

function Drawing({
  duty,
  name,
  points,
  tolerance,
}: {
  duty: string;
  name: string;
  points: readonly BacklogPoint[];
  tolerance: number;
}) {
  const colour = dutyColours([duty]).get(duty) ?? 'var(--planned)';
  const drawing = useMemo(() => trendDrawing(points, tolerance, colour), [points, tolerance, colour]);
  const title = trendFinding(name, points);
  const summary = changeSentence(points);
  return (
    <ChartFrame
      title={title}
      unit="Overdue at each snapshot; below each month, per cent of the cases owing one"
      {...(summary === null ? {} : { summary })}
      legend={[
        { name: 'Overdue', colour, look: 'fill' },
        { name: 'Tolerance', colour: 'var(--ink)', look: 'dashed' },
      ]}
      table={() => (
        <MonthsTable
          label={title}
          months={points.map(({ asAt }) => monthOf(asAt))}
          lines={trendLines(points)}
        />
      )}
    >
      <MonthChart
        label={`${title}. The figures stand under "Show as table".`}
        {...drawing}
        showValue={showCount}
        height={180}
      />
    </ChartFrame>
  );
}
