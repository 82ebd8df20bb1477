import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Snapshot } from '#shared/contract/imports.ts';
import { choosePair } from '#shared/planning/changes/pair.ts';
import type { ApiError } from '../../api/api-error.ts';
import { useQuery } from '../../api/hooks.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { useForecast } from '../../view/use-forecast.ts';
import {
  abstractionFact,
  changesFact,
  isWithinLimit,
  overdueFact,
  ratioFact,
  ratioOf,
  signOffFact,
} from './facts-model.ts';
import styles from './overview.module.css';

const none: readonly Snapshot[] = [];

/** How things stand beside the load, a line each, and each line's page. Every line is there when its own answer is. */
export function Facts({ hasRoster }: { hasRoster: boolean }) {
  const { snapshot, team } = useLookedAt();
  const { data: held = none } = useQuery('snapshots.list', {});
  const pair = choosePair(held, { to: snapshot });
  const before = pair?.from ?? null;
  return (
    <Section
      title="How things are moving"
      about={before ? (team ?? 'The force') : 'No earlier snapshot is held, so nothing is said of change'}
    >
      <dl className={styles.facts}>
        {hasRoster && <RatioLine held={held} before={before} />}
        <OverdueLine before={before} />
        <SignOffLine />
        {hasRoster && <AbstractionLine />}
        {pair && before && <ChangesLine from={before} to={pair.to} />}
      </dl>
    </Section>
  );
}

function Line({ name, to, children }: { name: string; to: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Link to={to}>{name}</Link>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is said of an answer; until it is there, room for its line. */
function Said<T>({ of, say }: { of: UseQueryResult<T, ApiError>; say: (data: T) => string }) {
  if (of.data !== undefined) return say(of.data);
  return of.error ? `not known: ${of.error.message}` : '…';
}

/** The team looked at, as queries take it. */
function useScope() {
  const { team, snapshotChoice, toPlace } = useLookedAt();
  const ofTeam = team === undefined ? {} : { team };
  return { team, ofTeam, scope: { ...snapshotChoice, ...ofTeam }, snapshotChoice, toPlace };
}

function RatioLine({ held, before }: { held: readonly Snapshot[]; before: Snapshot | null }) {
  const { team, snapshotChoice, toPlace } = useScope();
  const now = useQuery('ratio.get', snapshotChoice);
  const then = useQuery('ratio.get', { snapshotId: before?.id ?? 0 }, { enabled: before !== null });
  const isForecast = now.data !== undefined && isWithinLimit(ratioOf(now.data, team));
  const forecast = useForecast(now.data?.snapshotId ?? null, held, isForecast);
  return (
    <Line name="RSOs per offender manager" to={toPlace('/staffing')}>
      <Said of={now} say={(data) => ratioFact(data, then.data, forecast.result, team)} />
    </Line>
  );
}

function OverdueLine({ before }: { before: Snapshot | null }) {
  const { ofTeam, scope, toPlace } = useScope();
  const now = useQuery('backlog.counts', scope);
  const then = useQuery(
    'backlog.counts',
    { snapshotId: before?.id ?? 0, ...ofTeam },
    { enabled: before !== null },
  );
  return (
    <Line name="Overdue work" to={toPlace('/backlog')}>
      <Said of={now} say={(data) => overdueFact(data, then.data)} />
    </Line>
  );
}

function SignOffLine() {
  const { scope, toPlace } = useScope();
  return (
    <Line name="Sign-offs" to={toPlace('/backlog', { part: 'signoff' })}>
      <Said of={useQuery('signoff.counts', scope)} say={signOffFact} />
    </Line>
  );
}

function AbstractionLine() {
  const { scope, toPlace } = useScope();
  return (
    <Line name="Abstractions" to={toPlace('/abstractions', { part: 'capacity' })}>
      <Said of={useQuery('abstractions.rate', scope)} say={abstractionFact} />
    </Line>
  );
}

function ChangesLine({ from, to }: { from: Snapshot; to: Snapshot }) {
  const { ofTeam, toPlace } = useScope();
  return (
    <Line name="Cases" to={toPlace('/changes')}>
      <Said of={useQuery('changes.get', { from: from.id, to: to.id, ...ofTeam })} say={changesFact} />
    </Line>
  );
}
