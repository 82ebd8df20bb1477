import { Button, NumberInput, SegmentedControl, Slider } from '@mantine/core';
import { useState } from 'react';
import { cx } from '../../components/cx.ts';
import { showPercentExactly } from '../../view/figures.ts';
import styles from './levelling.module.css';

const LOWEST = 50;
const HIGHEST = 150;
const USUAL = 90;

type Chosen = { isTarget: boolean; percent: number };
type Choice = Chosen & {
  /** As a share; null asks for the lowest peak. */
  wanted: number | null;
  choose: (changes: Partial<Chosen>) => void;
};

/** What the controls say to level to: what was levelled to last, until something else is chosen. */
export function useTargetChoice(target: number | null, bound: number | null): Choice {
  const [held, setHeld] = useState({
    since: target,
    isTarget: target !== null,
    percent: target === null ? usual(bound) : Math.round(target * 100),
  });
  const isHeld = held.since === target;
  const isTarget = isHeld ? held.isTarget : target !== null;
  const percent = isHeld || target === null ? held.percent : Math.round(target * 100);
  return {
    isTarget,
    percent,
    wanted: isTarget ? percent / 100 : null,
    choose: (changes) => {
      setHeld({ since: target, isTarget, percent, ...changes });
    },
  };
}

/** The lowest peak that can be had, or a peak that is good enough: fewer moves. */
export function TargetChoice({
  choice: { isTarget, percent, choose },
  bound,
  isBusy,
  onLevel,
}: {
  choice: Choice;
  bound: number | null;
  isBusy: boolean;
  onLevel: () => void;
}) {
  return (
    <>
      <SegmentedControl
        aria-label="What to level to"
        value={isTarget ? 'target' : 'lowest'}
        onChange={(value) => {
          choose({ isTarget: value === 'target' });
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
            onChange={(value) => {
              choose({ percent: value });
            }}
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
              if (typeof value === 'number') choose({ percent: value });
            }}
          />
        </div>
      )}
      <Button onClick={onLevel} loading={isBusy}>
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
