import { useMemo } from 'react';
import { MAX_CHANGES, type SnapshotDifference } from '#shared/contract/changes.ts';
import type { Change } from '#shared/domain/changes.ts';
import { showDate } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import type { DutyName } from '../../view/duty-names.ts';
import { ExportList } from '../../view/export-list.tsx';
import { MISSING } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { riskColumn } from '../../view/risk-column.tsx';
import { choiceTitle, dueWords, whatChanged, type Choice } from './model.ts';

/** The cases behind the figure chosen. */
export function Behind({ difference, choice }: { difference: SnapshotDifference; choice: Choice }) {
  const { from, to, totals, duties } = difference;
  const team = totals.team ?? choice.team;
  const asked = {
    from: from.id,
    to: to.id,
    figure: choice.figure,
    ...(choice.duty === null ? {} : { duty: choice.duty }),
    ...(team === null ? {} : { team }),
  };
  const cases = useQuery('changes.cases', { ...asked, limit: MAX_CHANGES }, { keepsPrevious: true });
  const isWork = choice.duty !== null && choice.figure !== 'due-left';
  const hasTeams = team === null || choice.figure.startsWith('moved');
  const columns = useMemo(() => changeColumns(duties, hasTeams, isWork), [duties, hasTeams, isWork]);
  const title = choiceTitle(choice, duties);
  return (
    <Asked query={cases} title="The cases could not be listed">
      {({ total, changes }) => (
        <Section
          title={title}
          about={counted(total, 'case')}
          actions={<ExportList list={{ kind: 'changes', ...asked }} />}
        >
          <DataTable
            label={`Cases: ${title}`}
            rows={changes}
            columns={columns}
            rowKey={({ reference, kind, duty }) => `${reference}/${kind}/${duty ?? ''}`}
            empty="No case of this kind between these two snapshots."
            maxHeight={420}
          />
        </Section>
      )}
    </Asked>
  );
}

function changeColumns(
  duties: readonly DutyName[],
  hasTeams: boolean,
  isWork: boolean,
): Array<Column<Change>> {
  return [
    { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
    ...(hasTeams ? [teamColumn] : []),
    riskColumn(),
    { key: 'officer', heading: 'Officer', value: ({ officer }) => officer },
    ...(isWork
      ? workColumns
      : [
          {
            key: 'what',
            heading: 'What changed',
            value: (one: Change) => whatChanged(one, duties),
            isText: true,
          },
        ]),
  ];
}

const teamColumn: Column<Change> = {
  key: 'team',
  heading: 'Team',
  value: ({ team, fromTeam }) => (fromTeam === null ? team : `${team} (from ${fromTeam})`),
};

const workColumns: Array<Column<Change>> = [
  {
    key: 'due',
    heading: 'Due then → now',
    value: ({ dueThen, dueNow }) => dueThen ?? dueNow,
    cell: dueWords,
  },
  {
    key: 'done',
    heading: 'Last done',
    value: ({ lastDone }) => lastDone,
    cell: ({ lastDone }) => (lastDone === null ? MISSING : showDate(lastDone)),
  },
  { key: 'what', heading: 'What became of it', value: (one) => whatChanged(one, []), isText: true },
];
