import { useMemo } from 'react';
import type { TeamBacklog } from '#shared/domain/backlog.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { showCount, showHours } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { showShare } from '../../view/overdue-said.ts';
import { Section } from '../../view/page.tsx';
import { clearingWords } from './model.ts';

/** Teams side by side; a team's name leads to its own backlog. */
export function TeamTable({ teams, duty }: { teams: readonly TeamBacklog[]; duty: string }) {
  const { change } = useLookedAt();
  const columns = useMemo(() => teamColumns(duty), [duty]);
  return (
    <Section title="By team">
      <DataTable
        label="Overdue by team"
        rows={teams}
        columns={columns}
        rowKey={({ team }) => team}
        empty="No team has cases."
        onOpen={({ team }) => {
          change({ team });
        }}
      />
    </Section>
  );
}

function teamColumns(duty: string): Array<Column<TeamBacklog>> {
  const own = ({ duties }: TeamBacklog) => duties.find((one) => one.duty === duty);
  return [
    { key: 'team', heading: 'Team', value: ({ team }) => team, isRowHeader: true },
    { key: 'count', heading: 'Overdue', value: (one) => own(one)?.outstanding ?? null, align: 'end' },
    {
      key: 'owing',
      heading: 'Cases owing one',
      value: (one) => own(one)?.owing ?? null,
      cell: (one) => showCount(own(one)?.owing),
      align: 'end',
    },
    {
      key: 'share',
      heading: 'Share of them',
      value: (one) => own(one)?.share ?? null,
      cell: (one) => `${own(one)?.isOverTolerance ? '▲ ' : ''}${showShare(own(one)?.share ?? null)}`,
      align: 'end',
    },
    {
      key: 'hours',
      heading: 'All overdue work',
      value: ({ clearing }) => clearing.hours,
      cell: ({ clearing }) => showHours(clearing.hours),
      align: 'end',
    },
    {
      key: 'clear',
      heading: 'Clear by the end of',
      value: ({ clearing }) => clearing.month ?? (clearing.state === 'nothing' ? '' : '9999'),
      cell: ({ clearing }) => clearingWords(clearing),
    },
  ];
}
