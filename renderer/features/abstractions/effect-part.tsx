import { useMemo } from 'react';
import type { AbstractionEffect } from '#shared/contract/abstraction-figures.ts';
import { togetherSaid } from '#shared/planning/abstractions/together.ts';
import { useQuery } from '../../api/hooks.ts';
import { EmptyPanel } from '../../components/states/panels.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { showCount, showHours } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import {
  effectDrawing,
  effectFinding,
  effectLines,
  forceFinding,
  lentOf,
  occurrencesOf,
  occurrencesSentence,
  overdueOf,
  toldMonths,
  type TeamEffect,
} from './effect-model.ts';
import { LostHoursChart } from './lost-hours-chart.tsx';
import short from '../../view/in-short.module.css';
import styles from './abstractions.module.css';

/** What the lost hours come to: work they would have done, beside what fell overdue. */
export function EffectPart() {
  const { team, snapshotChoice } = useLookedAt();
  const found = useQuery(
    'abstractions.effect',
    { ...snapshotChoice, ...(team === undefined ? {} : { team }) },
    { keepsPrevious: true },
  );
  return (
    <Asked query={found} title="The effect could not be worked out">
      {(effect) => (
        <>
          <Cautions unconfirmed={effect.unconfirmed} warnings={effect.warnings} />
          {team === undefined ? <Teams effect={effect} /> : <OneTeam effect={effect} />}
        </>
      )}
    </Asked>
  );
}

function OneTeam({ effect }: { effect: AbstractionEffect }) {
  const [one] = effect.teams;
  if (!one) return <EmptyPanel title="Nothing is held of this team" />;
  return (
    <>
      <Drawing one={one} effect={effect} />
      <Section
        title="Do they move together?"
        about="Told by the order of months from least to most. Moving together does not make the one the cause of the other."
      >
        <ul className={styles.said} aria-label="How they move together">
          {togetherSaid(one.together).map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Drawing({ one, effect }: { one: TeamEffect; effect: AbstractionEffect }) {
  const drawing = useMemo(() => effectDrawing(one), [one]);
  const title = effectFinding(one);
  return (
    <LostHoursChart
      title={title}
      unit="Hours lost by offender managers; below each month, pieces of work that fell overdue in it"
      summary={`${occurrencesSentence(one, effect.scheduledShare)} ${effect.countedWork}`}
      drawing={drawing}
      dashed="Mean of these months"
      months={one.months.map(({ month }) => month)}
      lines={effectLines(one)}
    />
  );
}

function Teams({ effect }: { effect: AbstractionEffect }) {
  const { change } = useLookedAt();
  return (
    <>
      <div className={short.headline} role="group" aria-label="In short">
        <p className={short.first}>{forceFinding(effect.teams)}</p>
      </div>
      <Section
        title="By team"
        about={`Pieces of work: what the lost hours could have done, and what fell overdue in the months that snapshots tell of. ${effect.countedWork} A team’s name leads to its months.`}
      >
        <DataTable
          label="Hours lost by team"
          rows={effect.teams}
          columns={teamColumns}
          rowKey={({ team }) => team}
          sort={{ key: 'lost', isDescending: true }}
          empty="No team is held."
          onOpen={({ team }) => {
            change({ team });
          }}
        />
      </Section>
    </>
  );
}

const teamColumns: Array<Column<TeamEffect>> = [
  { key: 'team', heading: 'Team', value: ({ team }) => team, isRowHeader: true },
  {
    key: 'lost',
    heading: 'Hours lost',
    value: ({ total }) => total,
    cell: ({ total }) => showHours(total),
    align: 'end',
  },
  {
    key: 'lent',
    heading: 'To other policing',
    value: (one) => lentOf(one),
    cell: (one) => showHours(lentOf(one)),
    align: 'end',
  },
  {
    key: 'work',
    heading: 'Could have done',
    value: (one) => occurrencesOf(one),
    cell: (one) => showCount(occurrencesOf(one)),
    align: 'end',
  },
  {
    key: 'overdue',
    heading: 'Fell overdue',
    value: (one) => overdueOf(one),
    cell: (one) => showCount(overdueOf(one)),
    align: 'end',
  },
  { key: 'told', heading: 'Months told', value: (one) => toldMonths(one), align: 'end' },
];
