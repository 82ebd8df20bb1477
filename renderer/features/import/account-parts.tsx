import type { ImportAccount } from '#shared/contract/imports.ts';
import { counted } from '#shared/planning/wording.ts';
import { showCount } from '../../view/figures.ts';
import { cx } from '../../components/cx.ts';
import { Section } from '../../view/page.tsx';
import { NOT_HELD, qualityMeasures, qualityTotal, undatedSentence } from './model.ts';
import styles from './import.module.css';

/** Lines that hold no record: titles above the headings, totals and notes below the rows. */
export function OtherLines({ account }: { account: ImportAccount }) {
  const lines = [
    ...account.titleLines.map((line) => ({ ...line, what: 'above the headings' })),
    ...account.totalsLines.map((line) => ({ ...line, what: 'totals or a note' })),
  ];
  if (lines.length === 0) return null;
  return (
    <Section
      title={`${counted(lines.length, 'line')} that ${lines.length === 1 ? 'is no row' : 'are no rows'}`}
      about="They are not counted among the rows read."
    >
      <table className={styles.table} aria-label="Lines that are no rows">
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              Line
            </th>
            <th scope="col">What it says</th>
            <th scope="col">Taken for</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, text, what }) => (
            <tr key={row}>
              <th scope="row" className={styles.number}>
                {row}
              </th>
              <td className={styles.wrap}>{text}</td>
              <td className={styles.nowrap}>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** What the register should not hold, team by team: for whoever can put it right there. */
export function Quality({ account }: { account: ImportAccount }) {
  const { quality } = account;
  const undated = undatedSentence(account);
  if (quality.length === 0) return null;
  const lines = quality.length > 1 ? [...quality, qualityTotal(quality)] : quality;
  return (
    <Section
      title="Data quality by team"
      about="Cases with something that a register should not hold. They are kept as they are."
    >
      <div className={styles.across} role="group" aria-label="Data quality by team, scrolls" tabIndex={0}>
        <table className={styles.table} aria-label="Data quality by team">
          <thead>
            <tr>
              <th scope="col">Team</th>
              <th scope="col" className={styles.number}>
                Cases
              </th>
              {qualityMeasures.map(({ key, label }) => (
                <th key={key} scope="col" className={styles.number}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const total = cx(index === quality.length && styles.total);
              return (
                <tr key={index === quality.length ? 'all teams' : line.team}>
                  <th scope="row" className={cx(styles.nowrap, total)}>
                    {line.team}
                  </th>
                  <td className={cx(styles.number, total)}>{showCount(line.cases)}</td>
                  {qualityMeasures.map(({ key }) => (
                    <td key={key} className={cx(styles.number, total)}>
                      {line[key] === null ? NOT_HELD : showCount(line[key])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {undated !== null && <p className={styles.dim}>{undated}</p>}
    </Section>
  );
}
