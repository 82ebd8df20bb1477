import { useMemo, useState } from 'react';
import type { SignOffs } from '#shared/contract/backlog.ts';
import {
  signOffBandNames,
  signOffBands,
  type SignOffShare,
  type SupervisorSignOffs,
  type WaitingSignOff,
} from '#shared/domain/backlog.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { Banner } from '../../components/states/panels.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { counted, listed, MISSING, showCount } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { RiskLetter, riskOrder } from '../../view/risk-letter.tsx';
import { Figure } from './figure.tsx';
import { signOffHeadline } from './model.ts';
import { useScope } from './use-scope.ts';
import styles from './backlog.module.css';

type Opened = { title: string; items: readonly WaitingSignOff[] };

const personOf = (supervisor: string | null): string => supervisor ?? 'No supervisor named';

/** What waits to be signed off, with whom, and how it could be shared out. */
export function SignOffPart() {
  const scope = useScope();
  const found = useQuery('signoff.get', scope, { keepsPrevious: true });
  return (
    <Asked query={found} title="The sign-offs could not be worked out">
      {(data) => <Waiting found={data} />}
    </Asked>
  );
}

function Waiting({ found }: { found: SignOffs }) {
  const [isOpen, setIsOpen] = useState(false);
  const [opened, setOpened] = useState<Opened>({ title: '', items: [] });
  const columns = useMemo(() => waitingColumns(found), [found]);
  const open = (next: Opened) => {
    setOpened(next);
    setIsOpen(true);
  };
  const list = (label: string, items: readonly WaitingSignOff[]) => (
    <DataTable
      label={label}
      rows={items}
      columns={columns}
      rowKey={({ reference, duty }) => `${reference}/${duty}`}
      empty="Nothing waits to be signed off."
      maxHeight={440}
    />
  );
  return (
    <>
      <div className={styles.headline} role="group" aria-label="In short">
        <p className={styles.first}>{signOffHeadline(found)}</p>
      </div>
      {found.untold.length > 0 && (
        <Banner tone="warn">
          The snapshot holds no sign-off of {listed(found.untold)}: nothing can be said of these.
        </Banner>
      )}
      <Section title="By supervisor" about="Days since the work was done">
        <SupervisorTable found={found} onOpen={open} />
      </Section>
      <Section
        title="Sharing out"
        about="A proposal that evens what waits; the oldest is handed over first. Nothing is changed by it."
      >
        <Shares shares={found.shares} onOpen={open} />
      </Section>
      <Section
        title="Waiting, the oldest first"
        about={counted(found.waiting.length, 'piece of work', 'pieces of work')}
      >
        {list('Work not signed off', found.waiting)}
      </Section>
      <SidePanel
        isOpen={isOpen}
        isWide
        title={opened.title}
        onClose={() => {
          setIsOpen(false);
        }}
      >
        {list(opened.title, opened.items)}
      </SidePanel>
    </>
  );
}

function SupervisorTable({ found, onOpen }: { found: SignOffs; onOpen: (opened: Opened) => void }) {
  const row = (one: SupervisorSignOffs) => {
    const name = personOf(one.supervisor);
    const own = found.waiting.filter(({ supervisor }) => supervisor === one.supervisor);
    const figure = (title: string, items: readonly WaitingSignOff[]) => (
      <Figure
        count={items.length}
        label={title}
        onOpen={() => {
          onOpen({ title, items });
        }}
      />
    );
    return (
      <tr key={name}>
        <th scope="row">
          {name}
          {one.hasRoom && <span className={styles.room}> has room</span>}
        </th>
        {signOffBands.map((band) => (
          <td key={band} data-over={band === 'over-limit' && one.bands[band] > 0}>
            {figure(
              `${name}, ${signOffBandNames[band].toLowerCase()}`,
              own.filter((item) => item.band === band),
            )}
          </td>
        ))}
        <td className={styles.edge}>{figure(`${name}, all waiting`, own)}</td>
        <td>{one.oldestDays === null ? MISSING : showCount(one.oldestDays)}</td>
        <td>{showCount(one.afterSharing)}</td>
      </tr>
    );
  };
  return (
    <div className={styles.scroll} role="group" aria-label="Sign-offs by supervisor" tabIndex={0}>
      <table className={styles.table} aria-label="Sign-offs by supervisor">
        <thead>
          <tr>
            <th scope="col">Supervisor</th>
            {signOffBands.map((band) => (
              <th key={band} scope="col">
                {signOffBandNames[band]}
              </th>
            ))}
            <th scope="col" className={styles.edge}>
              Waiting
            </th>
            <th scope="col">Oldest, days</th>
            <th scope="col">If shared out</th>
          </tr>
        </thead>
        <tbody>{found.bySupervisor.map(row)}</tbody>
      </table>
    </div>
  );
}

function Shares({ shares, onOpen }: { shares: readonly SignOffShare[]; onOpen: (opened: Opened) => void }) {
  if (shares.length === 0) return <p className={styles.dim}>What waits is even already.</p>;
  return (
    <ul className={styles.shares} aria-label="Proposed sharing-out">
      {shares.map(({ from, to, items }) => {
        const title = `From ${personOf(from).replace(/^N/, 'n')} to ${to}`;
        return (
          <li key={title}>
            {title}:{' '}
            <Figure
              count={items.length}
              label={title}
              onOpen={() => {
                onOpen({ title, items });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

function waitingColumns({ duties }: SignOffs): Array<Column<WaitingSignOff>> {
  const names = new Map(duties.map(({ key, name }) => [key, name]));
  return [
    { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
    { key: 'team', heading: 'Team', value: ({ team }) => team },
    {
      key: 'risk',
      heading: 'Risk',
      value: ({ risk }) => riskOrder(risk),
      cell: ({ risk }) => <RiskLetter risk={risk} />,
    },
    { key: 'duty', heading: 'Work', value: ({ duty }) => names.get(duty) ?? duty },
    { key: 'officer', heading: 'Officer', value: ({ officer }) => officer },
    { key: 'supervisor', heading: 'Supervisor', value: ({ supervisor }) => supervisor },
    {
      key: 'done',
      heading: 'Done on',
      value: ({ doneOn }) => doneOn,
      cell: ({ doneOn }) => showDate(doneOn),
    },
    { key: 'age', heading: 'Days', value: ({ ageDays }) => ageDays, align: 'end' },
    {
      key: 'over',
      heading: 'Over the limit',
      value: ({ band }) => (band === 'over-limit' ? 1 : 0),
      cell: ({ band }) => (band === 'over-limit' ? <span className={styles.over}>over a month</span> : ''),
    },
  ];
}
