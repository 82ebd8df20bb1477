import { Button, NumberInput, SegmentedControl, Slider } from '@mantine/core';
import { useState } from 'react';
import { cx } from '../../components/cx.ts';
import { showPercentExactly } from '../../view/figures.ts';
import styles from './levelling.module.css';

const LOWEST = 50;
const HIGHEST = 150;
const USUAL = 90;

/** The lowest peak that can be had, or a peak that is good enough: fewer moves. */
export function TargetChoice({
  target,
  bound,
  isBusy,
  onLevel,
}: {
  /** As a share; null asks for the lowest peak. */
  target: number | null;
  bound: number | null;
  isBusy: boolean;
  onLevel: (target: number | null) => void;
}) {
  const [isTarget, setIsTarget] = useState(target !== null);
  const [percent, setPercent] = useState(target === null ? usual(bound) : Math.round(target * 100));
  return (
    <>
      <SegmentedControl
        aria-label="What to level to"
        value={isTarget ? 'target' : 'lowest'}
        onChange={(value) => {
          setIsTarget(value === 'target');
        }}
        data={[
          { value: 'lowest', label: 'Lowest peak' },
          { value: 'target', label: 'Target' },
        ]}
      />
      {isTarget && (
        <div className={styles.target}>
          <Slider
            className={cx(styles.slider)}
            min={LOWEST}
            max={HIGHEST}
            value={Math.min(HIGHEST, Math.max(LOWEST, percent))}
            onChange={setPercent}
            thumbLabel="Target peak, per cent of capacity"
            label={null}
            size="sm"
          />
          <NumberInput
            className={cx(styles.number)}
            aria-label="Target peak, per cent of capacity"
            min={10}
            max={500}
            suffix=" %"
            value={percent}
            onChange={(value) => {
              if (typeof value === 'number') setPercent(value);
            }}
          />
        </div>
      )}
      <Button
        onClick={() => {
          onLevel(isTarget ? percent / 100 : null);
        }}
        loading={isBusy}
      >
        Level
      </Button>
      {isTarget && bound !== null && percent / 100 < bound && (
        <span className={styles.dim}>No plan within these rules goes below {showPercentExactly(bound)}.</span>
      )}
    </>
  );
}

const usual = (bound: number | null): number =>
  bound === null ? USUAL : Math.max(USUAL, Math.ceil(bound * 100));
