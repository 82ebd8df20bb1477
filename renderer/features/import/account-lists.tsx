import type { ConflictingRow, ImportIssue, RejectedRow } from '#shared/contract/imports.ts';
import { counted } from '#shared/planning/wording.ts';
import { Section } from '../../view/page.tsx';
import { groupIssues, rowList } from './model.ts';
import styles from './import.module.css';

/** Values that could not be read or are doubtful, by column and reason; each opens to its rows. */
export function Issues({ issues }: { issues: ImportIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <Section
      title={`${counted(issues.length, 'value')} to look at`}
      about="The row is kept. A value that could not be read is missing, not guessed."
    >
      <table className={styles.table} aria-label="Values to look at">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Why</th>
            <th scope="col" className={styles.number}>
              Values
            </th>
            <th scope="col">Rows and what was found</th>
          </tr>
        </thead>
        <tbody>
          {groupIssues(issues).map((group) => (
            <tr key={`${group.column} ${group.reason}`}>
              <th scope="row">{group.column}</th>
              <td>{group.reason}</td>
              <td className={styles.number}>{group.issues.length}</td>
              <td className={styles.wrap}>
                <IssueRows issues={group.issues} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const SHOWN = 6;
const MOST = 500;

function IssueRows({ issues }: { issues: ImportIssue[] }) {
  const words = (list: ImportIssue[]) =>
    list.map((issue) => `row ${String(issue.row)}: “${issue.value}”`).join(' · ');
  if (issues.length <= SHOWN) return words(issues);
  return (
    <details className={styles.details}>
      <summary>
        {words(issues.slice(0, SHOWN))} · {issues.length - SHOWN} more
      </summary>
      {words(issues.slice(SHOWN, MOST))}
      {issues.length > MOST && ` · and ${String(issues.length - MOST)} more rows`}
    </details>
  );
}

/** Rows that cannot be used: without a reference or a team, say, or with more hours than their days have. */
export function Rejected({ rejected }: { rejected: RejectedRow[] }) {
  if (rejected.length === 0) return null;
  const reasons = new Map<string, number[]>();
  for (const { row, reason } of rejected) reasons.set(reason, [...(reasons.get(reason) ?? []), row]);
  return (
    <Section title={`${counted(rejected.length, 'row')} rejected`} about="Nothing of these rows is stored.">
      <table className={styles.table} aria-label="Rejected rows">
        <thead>
          <tr>
            <th scope="col">Why</th>
            <th scope="col" className={styles.number}>
              Number
            </th>
            <th scope="col">Rows</th>
          </tr>
        </thead>
        <tbody>
          {[...reasons].map(([reason, rows]) => (
            <tr key={reason}>
              <th scope="row">{reason}</th>
              <td className={styles.number}>{rows.length}</td>
              <td>{rowList(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** The same reference twice with different values: the first row stands. */
export function Conflicts({ conflicts }: { conflicts: ConflictingRow[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Section
      title={counted(conflicts.length, 'conflicting duplicate')}
      about="The same reference again, with other values. The first row stands."
    >
      <div className={styles.scroll} role="group" aria-label="Conflicting duplicates" tabIndex={0}>
        <table className={styles.table} aria-label="Conflicting duplicates">
          <thead>
            <tr>
              <th scope="col">Reference</th>
              <th scope="col" className={styles.number}>
                Row
              </th>
              <th scope="col" className={styles.number}>
                Row that stands
              </th>
              <th scope="col">Columns that differ</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((conflict) => (
              <tr key={conflict.row}>
                <th scope="row">{conflict.reference}</th>
                <td className={styles.number}>{conflict.row}</td>
                <td className={styles.number}>{conflict.firstRow}</td>
                <td>{conflict.columns.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
