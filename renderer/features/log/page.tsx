import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AuditPage } from '#shared/contract/audit.ts';
import { AuditAction, auditActionNames, type AuditEntry } from '#shared/domain/audit.ts';
import { counted } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { Page } from '../../view/page.tsx';
import { LogFile } from './log-file.tsx';
import {
  aboutEntry,
  actionChoices,
  asked,
  entryTime,
  noFilter,
  operationName,
  type LogFilter,
} from './model.ts';
import { Verdict } from './verdict.tsx';
import styles from './log.module.css';

const SHOWN = 500;

/** Who did what with the data of the workspace, and when. */
export function LogPage() {
  const [filter, setFilter] = useState(noFilter);
  const log = useQuery(
    'audit.list',
    { ...asked(filter), limit: SHOWN },
    { asksAnew: true, keepsPrevious: true },
  );
  return (
    <Page
      title="Log"
      about="Who opened, looked at, imported, gave out, changed or deleted what. It can be added to and never changed"
      actions={<LogFile filter={filter} />}
    >
      <Verdict />
      <Asked query={log} title="The log could not be read">
        {(data) => (
          <>
            <Filters filter={filter} users={data.users} onChange={setFilter} />
            <Entries log={data} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Filters({
  filter,
  users,
  onChange,
}: {
  filter: LogFilter;
  users: readonly string[];
  onChange: (filter: LogFilter) => void;
}) {
  return (
    <div className={styles.filters} role="group" aria-label="What is shown" data-print="hide">
      <NativeSelect
        size="xs"
        label="Action"
        value={filter.action}
        data={actionChoices}
        onChange={(event) => {
          const action = AuditAction.safeParse(event.currentTarget.value);
          onChange({ ...filter, action: action.success ? action.data : '' });
        }}
      />
      <NativeSelect
        size="xs"
        label="User"
        value={filter.user}
        data={[{ value: '', label: 'Everybody' }, ...users.map((user) => ({ value: user, label: user }))]}
        onChange={(event) => {
          onChange({ ...filter, user: event.currentTarget.value });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="xs"
          type="date"
          label={end === 'from' ? 'From' : 'To'}
          value={filter[end]}
          onChange={(event) => {
            onChange({ ...filter, [end]: event.currentTarget.value });
          }}
        />
      ))}
    </div>
  );
}

const columns: ReadonlyArray<Column<AuditEntry>> = [
  { key: 'number', heading: 'No', align: 'end', value: (entry) => entry.number, isRowHeader: true },
  { key: 'at', heading: 'When', value: (entry) => entry.at, cell: (entry) => entryTime(entry.at) },
  { key: 'user', heading: 'User', value: (entry) => entry.user },
  { key: 'action', heading: 'Action', value: (entry) => auditActionNames[entry.action] },
  { key: 'what', heading: 'What', value: (entry) => operationName(entry.operation), isText: true },
  { key: 'reason', heading: 'Reason', value: (entry) => entry.reason, isText: true },
  { key: 'about', heading: 'About', value: aboutEntry, isText: true, isBelow: true },
];

function Entries({ log }: { log: AuditPage }) {
  return (
    <>
      <DataTable
        label="Entries of the log"
        rows={log.entries}
        columns={columns}
        rowKey={(entry) => String(entry.number)}
        sort={{ key: 'number', isDescending: true }}
        empty="No entry fits what is asked for."
        maxHeight={640}
      />
      <p className={styles.dim}>
        {log.total > log.entries.length
          ? `The newest ${String(log.entries.length)} of ${counted(log.total, 'entry', 'entries')}; the file holds all.`
          : counted(log.total, 'entry', 'entries')}
      </p>
    </>
  );
}
