import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Input } from '#shared/contract/registry.ts';
import { exampleReasons } from '#shared/domain/abstraction.ts';
import { isoDate } from '#shared/domain/dates.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  refusal,
  staff,
  upload,
} from './support.ts';

const football: Input<'abstractions.record'> = {
  collar: '3001',
  from: '2026-10-10',
  to: '2026-10-10',
  startTime: null,
  hours: 8,
  group: 'Operational',
  activity: 'Football',
  toOtherPolicing: true,
  detail: null,
  isPlanned: true,
  requestedBy: 'Operations',
  approvedBy: '3010',
};
type Changes = { [K in keyof typeof football]?: string | number | boolean | null };
const abstraction = (changes: Changes = {}) => ({ ...football, ...changes }) as typeof football;

async function teamEngine(): Promise<Engine> {
  const engine = await engineWithWorkspace();
  await importStaff(engine, staff);
  return engine;
}

const load = async (engine: Engine, ...rows: string[]) => loadNamed(engine, 'absences.csv', ...rows);
const loadNamed = async (engine: Engine, fileName: string, ...rows: string[]) =>
  runJob(engine, 'import.abstractions', {
    uploadId: await upload(
      engine,
      fileName,
      ['Collar No,From,To,Hours,Reason Group,Activity,To Other Policing', ...rows, ''].join('\n'),
    ),
    dateOrder: 'day-first',
  });

const list = (engine: Engine, input: Input<'abstractions.list'> = {}) =>
  call(engine, 'abstractions.list', input);
const record = async (engine: Engine, changes: Changes = {}) =>
  (await call(engine, 'abstractions.record', abstraction(changes))).row;

describe('an abstraction', () => {
  it('is recorded by whom and when, with its kind and team, and stands in ledger and calendar', async () => {
    const engine = await teamEngine();
    const row = await record(engine);
    expect(row).toMatchObject({
      team: 'Harbour',
      kind: 'other-policing',
      source: 'recorded',
      requestedBy: 'Operations',
      reviewed: null,
      sameAs: [],
      isCounted: true,
    });
    expect(row.recorded?.by).not.toBe('');
    expect(await list(engine, { team: 'harbour', kind: 'other-policing' })).toMatchObject({
      total: 1,
      hours: 8,
    });
    expect(await list(engine, { kind: 'court' })).toMatchObject({ total: 0 });
    const month = await call(engine, 'abstractions.calendar', { team: 'Harbour', month: '2026-10' });
    expect(month.officers.map(({ collar, hours }) => [collar, hours])).toEqual([
      ['3001', 8],
      ['3002', 0],
      ['3010', 0],
    ]);
    expect(month.officers[0]?.cells).toMatchObject([{ day: '2026-10-10', hours: 8, ids: [row.id] }]);
    expect(month.days[9]).toMatchObject({ day: '2026-10-10', isWorkingDay: false, away: 1 });
    expect(month.hoursByKind['other-policing']).toBe(8);
  });

  it('is refused where it cannot be', async () => {
    const engine = await teamEngine();
    const refused = async (changes: Changes) => refusal(engine, 'abstractions.record', abstraction(changes));
    expect((await refused({ to: '2026-10-09' })).message).toContain('lies before the first');
    expect((await refused({ hours: 25 })).message).toContain('at most 24');
    expect((await refused({ to: '2026-10-11', startTime: '09:00' })).message).toContain('part of one day');
    expect((await refused({ collar: '9999' })).message).toContain('No staff list names');
    await record(engine);
    expect(await refused({})).toMatchObject({ code: 'conflict' });
    expect(await list(engine)).toMatchObject({ total: 1 });
  });

  it('is edited, ended early and taken out, and its trace tells of each', async () => {
    const engine = await teamEngine();
    const { id } = await record(engine, { from: '2026-10-12', to: '2026-10-16', hours: 40 });
    await call(engine, 'abstractions.review', { ids: [id], note: 'Agreed' });
    const { row } = await call(engine, 'abstractions.edit', {
      id,
      ...abstraction({ from: '2026-10-12', to: '2026-10-18', hours: 40, activity: 'Mutual aid' }),
    });
    expect(row).toMatchObject({ activity: 'Mutual aid', reviewed: null });
    expect(await refusal(engine, 'abstractions.end', { id, to: '2026-10-18' })).toMatchObject({
      code: 'invalid-input',
    });
    const ended = await call(engine, 'abstractions.end', { id, to: '2026-10-14' });
    expect(ended.row).toMatchObject({ to: '2026-10-14', hours: 24 });
    await call(engine, 'abstractions.remove', { id, why: 'Cancelled' });
    expect(await list(engine)).toMatchObject({ total: 0, rows: [] });
    expect(await list(engine, { removed: true })).toMatchObject({
      rows: [{ removed: { why: 'Cancelled' } }],
    });
    const trace = await call(engine, 'abstractions.trace', { id });
    expect(trace.map(({ what, note }) => [what, note])).toEqual([
      ['recorded', null],
      ['reviewed', 'Agreed'],
      ['edited', null],
      ['ended', null],
      ['removed', 'Cancelled'],
    ]);
    expect(trace[2]?.before).toMatchObject({ to: '2026-10-16', activity: 'Football' });
    expect(await refusal(engine, 'abstractions.edit', { id, ...abstraction() })).toMatchObject({
      code: 'conflict',
    });
  });

  it('known from both sources is recognised and counts once', async () => {
    const engine = await teamEngine();
    await load(
      engine,
      '3001,12/10/2026,18/10/2026,40,Absence,Sickness,no',
      '3002,12/10/2026,12/10/2026,4,Absence,Sickness,no',
    );
    const { id, sameAs, isCounted } = await record(engine, {
      group: 'Absence',
      activity: 'Sickness',
      toOtherPolicing: false,
      from: '2026-10-12',
      to: '2026-10-14',
      hours: 24,
    });
    expect({ sameAs: sameAs.map(({ hours }) => hours), isCounted }).toEqual({
      sameAs: [40],
      isCounted: true,
    });
    const month = await call(engine, 'abstractions.calendar', { team: 'Harbour', month: '2026-10' });
    expect(month.hoursByKind.sickness).toBeCloseTo(24 + 16 + 4);
    const queue = await call(engine, 'abstractions.queue', {});
    expect(queue.rows.map((row) => row.id)).toContain(id);
    const same = { from: '2026-10-12', to: '2026-10-12', hours: 4 };
    await record(engine, {
      ...same,
      collar: '3002',
      group: 'Absence',
      activity: 'Sickness',
      toOtherPolicing: false,
    });
    const { rows } = await list(engine);
    expect(rows.map((row) => row.isCounted)).toContain(false);
    // What does not count waits for no review: ledger and queue say the same.
    const { overdue } = await call(engine, 'abstractions.queue', {});
    expect(overdue).toBeGreaterThan(0);
    expect(rows.filter((row) => row.isReviewOverdue)).toHaveLength(overdue);
  });

  it('that overlaps another takes no day twice: calendar, rate and effect agree', async () => {
    const engine = await teamEngine();
    const sick = { group: 'Absence', activity: 'Sickness', toOtherPolicing: false };
    // Monday 7 to Friday 18 September 2026, and from Monday 14 to Friday 25: fifteen days of eight hours.
    await record(engine, { ...sick, from: '2026-09-07', to: '2026-09-18', hours: 80 });
    await record(engine, { ...sick, from: '2026-09-14', to: '2026-09-25', hours: 88 });
    await importCaseload(engine, caseload({ reference: 'D1' }));
    const month = await call(engine, 'abstractions.calendar', { team: 'Harbour', month: '2026-09' });
    expect(month.hoursByKind.sickness).toBeCloseTo(120, 9);
    expect(month.officers.find(({ collar }) => collar === '3001')?.hours).toBeCloseTo(120, 9);
    const september = <T extends { month: string }>(rows: readonly T[]) =>
      rows.find((row) => row.month === '2026-09');
    const rate = await call(engine, 'abstractions.rate', { team: 'Harbour' });
    expect(september(rate.months)?.lost).toBeCloseTo(120, 9);
    const { teams } = await call(engine, 'abstractions.effect', { team: 'Harbour' });
    expect(september(teams[0]?.months ?? [])?.lost).toBeCloseTo(120, 9);
    // The ledger shows each as it was recorded.
    expect((await list(engine)).hours).toBe(168);
  });

  it('is proposed with the hours of the person’s working days, and with what is there already', async () => {
    const engine = await teamEngine();
    const propose = (collar: string, from: string, to: string, id?: number) =>
      call(engine, 'abstractions.propose', {
        collar,
        from: isoDate(from),
        to: isoDate(to),
        ...(id !== undefined && { id }),
      });
    // 21 to 24 and 29 to 31 December and 4 January: eight working days.
    expect(await propose('3001', '2026-12-21', '2027-01-04')).toEqual({ hours: 64, overlaps: [] });
    // Staff at a half: 8 × 37 ÷ 5 × 0.5.
    expect((await propose('3002', '2026-12-21', '2027-01-04')).hours).toBeCloseTo(29.6, 9);
    expect((await propose('3001', '2026-12-05', '2026-12-06')).hours).toBeNull();
    expect((await propose('9999', '2026-12-21', '2027-01-04')).hours).toBeNull();

    const { id } = await record(engine, { from: '2026-12-21', to: '2027-01-04', hours: 64 });
    expect((await propose('3001', '2026-12-23', '2027-01-08')).overlaps).toEqual([
      { id, from: '2026-12-21', to: '2027-01-04', group: 'Operational', activity: 'Football' },
    ]);
    expect((await propose('3001', '2027-01-05', '2027-01-08')).overlaps).toEqual([]);
    expect((await propose('3002', '2026-12-23', '2027-01-08')).overlaps).toEqual([]);
    expect((await propose('3001', '2026-12-21', '2027-01-04', id)).overlaps).toEqual([]);
    const { code } = await refusal(engine, 'abstractions.propose', {
      collar: '3001',
      from: '0002-01-01',
      to: '2026-01-01',
    });
    expect(code).toBe('invalid-input');
  });

  it('imported and taken out does not come back, nor twice after an edit', async () => {
    const engine = await teamEngine();
    const rows = [
      '3001,12/10/2026,12/10/2026,8,Court,Crown Court,no',
      '3002,12/10/2026,12/10/2026,4,Court,Crown Court,no',
    ] as const;
    await load(engine, ...rows);
    const held = (await list(engine)).rows;
    const idOf = (collar: string): number => held.find((row) => row.collar === collar)?.id ?? 0;
    await call(engine, 'abstractions.remove', { id: idOf('3001'), why: 'It was cancelled' });
    await call(engine, 'abstractions.edit', {
      id: idOf('3002'),
      ...abstraction({
        collar: '3002',
        from: '2026-10-12',
        to: '2026-10-12',
        group: 'Court',
        activity: null,
        hours: 2,
        toOtherPolicing: false,
      }),
    });
    const again = await load(engine, ...rows, '3001,13/10/2026,13/10/2026,8,Court,Crown Court,no');
    expect(again).toMatchObject({ stored: 1, alreadyHeld: 2 });
    expect(await list(engine)).toMatchObject({ total: 2, hours: 10 });
  });
});

describe('the review', () => {
  it('takes many at once with a note, and counts those that are overdue', async () => {
    const engine = await teamEngine();
    const ids = [];
    for (const day of ['2020-01-06', '2020-01-07', '2020-01-08'])
      ids.push((await record(engine, { from: day, to: day })).id);
    await record(engine, { from: '2099-01-05', to: '2099-01-05' });
    const queue = await call(engine, 'abstractions.queue', {});
    expect(queue).toMatchObject({ total: 3, overdue: 3, reviewDays: 28 });
    expect(queue.rows.map((row) => row.id)).toEqual(ids);
    const reviewed = { ids: [...ids.slice(0, 2), 99_999], note: 'Seen at the meeting' };
    expect(await call(engine, 'abstractions.review', reviewed)).toEqual({
      reviewed: 2,
      leftAlone: 1,
      ids: ids.slice(0, 2),
    });
    expect(await call(engine, 'abstractions.queue', {})).toMatchObject({ total: 1, overdue: 1 });
    const [row] = (await list(engine, { reviewed: true })).rows;
    expect(row?.reviewed).toMatchObject({ note: 'Seen at the meeting' });
  });

  it('is taken back: the record waits again, and its trace and the log tell of both', async () => {
    const engine = await teamEngine();
    const [first, second] = [
      await record(engine),
      await record(engine, { from: '2020-01-07', to: '2020-01-07' }),
    ];
    await call(engine, 'abstractions.review', { ids: [first.id], note: 'By mistake' });
    const asked = { ids: [first.id, first.id, second.id, 99_999] };
    expect(await call(engine, 'abstractions.takeBackReview', asked)).toEqual({ takenBack: 1, leftAlone: 2 });
    expect(await call(engine, 'abstractions.queue', {})).toMatchObject({ total: 2 });
    expect(await list(engine, { reviewed: true })).toMatchObject({ total: 0 });
    const traceOf = (id: number) => call(engine, 'abstractions.trace', { id });
    expect((await traceOf(first.id)).map(({ what, before, note }) => [what, before, note])).toEqual([
      ['recorded', null, null],
      ['reviewed', null, 'By mistake'],
      ['review-taken-back', null, null],
    ]);
    expect(await traceOf(second.id)).toHaveLength(1);
    const { entries } = await call(engine, 'audit.list', { limit: 1 });
    expect(entries).toMatchObject([{ operation: 'abstractions.takeBackReview', facts: { takenBack: 1 } }]);
    await call(engine, 'abstractions.review', { ids: [first.id], note: 'Seen' });
    expect((await list(engine, { reviewed: true })).rows[0]?.reviewed).toMatchObject({ note: 'Seen' });
  });

  it('of one that was taken out stands', async () => {
    const engine = await teamEngine();
    const { id } = await record(engine);
    await call(engine, 'abstractions.review', { ids: [id], note: 'Agreed' });
    await call(engine, 'abstractions.remove', { id, why: 'Cancelled' });
    const asked = { ids: [id] };
    expect(await call(engine, 'abstractions.takeBackReview', asked)).toEqual({ takenBack: 0, leftAlone: 1 });
    expect((await list(engine, { removed: true })).rows[0]?.reviewed).toMatchObject({ note: 'Agreed' });
  });

  it('is asked for the kinds that the settings name', async () => {
    const engine = await teamEngine();
    await record(engine);
    const settings = await call(engine, 'settings.get', {});
    const abstractions = { ...settings.abstractions, reviewKinds: ['court' as const] };
    await call(engine, 'settings.save', { settings: { ...settings, abstractions } });
    expect(await call(engine, 'abstractions.queue', {})).toMatchObject({ total: 0 });
  });
});

describe('regular abstractions', () => {
  it('are found with their dates and set aside with a reason', async () => {
    const engine = await teamEngine();
    const fridays = ['04/09', '11/09', '18/09', '25/09', '02/10', '09/10', '16/10', '23/10', '30/10'];
    await load(engine, ...fridays.map((day) => `3001,${day}/2026,${day}/2026,8,Operational,Football,yes`));
    const find = () => call(engine, 'abstractions.regular', { team: 'Harbour', asAt: '2026-10-31' });
    const { findings } = await find();
    const weekly = findings.find((one) => one.collar === '3001' && one.rule === 'weekday');
    expect(weekly).toMatchObject({
      weekday: 5,
      times: 9,
      kind: 'other-policing',
      dismissed: null,
      hours: 72,
    });
    expect(weekly?.dates).toHaveLength(9);
    const key = weekly?.key ?? '';
    await call(engine, 'abstractions.dismiss', { key, why: 'Agreed for the season' });
    const again = (await find()).findings.find((one) => one.key === key);
    expect(again?.dismissed).toMatchObject({ why: 'Agreed for the season', since: 0 });
    await call(engine, 'abstractions.dismiss', { key, why: null });
    expect((await find()).findings.find((one) => one.key === key)?.dismissed).toBeNull();
  });
});

describe('reasons', () => {
  it('are examples until the force has its own, whose kinds the records follow', async () => {
    const engine = await teamEngine();
    await load(
      engine,
      '3001,12/10/2026,12/10/2026,8,Ops,Village fete,no',
      '3001,13/10/2026,13/10/2026,8,OPERATIONAL,Football,yes',
      '3002,13/10/2026,13/10/2026,8,Operational,football,no',
    );
    const held = await call(engine, 'abstractions.reasons', {});
    expect(held.reasons).toEqual(
      exampleReasons.map((one) => ({ ...one, records: one.activity === 'Football' ? 2 : 0 })),
    );
    expect(held.unlisted).toMatchObject([
      { group: 'Ops', activity: 'Village fete', kind: 'other', records: 1 },
    ]);
    const fete = {
      group: 'Ops',
      activity: 'Village fete',
      kind: 'other-policing' as const,
      toOtherPolicing: true,
    };
    await call(engine, 'abstractions.saveReasons', { reasons: [fete] });
    expect((await list(engine, { to: '2026-10-12' })).rows).toMatchObject([{ kind: 'other-policing' }]);
    // Reasons taken off the list stay with their records, which their own words and being lent give a kind.
    expect((await list(engine, { from: '2026-10-13' })).rows.map((row) => [row.activity, row.kind])).toEqual(
      expect.arrayContaining([
        ['Football', 'other-policing'],
        ['football', 'other'],
      ]),
    );
    expect(await refusal(engine, 'abstractions.saveReasons', { reasons: [fete, fete] })).toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('rate and effect', () => {
  it('set what was assumed beside what was measured, and lost hours beside work that fell overdue', async () => {
    const engine = await teamEngine();
    await importCaseload(
      engine,
      caseload({ reference: 'D1', nextVisit: '10/01/2027' }),
      'caseload-2026-09-30.csv',
    );
    await importCaseload(
      engine,
      caseload({ reference: 'D1', nextVisit: '10/10/2026' }, { reference: 'D2', nextVisit: '10/09/2026' }),
      'caseload-2026-10-31.csv',
    );
    await loadNamed(engine, 'absences-2026-10-31.csv', '3001,12/10/2026,13/10/2026,16,Absence,Sickness,no');
    const rate = await call(engine, 'abstractions.rate', { team: 'Harbour' });
    const october = rate.months.at(-1);
    expect(october).toMatchObject({ month: '2026-10', lost: 16 });
    expect(october?.actual).toBeCloseTo(16 / (october?.contracted ?? 0));
    expect(october?.assumed).toBeCloseTo(0.05);
    expect(rate.shares.find(({ of }) => of === 'leave')?.actual).toBeNull();
    const demand = await call(engine, 'demand.get', { team: 'Harbour' });
    expect(demand.teams[0]?.capacity.length).toBeGreaterThan(0);
    const effect = await call(engine, 'abstractions.effect', { team: 'Harbour' });
    const months = effect.teams[0]?.months ?? [];
    // Of the two visits overdue on 31 October one fell due after the snapshot before.
    expect(months.at(-1)).toMatchObject({
      month: '2026-10',
      lost: 16,
      fellOverdue: 1,
      fellOverdueNext: null,
    });
    expect(months.at(-2)).toMatchObject({ fellOverdue: null, fellOverdueNext: 1 });
    expect(effect.countedWork).toContain('Visit, ARMS and RMP review');
    const each = effect.teams[0]?.hoursPerOccurrence ?? 0;
    expect(months.at(-1)?.occurrences).toBeCloseTo((16 * 0.65) / each);
    expect(effect.teams[0]?.together[0]).toMatchObject({ months: 1, correlation: null });
  });

  it('rest on the months before absence stops being held, and say so', async () => {
    const engine = await teamEngine();
    await importCaseload(engine, caseload({ reference: 'D1' }), 'caseload-2026-10-31.csv');
    const rate = () => call(engine, 'abstractions.rate', { team: 'Harbour' });
    const warningsOfDemand = async () => (await call(engine, 'demand.get', {})).warnings.join();
    expect((await rate()).months.at(-1)).toMatchObject({ month: '2026-10' });
    expect((await rate()).restsOnMonths).toBe(0);

    // By hand: the month of the latest record counts whole.
    const sick = { group: 'Absence', activity: 'Sickness', toOtherPolicing: false };
    const byHand = await record(engine, { ...sick, from: '2026-08-03', to: '2026-08-04', hours: 16 });
    expect(await rate()).toMatchObject({
      restsOnMonths: 1,
      warnings: [expect.stringContaining('held up to 31 Aug')],
    });

    // A list tells of all; what is recorded by hand beside it adds no month.
    const july = 'absences-2026-07-17.csv';
    await loadNamed(engine, july, '3001,15/06/2026,17/07/2026,200,Absence,Sickness,no');
    const held = await rate();
    expect(held.months.at(-1)).toMatchObject({ month: '2026-06' });
    expect(held.months.at(-1)?.lost).toBeCloseTo((200 * 12) / 25);
    expect(held.restsOnMonths).toBe(1);
    expect(held.warnings.join()).toContain('held up to 17 Jul 2026 only');
    expect(await warningsOfDemand()).toContain('held up to 17 Jul 2026 only');
    const { warnings, teams } = await call(engine, 'abstractions.effect', { team: 'Harbour' });
    expect(warnings).toEqual(held.warnings);
    expect(teams[0]?.months.at(-1)).toMatchObject({ month: '2026-06' });

    await call(engine, 'abstractions.remove', { id: byHand.id, why: 'A slip' });
    const [list] = await call(engine, 'abstractionLists.list', {});
    await call(engine, 'abstractionLists.rollback', { listId: list?.id ?? 0 });
    expect(await rate()).toMatchObject({ restsOnMonths: 0, warnings: [] });
    expect(await warningsOfDemand()).not.toContain('held up to');
  });

  it('do not tell what fell overdue in a month whose cases were purged', async () => {
    const engine = await teamEngine();
    const overdue = caseload({ reference: 'D1', nextVisit: '10/09/2026' });
    for (const month of ['2026-08-31', '2026-09-30', '2026-10-31'])
      await importCaseload(engine, overdue, `caseload-${month}.csv`);
    const september = async () => {
      const { teams } = await call(engine, 'abstractions.effect', { team: 'Harbour' });
      return teams[0]?.months.find(({ month }) => month === '2026-09')?.fellOverdue;
    };
    expect(await september()).toBe(1);
    await runJob(engine, 'retention.purge', { before: isoDate('2026-10-01') });
    expect(await september()).toBeNull();
  });
});
