import styles from './chart.module.css';

export type LegendItem = {
  name: string;
  /** A CSS colour, usually a token. */
  colour: string;
  /** Strokes and gaps of a line, in px: lines told apart by stroke. */
  dash?: string;
  look: 'fill' | 'line' | 'thick' | 'dashed' | 'outline' | 'hatch';
};

export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {items.map((item) => (
        <li key={item.name}>
          {item.dash === undefined ? (
            <Swatch item={item} />
          ) : (
            <Stroke colour={item.colour} dash={item.dash} />
          )}
          {item.name}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ item }: { item: LegendItem }) {
  return (
    <span
      className={styles.swatch}
      data-look={item.look}
      style={
        item.look === 'fill'
          ? { background: item.colour }
          : item.look === 'hatch'
            ? {}
            : { borderColor: item.colour }
      }
    />
  );
}

function Stroke({ colour, dash }: { colour: string; dash: string }) {
  return (
    <svg width={32} height={4} aria-hidden="true">
      <line x1={0} x2={32} y1={2} y2={2} stroke={colour} strokeWidth={2} strokeDasharray={dash} />
    </svg>
  );
}
