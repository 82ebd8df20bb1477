import { useRef, type KeyboardEvent } from 'react';
import { PLOT_LEFT, PLOT_RIGHT, type MonthMark } from './month-data.ts';
import styles from './chart.module.css';

/**
 * The months under a chart, each a button: arrows move, Enter chooses. Where months are narrow only some
 * carry words; all carry an accessible name.
 */
export function MonthAxis({
  marks,
  selected,
  onSelect,
}: {
  marks: readonly MonthMark[];
  selected: number | null;
  onSelect?: ((index: number) => void) | undefined;
}) {
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = nextIndex(event.key, at, buttons.length);
    if (to === null) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  const padding = { paddingInlineStart: PLOT_LEFT, paddingInlineEnd: PLOT_RIGHT };
  const content = (mark: MonthMark) => (
    <span className={styles.words} aria-hidden="true">
      <MonthWords mark={mark} />
    </span>
  );
  if (!onSelect) {
    return (
      <div className={styles.axis} style={padding} aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark.key} className={styles.month}>
            {content(mark)}
          </span>
        ))}
      </div>
    );
  }
  const inTabOrder = selected ?? 0;
  return (
    <div
      ref={row}
      className={styles.axis}
      style={padding}
      role="toolbar"
      aria-label="Months"
      onKeyDown={move}
    >
      {marks.map((mark, index) => (
        <button
          key={mark.key}
          type="button"
          className={styles.month}
          tabIndex={index === inTabOrder ? 0 : -1}
          aria-pressed={index === selected}
          title={mark.label}
          onClick={() => {
            onSelect(index);
          }}
        >
          <span className="visually-hidden">{mark.label}</span>
          {content(mark)}
        </button>
      ))}
    </div>
  );
}

/** The style says which of them go where a month is narrow. */
const MonthWords = ({ mark }: { mark: MonthMark }) => (
  <>
    <span>
      {mark.short.slice(0, 1)}
      <span className={styles.restOfName}>{mark.short.slice(1)}</span>
    </span>
    <span className={styles.note} data-over={mark.isOver}>
      {mark.note}
    </span>
    {mark.year !== null && <span className={styles.year}>{mark.year}</span>}
  </>
);

function nextIndex(key: string, at: number, count: number): number | null {
  if (at < 0) return null;
  if (key === 'ArrowRight') return Math.min(count - 1, at + 1);
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
