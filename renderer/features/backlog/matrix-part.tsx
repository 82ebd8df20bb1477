import { SegmentedControl } from '@mantine/core';
import type { Backlog } from '#shared/contract/backlog.ts';
import { listed } from '#shared/planning/wording.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { useSidePanel } from '../../components/overlay/use-side-panel.ts';
import { EmptyPanel } from '../../components/states/panels.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { teamsOver } from '../../view/overdue-said.ts';
import { Section } from '../../view/page.tsx';
import { CaseList } from './case-list.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { belowHeadline, cellTitle, headline, type Cell } from './model.ts';
import { TeamTable } from './team-table.tsx';
import { Trend } from './trend.tsx';
import short from '../../view/in-short.module.css';
import styles from './backlog.module.css';

/** One duty's overdue work: how much, how late, how it changed, and what to do first. */
export function MatrixPart({ backlog }: { backlog: Backlog }) {
  const { search, change, team } = useLookedAt();
  const panel = useSidePanel<Cell>();
  const { duties, tolerance, clearing, teams } = backlog;
  const duty = duties.find((one) => one.duty === search.get('duty')) ?? duties[0];
  if (!duty) return <EmptyPanel title="No duty has due dates of its own" />;
  const cell = panel.shown ?? {};
  const over = team === undefined ? teamsOver(backlog, duty.duty) : [];
  return (
    <>
      <SegmentedControl
        aria-label="Duty"
        className={styles.duties ?? ''}
        value={duty.duty}
        data={duties.map(({ duty: value, name }) => ({ value, label: name }))}
        onChange={(value) => {
          change({ duty: value === duties[0]?.duty ? null : value });
        }}
      />
      <div className={short.headline} role="group" aria-label="In short">
        <p className={short.first}>{headline(duty, tolerance)}</p>
        <p>
          {belowHeadline(duty, clearing)}
          {over.length > 0 && ` Over the tolerance: ${listed(over)}.`}
        </p>
      </div>
      <Cautions unconfirmed={backlog.unconfirmed} />
      <Section title="By risk and lateness" about="Due on or before the day of the snapshot, and not done">
        <MatrixTable duty={duty} onOpen={panel.open} />
      </Section>
      {teams.length > 1 && <TeamTable teams={teams} duty={duty.duty} />}
      <Trend duty={duty} tolerance={tolerance} />
      <Section title="List to act on" about="Highest risk first, then the longest overdue">
        <CaseList duty={duty} cell={{}} label={`List to act on: ${duty.name}`} />
      </Section>
      <SidePanel isOpen={panel.isOpen} isWide title={cellTitle(duty, cell)} onClose={panel.close}>
        <CaseList duty={duty} cell={cell} label={cellTitle(duty, cell)} />
      </SidePanel>
    </>
  );
}
