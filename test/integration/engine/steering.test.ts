import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { Steering, type SteeringInput } from '#shared/domain/steering.ts';
import { loadedEngine, PASSPHRASE, refusal } from './support.ts';

const march = '2027-03' as Month;
const february = '2027-02' as Month;
const team = 'Harbour';
const level = (engine: Engine, steering: SteeringInput, more: object = {}) =>
  runJob(engine, 'levelling.level', { team, months: 12, steering, ...more });
const movesOf = (plan: Plan, reference: string) =>
  plan.moves
    .filter((move) => move.reference === reference && move.due === march)
    .map(({ duty, due, to }) => ({ duty, due, to }));
const toCsv = (plan: Plan): string =>
  [
    'ref,duty,due,to',
    ...plan.moves.map(({ reference, duty, due, to }) => [reference, duty, due, to].join(',')),
  ].join('\n');

describe('levelling with steering', () => {
  it('keeps a pin and a refusal, tells what changed, and is stored with the plan', async () => {
    const engine = await loadedEngine();
    const first = await runJob(engine, 'levelling.level', { team, months: 12 });
    const moved = first.plan.moves.find((move) => move.due === march && move.duty === 'visit');
    const still = Array.from({ length: 60 }, (_, index) => `D1000${String(index).padStart(2, '0')}`).find(
      (reference) => !first.plan.moves.some((move) => move.reference === reference),
    );
    if (!moved || still === undefined) throw new Error('Expected a case that moves and one that stays.');

    const steering = {
      pins: [{ chain: `${still}/visit`, due: march, to: february }],
      refusals: [{ chain: moved.id, due: march }],
    };
    const second = await level(engine, steering, { since: { proposalId: first.proposalId } });
    expect(movesOf(second.plan, still)).toEqual([{ duty: 'visit', due: march, to: february }]);
    expect(movesOf(second.plan, moved.reference)).toEqual([]);
    expect(second.steering).toMatchObject(steering);
    expect(first.changedSince).toBeNull();
    expect(second.changedSince?.added.map((move) => move.reference)).toContain(still);
    expect(second.changedSince?.dropped.map((move) => move.id)).toContain(moved.id);
    expect(second.changedSince?.peak).toEqual([first.plan.peakAfter, second.plan.peakAfter]);

    const { id: planId } = await call(engine, 'plans.accept', { proposalId: second.proposalId });
    expect((await call(engine, 'plans.get', { planId })).steering).toEqual(second.steering);
    const third = await level(engine, steering, { since: { planId } });
    expect(third.changedSince).toMatchObject({ added: [], dropped: [], altered: [] });
    expect(JSON.stringify(third.plan)).toBe(JSON.stringify(second.plan));
  });

  it('moves nothing of what is excluded, and follows the reset rule of this plan', async () => {
    const engine = await loadedEngine();
    const { plan } = await level(engine, { excluded: { officers: ['3001'] } });
    expect(plan.moves).toEqual([]);
    const anniversary = { rule: 'anniversary' as const, tolerance: 0, factor: 1 };
    const { plan: own, proposalId } = await level(engine, { reset: { visit: anniversary } });
    expect(own.extraOccurrences).toBe(0);
    // Demand as the accepted plan leaves it follows the plan's own rule too.
    await call(engine, 'plans.accept', { proposalId });
    const demand = await call(engine, 'demand.get', { team, months: 12 });
    expect(demand.teams[0]?.planned?.load).toEqual(own.after);
  });

  it('is refused in words where it names what is not there, or breaks a rule', async () => {
    const engine = await loadedEngine();
    const refused = (steering: SteeringInput) =>
      refusal(engine, 'levelling.level', { team, months: 12, steering });
    expect(await refused({ excluded: { cases: ['nobody'] } })).toMatchObject({
      code: 'invalid-input',
      message: 'Harbour has no case called “nobody”.',
    });
    expect(await refused({ pins: [{ chain: 'D100000/visit', due: march, to: '2027-01' }] })).toMatchObject({
      code: 'invalid-input',
      message:
        'D100000/visit, due in March 2027, cannot be pinned to January 2027: with a window of 1 month only February 2027 to March 2027 are allowed.',
    });
    expect(await refusal(engine, 'levelling.level', { team, since: { planId: 9 } })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('what is said of a plan before it is accepted', () => {
  it('is remembered for its snapshot, team and months until the workspace is closed, and not in its file', async () => {
    const engine = await loadedEngine();
    const { path } = await call(engine, 'workspace.status', {});
    const plan = { snapshotId: 1, team, months: 12 };
    const nothingSaid = Steering.parse({});
    const draft = Steering.parse({ refusals: [{ chain: 'D100000/visit', due: march }] });
    expect(await call(engine, 'steering.get', plan)).toEqual({ draft: nothingSaid, applied: nothingSaid });
    await call(engine, 'steering.keep', { ...plan, draft, applied: nothingSaid });
    expect(await call(engine, 'steering.get', plan)).toEqual({ draft, applied: nothingSaid });
    expect((await call(engine, 'steering.get', { ...plan, months: 24 })).draft).toEqual(nothingSaid);

    await call(engine, 'workspace.close', {});
    await call(engine, 'workspace.open', { path: path ?? '', passphrase: PASSPHRASE });
    expect((await call(engine, 'steering.get', plan)).draft).toEqual(nothingSaid);
  });
});

describe('a plan made by hand', () => {
  it('that is a plan of ours breaks no rule and delivers its load', async () => {
    const engine = await loadedEngine();
    const { plan } = await level(engine, {});
    const replay = await call(engine, 'levelling.replay', { team, months: 12, csv: toCsv(plan) });
    expect(replay.rows.flatMap((row) => row.broken)).toEqual([]);
    expect(replay.delivers).toMatchObject({
      load: plan.after,
      peak: plan.peakAfter,
      moves: plan.moves.length,
    });
    expect(replay.before.load).toEqual(plan.before);
  });

  it('is read with months written in many ways, and judged row by row', async () => {
    const engine = await loadedEngine();
    const csv = [
      'Reference;Duty;Due;To',
      'D100000;Visit;Mar 2027;Feb 2027',
      'D100001;visit;02/03/2027;28/02/2027',
      'D100002;visit;2027-03;04/2027',
      'D100003;visit;2027-03;soon',
      'D999999;visit;2027-03;2027-02',
    ].join('\n');
    const { rows, delivers, claims } = await call(engine, 'levelling.replay', { team, months: 12, csv });
    expect(rows.map((row) => [row.row, row.isApplied, row.broken.map(({ rule }) => rule)])).toEqual([
      [2, true, []],
      [3, true, []],
      [4, false, ['later-than-due']],
      [5, false, ['unreadable']],
      [6, false, ['unknown-case']],
    ]);
    expect(delivers.moves).toBe(2);
    const [feb, mar] = [3, 4];
    expect([delivers.load[feb], delivers.load[mar]]).toEqual([14, 58 * 7]);
    expect(claims.load[mar]).toBe(57 * 7);
  });

  it('without the four columns is refused', async () => {
    const engine = await loadedEngine();
    const error = await refusal(engine, 'levelling.replay', { team, csv: 'case,duty\nD100000,visit\n' });
    expect(error).toMatchObject({ code: 'import-rejected' });
    expect(error.message).toContain('reference, duty, due and to');
  });
});
