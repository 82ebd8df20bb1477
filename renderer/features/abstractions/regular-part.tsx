import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { RegularFinding } from '#shared/domain/abstraction.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { notify } from '../../components/notify.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { useSidePanel } from '../../components/overlay/use-side-panel.ts';
import { Banner } from '../../components/states/panels.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { showHours } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { showDay, showReason } from './model.ts';
import {
  chanceWords,
  dismissedWords,
  findingTitle,
  newestDates,
  patternOf,
  regularHeadline,
  thresholdWords,
} from './regular-model.ts';
import short from '../../view/in-short.module.css';
import styles from './abstractions.module.css';

/** The same officer or team taken for the same reason again and again, with the dates that show it. */
export function RegularPart({ asAt }: { asAt: IsoDate }) {
  const { team, toPlace } = useLookedAt();
  const panel = useSidePanel<RegularFinding>();
  const found = useQuery(
    'abstractions.regular',
    { asAt, ...(team === undefined ? {} : { team }) },
    { keepsPrevious: true },
  );
  const columns = useMemo(() => findingColumns(team === undefined), [team]);
  return (
    <Asked query={found} title="What is regular could not be worked out">
      {({ findings, thresholds, from, asAt: until }) => {
        const list = (label: string, rows: readonly RegularFinding[], empty: string) => (
          <DataTable
            label={label}
            rows={rows}
            columns={columns}
            rowKey={({ key }) => key}
            empty={empty}
            onOpen={panel.open}
            maxHeight={440}
          />
        );
        const aside = findings.filter(({ dismissed }) => dismissed !== null);
        return (
          <>
            <div className={short.headline} role="group" aria-label="In short">
              <p className={short.first}>{regularHeadline(findings)}</p>
              <p>
                {thresholdWords(thresholds, from, until)}{' '}
                <Link to={toPlace('/settings')}>Change the thresholds</Link>
              </p>
            </div>
            {list(
              'Regular abstractions',
              findings.filter(({ dismissed }) => dismissed === null),
              'Nothing comes again and again.',
            )}
            {aside.length > 0 && (
              <Section title="Set aside" about="Each with its reason; it stays until taken back">
                {list('Findings set aside', aside, '')}
              </Section>
            )}
            <SidePanel
              isOpen={panel.isOpen}
              holdsForms
              title={panel.shown ? findingTitle(panel.shown) : ''}
              onClose={panel.close}
            >
              {panel.shown && <Finding key={panel.shown.key} finding={panel.shown} onDone={panel.close} />}
            </SidePanel>
          </>
        );
      }}
    </Asked>
  );
}

function Finding({ finding, onDone }: { finding: RegularFinding; onDone: () => void }) {
  const { dates, needed, times, chance, hours } = finding;
  return (
    <div className={styles.details}>
      <p>
        {counted(times, 'time')}, where {String(needed)} would be enough; {showHours(hours)} in all. By
        chance: {chanceWords(chance)}.
      </p>
      <Section title="Evidence" about={counted(dates.length, 'date')}>
        <ul className={styles.dates} aria-label="Dates">
          {dates.map((day) => (
            <li key={day}>{showDay(day)}</li>
          ))}
        </ul>
      </Section>
      <SetAside finding={finding} onDone={onDone} />
    </div>
  );
}

function SetAside({ finding, onDone }: { finding: RegularFinding; onDone: () => void }) {
  const [why, setWhy] = useState('');
  const dismiss = useCommandOnce('abstractions.dismiss');
  const send = (reason: string | null) => {
    dismiss.mutate(
      { key: finding.key, why: reason },
      {
        onSuccess: () => {
          notify(`${findingTitle(finding)}: ${reason === null ? 'taken up again' : 'set aside'}.`);
          onDone();
        },
      },
    );
  };
  return (
    <Section title="Set aside">
      {finding.dismissed ? (
        <>
          <p>{dismissedWords(finding)}</p>
          <div>
            <Button
              variant="default"
              loading={dismiss.isPending}
              onClick={() => {
                send(null);
              }}
            >
              Take up again
            </Button>
          </div>
        </>
      ) : (
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (why.trim() !== '') send(why);
          }}
        >
          <div className={styles.grow}>
            <TextInput
              label="Why it needs nothing done"
              maxLength={300}
              value={why}
              onChange={(event) => {
                setWhy(event.currentTarget.value);
              }}
            />
          </div>
          <Button type="submit" variant="default" loading={dismiss.isPending} disabled={why.trim() === ''}>
            Set aside
          </Button>
        </form>
      )}
      {dismiss.error && (
        <div role="alert">
          <Banner tone="bad">{dismiss.error.message}</Banner>
        </div>
      )}
    </Section>
  );
}

function findingColumns(hasTeams: boolean): Array<Column<RegularFinding>> {
  return [
    { key: 'who', heading: 'Who', value: ({ collar }) => collar ?? 'Whole team', isRowHeader: true },
    ...(hasTeams ? [{ key: 'team', heading: 'Team', value: ({ team }: RegularFinding) => team }] : []),
    { key: 'reason', heading: 'Reason', value: (one) => showReason(one) },
    { key: 'pattern', heading: 'How regular', value: ({ times }) => times, cell: (one) => patternOf(one) },
    {
      key: 'hours',
      heading: 'Hours',
      value: ({ hours }) => hours,
      cell: ({ hours }) => showHours(hours),
      align: 'end',
    },
    {
      key: 'dates',
      heading: 'Evidence',
      value: ({ dates }) => dates.at(-1) ?? null,
      isText: true,
      cell: (one) => (
        <>
          {newestDates(one)}
          {one.dismissed && <span className={styles.dim}> {dismissedWords(one)}</span>}
        </>
      ),
    },
  ];
}
