import styles from './chart.module.css';

export type LegendItem = {
  name: string;
  /** A CSS colour, usually a token. */
  colour: string;
  look: 'fill' | 'line' | 'thick' | 'dashed' | 'outline' | 'hatch';
};

export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {items.map((item) => (
        <li key={item.name}>
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
          {item.name}
        </li>
      ))}
    </ul>
  );
}
