import { endShifts, PLOT_RIGHT, PLOT_BOTTOM, PLOT_TOP } from './month-data.ts';
import styles from './chart.module.css';

/** Names at the ends of the lines, moved apart where they would overlap. */
export function EndNames({
  named,
  ticks,
  height,
  below = PLOT_BOTTOM,
  room = PLOT_RIGHT,
}: {
  named: ReadonlyArray<{ name: string; value: number; colour: string }>;
  /** The marks of the vertical axis, lowest first. */
  ticks: readonly number[];
  height: number;
  /** Height below the plot, in px. */
  below?: number;
  /** Width right of the plot, in px. */
  room?: number;
}) {
  const [bottom, top] = [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1];
  const tall = height - PLOT_TOP - below;
  const shifts = endShifts(
    named.map(({ value }) => value - bottom),
    top - bottom,
    tall,
  );
  return (
    <>
      {named.map(({ name, value, colour }, index) => (
        <span
          key={name}
          className={styles.endName}
          aria-hidden="true"
          title={name}
          style={{
            color: colour,
            top: PLOT_TOP + tall * (1 - (value - bottom) / (top - bottom)) + (shifts[index] ?? 0) - 8,
            width: room - 6,
          }}
        >
          {name}
        </span>
      ))}
    </>
  );
}
