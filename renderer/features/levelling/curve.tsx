import { Button, Slider } from '@mantine/core';
import { useState } from 'react';
import type { FrontierPoint } from '#shared/domain/plan.ts';
import { counted } from '#shared/planning/wording.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { PointChart } from '../../components/chart/point-chart.tsx';
import { showCount, showPercent, showPercentExactly } from '../../view/figures.ts';
import { curveFinding, pointAt, pointWords } from './curve-model.ts';
import styles from './steering.module.css';

const legend: LegendItem[] = [
  { name: 'Lowest peak with so many moves', colour: 'var(--planned)', look: 'line' },
  { name: 'Lower bound', colour: 'var(--bound)', look: 'dashed' },
];

type Props = {
  curve: {
    points: readonly FrontierPoint[];
    kneeIndex: number | null;
    /** Looked at: what a point costs is said by the year. */
  };
  /** The plan shown: its moves and its peak. */
  shown: { moves: number; peak: number | null };
  isBusy: boolean;
  onPick: (point: FrontierPoint) => void;
};

/** Peak against number of moves: the reader sees what each costs, and picks one. */
export function Curve({ curve, shown, isBusy, onPick }: Props) {
  const { points, kneeIndex } = curve;
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen ?? pointAt(points, shown.moves);
  const title = curveFinding(points, kneeIndex);
  return (
    <ChartFrame
      title={title}
      unit="Peak, per cent of capacity, by number of moves"
      legend={legend}
      table={() => <PointsTable curve={curve} />}
    >
      <PointChart
        label={`${title}. The figures stand under "Show as table".`}
        points={points.map(({ moves: x, peak: y }) => ({ x, y }))}
        bound={points.at(-1)?.bound ?? null}
        here={shown.peak === null ? null : { x: shown.moves, y: shown.peak }}
        chosen={at}
        knee={kneeIndex}
        showValue={showPercent}
        onSelect={setChosen}
      />
      {points.length > 1 && (
        <PointPicker
          curve={curve}
          shown={shown}
          at={at}
          isBusy={isBusy}
          onChoose={setChosen}
          onPick={onPick}
        />
      )}
    </ChartFrame>
  );
}

/** Leads along the curve, says what the point chosen brings and costs, and levels to it. */
function PointPicker({
  curve: { points, kneeIndex },
  shown,
  at,
  isBusy,
  onChoose,
  onPick,
}: Props & { at: number; onChoose: (at: number) => void }) {
  const point = points[at];
  const last = points[points.length - 1];
  return (
    <div className={styles.point} data-print="hide">
      <Slider
        min={0}
        max={points.length - 1}
        value={at}
        onChange={onChoose}
        label={null}
        size="sm"
        thumbLabel="Point of the curve"
        thumbValueText={(index) => (points[index] ? pointWords(points[index]) : '')}
      />
      <p aria-live="polite">
        {point && pointWords(point)}
        {at === kneeIndex && ' – the knee: beyond it each move brings less'}
      </p>
      {last && shown.moves > last.moves && (
        <p className={styles.held}>
          The plan shown makes {counted(shown.moves - last.moves, 'move')} more than its peak needs: they even
          out the other months.
        </p>
      )}
      <div className={styles.pointButtons}>
        <Button
          loading={isBusy}
          disabled={!point || point.moves === shown.moves}
          onClick={() => {
            if (point) onPick(point);
          }}
        >
          Level to this point
        </Button>
        {kneeIndex !== null && kneeIndex !== at && (
          <Button
            variant="default"
            onClick={() => {
              onChoose(kneeIndex);
            }}
          >
            Look at the knee
          </Button>
        )}
      </div>
    </div>
  );
}

function PointsTable({ curve: { points, kneeIndex } }: Pick<Props, 'curve'>) {
  return (
    <ScrollTable groupLabel="Points of the curve" label="Peak by number of moves" look={styles.price}>
      <thead>
        <tr>
          <th scope="col">Moves</th>
          <th scope="col">Peak</th>
          <th scope="col">Cannot be below</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={point.moves}>
            <th scope="row">
              {showCount(point.moves)}
              {index === kneeIndex && ' ◇ knee'}
            </th>
            <td>{showPercentExactly(point.peak)}</td>
            <td>{showPercentExactly(point.bound)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
