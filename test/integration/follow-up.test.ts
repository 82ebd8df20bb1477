import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { PlanFollowUp } from '#shared/contract/plans.ts';
import type { Change } from '#shared/domain/changes.ts';
import { lastDayOf, monthZero } from '#shared/domain/dates.ts';
import type { FollowedMove } from '#shared/domain/follow-up.ts';
import type { Problem } from '#shared/domain/problem.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { importCaseload, importStaff, sharedEngine } from './engine/support.ts';

const extracts = new URL('../../../shared/data/extracts/', import.meta.url);
const areHere = existsSync(extracts);
const read = (name: string): Buffer => readFileSync(new URL(name, extracts));
const days = ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'];

/** A chain's dates done and the changes of its case, as the comparison of neighbouring snapshots tells them. */
type Told = {
  all: Change[];
  done: Map<string, string[]>;
  ofCase: Map<string, Array<Change & { seenAt: string }>>;
};

async function changesTold(engine: Engine): Promise<Told> {
  const held = (await call(engine, 'snapshots.list', {})).reverse();
  const told: Told = { all: [], done: new Map(), ofCase: new Map() };
  for (const [index, to] of held.entries()) {
    const from = held[index - 1];
    if (!from) continue;
    const { changes } = await call(engine, 'changes.cases', { from: from.id, to: to.id, limit: 20_000 });
    told.all.push(...changes);
    for (const change of changes) {
      const { reference, duty, lastDone } = change;
      if (change.kind.startsWith('done-') && lastDone !== null) {
        const chain = `${reference}/${duty ?? ''}`;
        told.done.set(chain, [...(told.done.get(chain) ?? []), lastDone]);
      }
      told.ofCase.set(reference, [...(told.ofCase.get(reference) ?? []), { ...change, seenAt: to.asAt }]);
    }
  }
  return told;
}

/** How many pieces of a chain's work the plan has before this one: every duty of the example resets in full. */
function placeOf(move: FollowedMove, moves: readonly FollowedMove[], problem: Problem): number {
  const chain = problem.chains.find(({ id }) => id === move.id);
  if (!chain) throw new Error(`Expected ${move.id} among the chains.`);
  let due = chain.due;
  for (let place = 0; place < 100; place++) {
    if (due === move.dueIndex) return place;
    const moved = moves.find((one) => one.id === move.id && one.dueIndex === due);
    due = (moved?.toIndex ?? Math.max(due, 0)) + chain.interval;
  }
  throw new Error(`Expected ${move.id} due in ${move.due}.`);
}

/** The outcome by plain words, or the two that it can be where only the case's history tells. */
function plainly(move: FollowedMove, date: string | undefined, found: PlanFollowUp): string[] {
  const isOver = lastDayOf(move.to) <= found.newestAsAt;
  if (date === undefined) return [isOver ? 'missed' : 'open', 'overtaken'];
  const month = date.slice(0, 7);
  if (month === move.to) return ['as-planned'];
  const month0 = monthZero(found.asAt);
  const movedFrom = move.due < month0 ? month0 : move.due;
  if (month === movedFrom) return ['due-month', 'overtaken'];
  const last = movedFrom > move.to ? movedFrom : move.to;
  return [month > last ? 'late' : 'other-month', 'overtaken'];
}

describe.skipIf(!areHere)('following up the shared extracts (skipped where ../shared is absent)', () => {
  const engine = sharedEngine();
  const plans = new Map<string, { planId: number; problem: Problem }>();
  let told: Told;
  beforeAll(async () => {
    await importCaseload(engine(), read('caseload-2026-05-31.csv'), 'caseload-2026-05-31.csv');
    await importStaff(engine(), read('staff-2026-10-31.csv'), '2026-05-31');
    for (const { team } of await call(engine(), 'teams.list', {})) {
      const level = { team, withProblem: true };
      const { proposalId, problem } = await runJob(engine(), 'levelling.level', level);
      if (!problem) throw new Error('Expected the problem with the plan.');
      plans.set(team, { planId: (await call(engine(), 'plans.accept', { proposalId })).id, problem });
    }
    for (const day of days) {
      const name = `caseload-${day}.csv`;
      await importCaseload(engine(), read(name), name);
    }
    told = await changesTold(engine());
  }, 180_000);

  it('each of six teams: the outcomes add up and are those of a plain recount', async () => {
    expect(plans.size).toBe(6);
    for (const [team, { planId, problem }] of plans) {
      const found = await call(engine(), 'plans.followUp', { planId });
      const { plan } = await call(engine(), 'plans.get', { planId });
      expect(found).toMatchObject({ team, asAt: '2026-05-31', newestAsAt: '2026-10-31' });
      expect(found.moves.map(({ id, to }) => [id, to])).toEqual(plan.moves.map(({ id, to }) => [id, to]));
      expect(Object.values(found.counts).reduce((sum, count) => sum + count, 0)).toBe(plan.moves.length);
      for (const move of found.moves) {
        const date = told.done.get(move.id)?.[placeOf(move, found.moves, problem)];
        expect(plainly(move, date, found), `${move.id} to ${move.to}`).toContain(move.outcome);
        expect(move.doneOn).toBe(date ?? null);
        expect(found.moves.filter(({ outcome }) => outcome === move.outcome)).toHaveLength(
          found.counts[move.outcome],
        );
      }
      expect(found.counts['as-planned'] + found.counts.overtaken).toBeGreaterThan(0);
    }
  });

  it('what overtook a move is a change that the comparison of snapshots tells too', async () => {
    const kinds = { left: 'left', team: 'team', risk: 'risk' } as const;
    for (const { planId } of plans.values()) {
      const found = await call(engine(), 'plans.followUp', { planId });
      for (const move of found.moves) {
        const changes = told.ofCase.get(move.reference) ?? [];
        const by = move.overtakenBy;
        if (by === 'left' || by === 'team' || by === 'risk') {
          const seen = changes.some(({ kind, seenAt }) => kind === kinds[by] && seenAt === move.seenAsAt);
          expect(seen, `${move.id} ${by}`).toBe(true);
        }
        const hasLeft = changes.find(({ kind, seenAt }) => kind === 'left' && seenAt <= lastDayOf(move.to));
        if (hasLeft && move.doneOn === null) expect(move.outcome).toBe('overtaken');
      }
    }
  });

  it('the hours that happened are those of the work the comparison shows as done', async () => {
    const { standards } = await call(engine(), 'standards.get', {});
    for (const [team, { planId }] of plans) {
      const found = await call(engine(), 'plans.followUp', { planId });
      expect(found.untoldDuties).toEqual(['notification']);
      const over = found.months.filter(({ happened }) => happened !== null);
      expect(over.map(({ month }) => month)).toEqual(days.map((day) => day.slice(0, 7)));
      for (const { month, happened } of over) {
        const load = hoursDone(told, standards, team, month);
        // A case that joined with work done since is not in the comparison of neighbours.
        expect(happened, `${team} ${month}`).toBeGreaterThanOrEqual(load);
        expect(happened ?? 0).toBeLessThan(load * 1.1 + 30);
      }
    }
  });

  it('gives every plan its adherence at once', async () => {
    const all = await call(engine(), 'plans.adherence', {});
    expect(all.map(({ planId }) => planId)).toEqual(
      [...plans.values()].map(({ planId }) => planId).reverse(),
    );
    for (const { planId, adherence } of all) {
      expect((await call(engine(), 'plans.followUp', { planId })).adherence).toEqual(adherence);
    }
  });
});

/** Hours of offender managers' work that the comparison shows done in a month by cases of a team. */
function hoursDone({ all }: Told, standards: Standards, team: string, month: string): number {
  let load = 0;
  for (const { kind, team: own, duty, lastDone, risk } of all) {
    if (!kind.startsWith('done-') || own !== team || lastDone?.startsWith(month) !== true) continue;
    const standard = standards.duties.find(({ key }) => key === duty);
    if (standard?.hoursOf !== 'offender-manager') continue;
    load += standard.values[risk === 'unassessed' ? 'medium' : risk].hours.value;
  }
  return load;
}
