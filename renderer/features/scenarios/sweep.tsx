import { useMemo } from 'react';
import type { Sweep as SweepResult, SweepPoint } from '#shared/domain/scenario-result.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { LinesChart } from '../../components/chart/lines-chart.tsx';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { counted, showPercent, showRatio } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Worked } from './job-state.tsx';
import { ownLook } from './looks.ts';
import type { Asked } from './posts-part.tsx';
import type { Ground } from './prepared.tsx';
import { showChance, showPounds } from './said.ts';
import styles from './scenarios.module.css';
import { sweepTitle } from './sweep-model.ts';
import { Unconfirmed } from './unconfirmed.tsx';

/** The scenario with none to twenty further posts: a curve, and a table of each. */
export function Sweep({ asked, ground }: { asked: Asked; ground: Ground }) {
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
      {(sweep) => <Swept sweep={sweep} ground={ground} />}
    </Worked>
  );
}

const said = (point: SweepPoint | undefined): string =>
  point === undefined
    ? ''
    : `${counted(point.posts, 'further post')}: highest ratio ${showRatio(point.ratioWorst)}, within the limit in every month in ${showChance(point.chanceWithinLimit)} of the futures; highest utilisation ${showPercent(point.peakUtilisation)}; ${showPounds(point.costAdded)} beyond the roster as it is`;

function Swept({ sweep, ground }: { sweep: SweepResult; ground: Ground }) {
  const { points } = sweep;
  const { limit } = ground.baseline;
  const lines = useMemo(
    () => [
      {
        ...ownLook,
        name: 'Highest ratio',
        short: 'highest ratio',
        values: points.map(({ ratioWorst }) => ratioWorst),
      },
    ],
    [points],
  );
  const xTicks = useMemo(
    () => points.flatMap(({ posts }, x) => (x % 5 === 0 ? [{ x, name: `+${String(posts)}` }] : [])),
    [points],
  );
  const title = sweepTitle(sweep, limit);
  return (
    <>
      <ChartFrame
        title={title}
        summary={`Looked at: ${showMonth(sweep.first)} to ${showMonth(sweep.last)}, in which the first newcomers count in full`}
        unit="Highest ratio of these months, by further posts; the axis does not begin at 0"
        legend={[{ name: 'Highest ratio', colour: ownLook.colour, look: 'thick' }]}
        table={() => <SweepTable points={points} limit={limit} ground={ground} />}
      >
        <LinesChart
          label={`${title}. The figures stand under "Show as table".`}
          lines={lines}
          limit={{ name: `1:${String(limit)}`, value: limit }}
          xTicks={xTicks}
          showValue={(value) => `1:${String(value)}`}
          describe={(index) => said(points[index])}
          step="Further posts"
          height={180}
        />
      </ChartFrame>
      <SweepTable points={points} limit={limit} ground={ground} />
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
          <th scope="col">Highest ratio</th>
          <th scope="col">Months over {within}</th>
          <th scope="col">Futures within {within}</th>
          <th scope="col">
            Highest utilisation <Unconfirmed basis="standards" result={baseline} />
          </th>
          <th scope="col">Months over capacity</th>
          <th scope="col">Futures within capacity</th>
          <th scope="col">
            Cost beyond the roster <Unconfirmed basis="pay" result={baseline} />
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.posts}>
            <th scope="row">
              <span className={styles.dim}>+</span>
              {point.posts}
            </th>
            <td>{showRatio(point.ratioWorst)}</td>
            <td>{point.monthsOverLimit}</td>
            <td>{showChance(point.chanceWithinLimit)}</td>
            <td>{showPercent(point.peakUtilisation)}</td>
            <td>{point.monthsOverCapacity}</td>
            <td>{showChance(point.chanceWithinCapacity)}</td>
            <td>{showPounds(point.costAdded)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
