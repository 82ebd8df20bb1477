import type { ReactNode } from 'react';
import { showDate, isoDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { Asked } from '../../view/asked.tsx';
import { showCount } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { periodOf } from './model.ts';
import { RollbackListButton, RollbackRosterButton } from './rollback-held.tsx';
import { RollbackSnapshotButton } from './rollback-snapshot.tsx';
import styles from './import.module.css';

type Line = {
  id: number;
  /** The day or the days that it speaks of. */
  speaksOf: ReactNode;
  fileName: string;
  importedAt: string;
  count: number;
  action?: ReactNode;
};

/** What the workspace holds by now. */
export function Held() {
  const snapshots = useQuery('snapshots.list', {});
  const rosters = useQuery('rosters.list', {});
  const lists = useQuery('abstractionLists.list', {});
  return (
    <div className={styles.held}>
      <Section title="Caseload snapshots held">
        <Asked query={snapshots}>
          {(data) => (
            <HeldTable
              label="Caseload snapshots held"
              counts="Cases"
              lines={data.map((held) => ({
                ...held,
                speaksOf: showDate(held.asAt),
                count: held.cases,
                action: <RollbackSnapshotButton snapshot={held} />,
              }))}
            />
          )}
        </Asked>
      </Section>
      <Section title="Staff rosters held">
        <Asked query={rosters}>
          {(data) => (
            <HeldTable
              label="Staff rosters held"
              counts="People"
              lines={data.map((held) => ({
                ...held,
                speaksOf: showDate(held.asAt),
                count: held.people,
                action: <RollbackRosterButton roster={held} held={data} />,
              }))}
            />
          )}
        </Asked>
      </Section>
      <Section title="Abstraction lists held">
        <Asked query={lists}>
          {(data) => (
            <HeldTable
              label="Abstraction lists held"
              speaksOf="Days"
              counts="Records"
              lines={data.map((held) => ({
                ...held,
                speaksOf: (
                  <>
                    {periodOf(held)}
                    {held.asAt !== null && <div className={styles.dim}>as at {showDate(held.asAt)}</div>}
                  </>
                ),
                count: held.records,
                action: <RollbackListButton list={held} />,
              }))}
            />
          )}
        </Asked>
      </Section>
    </div>
  );
}

function HeldTable({
  label,
  speaksOf = 'As at',
  counts,
  lines,
}: {
  label: string;
  speaksOf?: string;
  counts: string;
  lines: Line[];
}) {
  const hasActions = lines.some((line) => line.action !== undefined);
  if (lines.length === 0) return <p className={styles.dim}>None yet.</p>;
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{speaksOf}</th>
            <th scope="col">File</th>
            <th scope="col">Imported</th>
            <th scope="col" className={styles.number}>
              {counts}
            </th>
            {hasActions && (
              <th scope="col">
                <span className="visually-hidden">Roll back</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" className={styles.nowrap}>
                {line.speaksOf}
              </th>
              <td className={styles.wrap}>{line.fileName}</td>
              <td className={styles.nowrap}>{showDate(isoDate(line.importedAt.slice(0, 10)))}</td>
              <td className={styles.number}>{showCount(line.count)}</td>
              {hasActions && <td className={styles.number}>{line.action}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
