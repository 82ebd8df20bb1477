import { Fragment } from 'react';
import type { ImportAccount } from '#shared/contract/imports.ts';
import { showDate } from '#shared/domain/dates.ts';
import { Banner } from '../../components/states/panels.tsx';
import { showCount } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { Conflicts, Issues, Rejected } from './account-lists.tsx';
import { columnUse, fileSentence, isSumRight, kindWords, rowSum, type FileKind } from './model.ts';
import styles from './import.module.css';

/** What the file is, and what becomes of every row in it. */
export function Account({ account, kind }: { account: ImportAccount; kind: FileKind }) {
  return (
    <div className={styles.flow}>
      <Section
        title={account.fileName}
        about={`${kindWords[kind].title} as at ${showDate(account.asAt)} (${account.asAtFrom === 'given' ? 'as given' : 'from the file’s name'}). ${fileSentence(account)}.`}
      >
        <RowSum account={account} />
      </Section>
      <Issues issues={account.issues} />
      <Rejected rejected={account.rejected} />
      <Conflicts conflicts={account.conflicts} />
      <div className={styles.columns}>
        <Teams account={account} />
        <Columns account={account} />
      </div>
    </div>
  );
}

function RowSum({ account }: { account: ImportAccount }) {
  return (
    <>
      <div className={styles.sum} role="group" aria-label="Every row accounted for">
        {rowSum(account).map(({ label, count, sign }) => (
          <Fragment key={label}>
            <div>
              {sign !== '' && <span className={styles.sign}>{sign}</span>}
              <span className={styles.part}>
                <b>{showCount(count)}</b>
                <span>{label}</span>
              </span>
            </div>
          </Fragment>
        ))}
      </div>
      {!isSumRight(account) && (
        <Banner tone="bad">
          The parts do not add up to the rows read. Do not rely on this import; report it.
        </Banner>
      )}
    </>
  );
}

function Teams({ account }: { account: ImportAccount }) {
  return (
    <Section title="Teams" about="Rows accepted">
      <table className={styles.table} aria-label="Rows accepted by team">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col" className={styles.number}>
              Rows
            </th>
          </tr>
        </thead>
        <tbody>
          {account.teams.map(({ team, accepted }) => (
            <tr key={team}>
              <th scope="row">{team}</th>
              <td className={styles.number}>{showCount(accepted)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Columns({ account }: { account: ImportAccount }) {
  const { used, leftOut } = columnUse(account);
  return (
    <Section title="Columns" about={`${String(used.length)} read, ${String(leftOut.length)} left out`}>
      <table className={styles.table} aria-label="Columns of the file">
        <thead>
          <tr>
            <th scope="col">Heading</th>
            <th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {leftOut.map(({ heading, why }) => (
            <tr key={heading}>
              <th scope="row" className={styles.wrap}>
                {heading}
              </th>
              <td className={styles.dim}>left out: {why}</td>
            </tr>
          ))}
          {used.map(({ heading, field }) => (
            <tr key={heading}>
              <th scope="row" className={styles.wrap}>
                {heading}
              </th>
              <td>{field}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
