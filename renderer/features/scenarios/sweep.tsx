import { useMemo } from 'react';
import type { Sweep as SweepResult, SweepPoint } from '#shared/domain/scenario-result.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { withUnit } from '#shared/planning/figures.ts';
import { counted } from '#shared/planning/wording.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { LinesChart } from '../../components/chart/lines-chart.tsx';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { showPercent, showPounds, showRatio } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Worked } from './job-state.tsx';
import { baseLook, ownLook } from './looks.ts';
import type { Asked } from './posts-asked.ts';
import type { Ground } from './prepared.tsx';
import { showChance } from './said.ts';
import { sweepTitle } from './sweep-model.ts';
import { Unconfirmed } from './unconfirmed.tsx';

/** The scenario with none to twenty further posts: a curve, and a table of each. */
export function Sweep({ asked, wanted, ground }: { asked: Asked; wanted: number; ground: Ground }) {
  const { team, snapshotChoice } = useLookedAt();
  const answer = useJobAnswer(
    'scenarios.sweep',
    {
      ...snapshotChoice,
      scenario: { draft: { ...asked.draft, description: '' } },
      ...asked.posts,
      ...(team === undefined ? {} : { team }),
    },
    { enabled: ground.isReady },
  );
  return (
    <Worked answer={answer} label="Trying 0 to 20 posts">
      {(sweep) => <Swept sweep={sweep} wanted={wanted} ground={ground} />}
    </Worked>
  );
}

const said = (point: SweepPoint | undefined, limit: number): string =>
  point === undefined
    ? ''
    : `${counted(point.posts, 'further post')}: within 1:${String(limit)} in every month looked at in ${showChance(point.chanceWithinLimit)} of the futures, within capacity in ${showChance(point.chanceWithinCapacity)}; ${showPounds(point.costAdded)} beyond the roster as it is`;

function Swept({ sweep, wanted, ground }: { sweep: SweepResult; wanted: number; ground: Ground }) {
  const { points } = sweep;
  const { limit } = ground.baseline;
  const lines = useMemo(
    () => [
      {
        ...baseLook,
        key: 'capacity',
        name: 'Within capacity',
        short: 'capacity',
        values: points.map(({ chanceWithinCapacity }) => chanceWithinCapacity * 100),
      },
      {
        ...ownLook,
        name: `Within 1:${String(limit)}`,
        short: `1:${String(limit)}`,
        values: points.map(({ chanceWithinLimit }) => chanceWithinLimit * 100),
      },
    ],
    [points, limit],
  );
  const xTicks = useMemo(
    () => points.flatMap(({ posts }, x) => (x % 5 === 0 ? [{ x, name: `+${String(posts)}` }] : [])),
    [points],
  );
  const title = sweepTitle(sweep, limit, wanted);
  const table = () => <SweepTable points={points} limit={limit} ground={ground} />;
  return (
    <>
      <ChartFrame
        title={title}
        summary={`Looked at: ${showMonth(sweep.first)} to ${showMonth(sweep.last)}, from when the first newcomers count in full`}
        unit="Share of futures that stay within a limit in every month looked at, by further posts"
        legend={lines.map(({ name, colour, ...line }) => ({
          name,
          colour,
          ...('dash' in line ? { look: 'dashed' as const } : { look: 'thick' as const }),
        }))}
        table={table}
      >
        <LinesChart
          label={`${title}. The figures stand in the table below.`}
          lines={lines}
          most={100}
          limit={{ name: 'wanted', value: wanted * 100 }}
          xTicks={xTicks}
          showValue={(value) => withUnit(String(value), '%')}
          describe={(index) => said(points[index], limit)}
          step="Further posts"
          height={180}
        />
      </ChartFrame>
      {table()}
    </>
  );
}

function SweepTable({
  points,
  limit,
  ground: { baseline },
}: {
  points: readonly SweepPoint[];
  limit: number;
  ground: Ground;
}) {
  const within = `1:${String(limit)}`;
  return (
    <ScrollTable label="Further posts">
      <thead>
        <tr>
          <th scope="col">Further posts</th>
          <th scope="col">Futures within {within}</th>
          <th scope="col">
            Futures within capacity <Unconfirmed basis="standards" result={baseline} />
          </th>
          <th scope="col">Ratio at the end</th>
          <th scope="col">Months over {within}, of all</th>
          <th scope="col">
            Highest utilisation, of months looked at <Unconfirmed basis="standards" result={baseline} />
          </th>
          <th scope="col">
            Cost beyond the roster, force <Unconfirmed basis="pay" result={baseline} />
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.posts}>
            <th scope="row">+{point.posts}</th>
            <td>{showChance(point.chanceWithinLimit)}</td>
            <td>{showChance(point.chanceWithinCapacity)}</td>
            <td>{showRatio(point.ratioEnd)}</td>
            <td>{point.monthsOverLimit}</td>
            <td>{showPercent(point.peakLookedAt)}</td>
            <td>{showPounds(point.costAdded)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
