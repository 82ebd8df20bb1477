import type { ImportAccount } from '#shared/contract/imports.ts';
import type { FieldChoice, FileKind } from '#shared/contract/mapping.ts';
import { showDate } from '#shared/domain/dates.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Sum } from '../../components/sum.tsx';
import { showCount } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { Conflicts, Issues, Rejected } from './account-lists.tsx';
import { OtherLines, Quality } from './account-parts.tsx';
import { fieldLabel } from './mapping-model.ts';
import { columnUse, fileSentence, isSumRight, kindWords, rowSum } from './model.ts';
import styles from './import.module.css';

/** What the file is, and what becomes of every row in it. */
export function Account({
  account,
  kind,
  fields,
}: {
  account: ImportAccount;
  kind: FileKind;
  fields: readonly FieldChoice[];
}) {
  return (
    <div className={styles.flow}>
      <Section
        title={account.fileName}
        about={`${kindWords[kind].title} as at ${showDate(account.asAt)}, ${fileSentence(account)}`}
      >
        <RowSum account={account} />
        <Notes notes={account.notes} />
      </Section>
      <Issues issues={account.issues} />
      <Rejected rejected={account.rejected} />
      <Conflicts conflicts={account.conflicts} />
      <OtherLines account={account} />
      <Quality account={account} />
      <div className={styles.columns}>
        <Teams account={account} />
        <Columns account={account} fields={fields} />
      </div>
    </div>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <Banner tone="warn">
      <ul aria-label="To be known of the file">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Banner>
  );
}

function RowSum({ account }: { account: ImportAccount }) {
  return (
    <>
      <Sum label="Every row accounted for" parts={rowSum(account)} />
      {!isSumRight(account) && (
        <Banner tone="bad">
          The parts do not add up to the rows read. Do not rely on this import; report it.
        </Banner>
      )}
    </>
  );
}

function Teams({ account }: { account: ImportAccount }) {
  if (account.teams.length === 0) return null;
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

function Columns({ account, fields }: { account: ImportAccount; fields: readonly FieldChoice[] }) {
  const { used, leftOut } = columnUse(account);
  return (
    <Section
      title="Columns"
      about={`${String(used.length)} read, ${String(leftOut.length)} left out. Mapping: ${account.mapping}.`}
    >
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
              <td>{fieldLabel(fields, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
