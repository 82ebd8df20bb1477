import { useMemo } from 'react';
import type { SignOffs } from '#shared/contract/backlog.ts';
import {
  signOffBandNames,
  signOffBands,
  type SignOffShare,
  type SupervisorSignOffs,
  type WaitingSignOff,
} from '#shared/domain/backlog.ts';
import { showDate } from '#shared/domain/dates.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import { cx } from '../../components/cx.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { useSidePanel } from '../../components/overlay/use-side-panel.ts';
import { Banner } from '../../components/states/panels.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { ExportList } from '../../view/export-list.tsx';
import { Figure } from '../../view/figure.tsx';
import { dutyNamer } from '../../view/duty-names.ts';
import { MISSING, showCount } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { riskColumn } from '../../view/risk-column.tsx';
import { signOffHeadline } from './model.ts';
import { useScope } from './use-scope.ts';
import short from '../../view/in-short.module.css';
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
  const scope = useScope();
  const panel = useSidePanel<Opened>();
  const columns = useMemo(() => waitingColumns(found), [found]);
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
      <div className={short.headline} role="group" aria-label="In short">
        <p className={short.first}>{signOffHeadline(found)}</p>
      </div>
      {found.untold.length > 0 && (
        <Banner tone="warn">
          The snapshot holds no sign-off of {listed(found.untold)}: nothing can be said of these.
        </Banner>
      )}
      <Section title="By supervisor" about="Days since the work was done">
        <SupervisorTable found={found} onOpen={panel.open} />
      </Section>
      <Section
        title="Sharing out"
        about="A proposal that evens what waits; the oldest is handed over first. Nothing is changed by it."
      >
        <Shares shares={found.shares} onOpen={panel.open} />
      </Section>
      <Section
        title="Waiting, the oldest first"
        about={counted(found.waiting.length, 'piece of work', 'pieces of work')}
        actions={<ExportList list={{ kind: 'signoffs', ...scope }} />}
      >
        {list('Work not signed off', found.waiting)}
      </Section>
      <SidePanel isOpen={panel.isOpen} isWide title={panel.shown?.title ?? ''} onClose={panel.close}>
        {panel.shown && list(panel.shown.title, panel.shown.items)}
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
          <td key={band} className={cx(band === 'over-limit' && one.bands[band] > 0 && styles.over)}>
            {figure(
              `${name}, ${signOffBandNames[band].toLowerCase()}`,
              own.filter((item) => item.band === band),
            )}
          </td>
        ))}
        <td data-edge>{figure(`${name}, all waiting`, own)}</td>
        <td>{one.oldestDays === null ? MISSING : showCount(one.oldestDays)}</td>
        <td>{showCount(one.afterSharing)}</td>
      </tr>
    );
  };
  return (
    <ScrollTable label="Sign-offs by supervisor">
      <thead>
        <tr>
          <th scope="col">Supervisor</th>
          {signOffBands.map((band) => (
            <th key={band} scope="col">
              {signOffBandNames[band]}
            </th>
          ))}
          <th scope="col" data-edge>
            Waiting
          </th>
          <th scope="col">Oldest, days</th>
          <th scope="col">If shared out</th>
        </tr>
      </thead>
      <tbody>{found.bySupervisor.map(row)}</tbody>
    </ScrollTable>
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
  const nameOf = dutyNamer(duties);
  return [
    { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
    { key: 'team', heading: 'Team', value: ({ team }) => team },
    riskColumn(),
    { key: 'duty', heading: 'Work', value: ({ duty }) => nameOf(duty) },
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
