import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { HandPlanReplay, HandPlanRow } from '#shared/domain/hand-plan.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { counted } from '#shared/planning/wording.ts';
import type { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { showMonthYear, showPercent, showPercentExactly } from '../../view/figures.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { Section } from '../../view/page.tsx';
import { shares } from './model.ts';

type Question = { snapshotId: number; team: string; months: number; steering: Steering };

/** A plan made by hand, in a spreadsheet: what it claims, what it would really deliver, and the rules it breaks. */
export function HandPlan({ question }: { question: Question }) {
  const replay = useMutation<HandPlanReplay, ApiError, File>({
    mutationFn: async (file) => call('levelling.replay', { ...question, csv: await file.text() }),
  });
  return (
    <Section
      title="A plan made by hand"
      about="A CSV file with the columns reference, duty, due and to (months as 2027-03): replayed by the same rules, the knock-on included"
      actions={
        <FileButton
          accept=".csv,text/csv"
          inputProps={{ 'aria-label': 'Plan made by hand, CSV file' }}
          onChange={(file) => {
            if (file) replay.mutate(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" loading={replay.isPending}>
              Replay a file …
            </Button>
          )}
        </FileButton>
      }
    >
      {replay.error && <ErrorPanel title="The file could not be replayed" message={replay.error.message} />}
      {replay.data && <Replayed replay={replay.data} />}
    </Section>
  );
}

function Replayed({ replay }: { replay: HandPlanReplay }) {
  const { before, claims, delivers, rows } = replay;
  const broken = rows.filter((row) => row.broken.length > 0);
  const percent = (load: readonly number[]) =>
    shares(load, replay.capacity).map((share) => showPercent(share));
  const label = 'The plan made by hand, by month';
  return (
    <>
      <p>
        It claims a peak of <strong>{showPercentExactly(claims.peak)}</strong> (now{' '}
        {showPercentExactly(before.peak)}) and delivers <strong>{showPercentExactly(delivers.peak)}</strong>{' '}
        with {counted(delivers.moves, 'move')} and {counted(delivers.extraOccurrences, 'extra occurrence')}{' '}
        over the horizon.
      </p>
      <Banner tone={broken.length > 0 ? 'warn' : 'plain'}>{replay.text}</Banner>
      <MonthsTable
        label={label}
        months={replay.months}
        lines={[
          { name: 'Unmoved', unit: '% of capacity', values: percent(before.load) },
          { name: 'Claimed', unit: '% of capacity', values: percent(claims.load) },
          { name: 'Delivered', unit: '% of capacity', values: percent(delivers.load) },
        ]}
      />
      {broken.length > 0 && (
        <DataTable
          label="Rows that break a rule"
          rows={broken}
          columns={brokenColumns}
          rowKey={({ row }) => String(row)}
          empty="None."
          maxHeight={280}
        />
      )}
    </>
  );
}

const brokenColumns: Array<Column<HandPlanRow>> = [
  { key: 'row', heading: 'Row', value: ({ row }) => row, align: 'end' },
  { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
  { key: 'duty', heading: 'Duty', value: ({ duty }) => duty },
  {
    key: 'due',
    heading: 'Due',
    value: ({ due }) => due,
    cell: ({ due }) => (due === null ? '–' : showMonthYear(due)),
  },
  {
    key: 'to',
    heading: 'To',
    value: ({ to }) => to,
    cell: ({ to }) => (to === null ? '–' : showMonthYear(to)),
  },
  {
    key: 'why',
    heading: 'What it breaks',
    value: ({ broken }) => broken.map(({ text }) => text).join(' '),
    isText: true,
  },
];
