import { BASELINE_NAME } from '#shared/domain/scenario.ts';
import { cx } from '../../components/cx.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import figures from '../../view/figures-table.module.css';
import { type Looked } from './findings.ts';
import { chanceRows, figureRows } from './model.ts';
import styles from './scenarios.module.css';
import { Unconfirmed } from './unconfirmed.tsx';

/** Key figures beside the baseline's, with the difference. */
export function FiguresTable({ own, base }: { own: Looked; base: Looked }) {
  const rows = [...figureRows(own, base), ...chanceRows(own, base)];
  return (
    <section className={styles.block} aria-label="Key figures">
      <h2>Key figures</h2>
      <ScrollTable
        groupLabel="Key figures"
        label="Key figures against the baseline"
        look={cx(figures.plain, styles.flush)}
      >
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">This scenario</th>
            <th scope="col">{BASELINE_NAME}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name} <Unconfirmed basis={row.basis} result={own.result} />
              </th>
              <td>
                <strong>{row.own}</strong>
                {row.ownNote !== '' && <span className={figures.unit}>{row.ownNote}</span>}
              </td>
              <td>{row.base}</td>
              <td>{row.difference}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}
