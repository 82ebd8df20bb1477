import { riskNames, type Risk } from '#shared/domain/case.ts';
import styles from './risk.module.css';

/** The level's letter in its colour; the full name for a screen reader and the pointer. */
export function RiskLetter({ risk }: { risk: Risk }) {
  const { name, letter } = riskNames[risk];
  return (
    <abbr
      className={styles.risk}
      data-risk={risk}
      title={`${name} risk`}
      aria-label={`${name} risk`}
      role="img"
    >
      {letter}
    </abbr>
  );
}

const order: Record<Risk, number> = { 'very-high': 4, high: 3, medium: 2, low: 1, unassessed: 0 };

/** Sorts levels by how high they are. */
export const riskOrder = (risk: Risk): number => order[risk];
