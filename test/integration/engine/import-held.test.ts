import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Mapping } from '#shared/contract/mapping.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { engineWithWorkspace, importStaff, refusal, staff, upload } from './support.ts';

const absences = (...rows: string[]): string =>
  ['Collar No,From,To,Hours,Reason Group,Half Hours', ...rows, ''].join('\n');

const training = '3001,01/02/2027,03/02/2027,24,Training,12';
const leave = '3002,15/03/2027,15/03/2027,8,Leave,4';

async function load(engine: Engine, content: string, mapping?: Mapping) {
  const uploadId = await upload(engine, 'absences.csv', content);
  return runJob(engine, 'import.abstractions', {
    uploadId,
    dateOrder: 'day-first',
    ...(mapping && { mapping }),
  });
}

const lists = (engine: Engine) => call(engine, 'abstractionLists.list', {});

describe('a list of abstractions', () => {
  it('is held with its days and records, and taken out again', async () => {
    const engine = await engineWithWorkspace();
    await load(engine, absences(training, leave));
    const [list] = await lists(engine);
    expect(list).toMatchObject({
      fileName: 'absences.csv',
      from: '2027-02-01',
      to: '2027-03-15',
      records: 2,
    });
    const listId = list?.id ?? 0;
    expect(await call(engine, 'abstractionLists.rollback', { listId })).toEqual({
      removed: { listId, fileName: 'absences.csv', records: 2 },
    });
    expect(await lists(engine)).toEqual([]);
    expect((await refusal(engine, 'abstractionLists.rollback', { listId })).code).toBe('not-found');
    expect(await load(engine, absences(training, leave))).toMatchObject({ stored: 2, alreadyLoaded: false });
  });

  it('brings back what an earlier list had and took along', async () => {
    const engine = await engineWithWorkspace();
    await load(engine, absences(training));
    const both = absences(training, leave);
    expect(await load(engine, both)).toMatchObject({ stored: 1, alreadyHeld: 1 });
    const first = (await lists(engine)).at(-1);
    await call(engine, 'abstractionLists.rollback', { listId: first?.id ?? 0 });
    expect(await load(engine, both)).toMatchObject({ stored: 1, alreadyHeld: 1, alreadyLoaded: false });
    expect(await lists(engine)).toMatchObject([{ records: 2 }]);
    expect(await load(engine, both)).toMatchObject({
      stored: 0,
      alreadyLoaded: true,
      readsDifferently: false,
    });
  });
});

describe('an absence with other hours', () => {
  const corrected = absences(training.replace(',24,', ',16,'), leave);
  const held = async (engine: Engine) =>
    (await call(engine, 'abstractions.list', { offset: 0, limit: 10 })).rows
      .map(({ from, hours, isCounted }) => [from, hours, isCounted])
      .sort();

  it('in a later list counts as that one has it, which is told, until that one is rolled back', async () => {
    const engine = await engineWithWorkspace();
    await load(engine, absences(training));
    const account = await load(engine, corrected);
    expect(account).toMatchObject({ accepted: 2, stored: 2, alreadyHeld: 0, alreadyLoaded: false });
    expect(account.notes.at(-1)).toContain('One absence is brought up to date');
    expect(await held(engine)).toEqual([
      ['2027-02-01', 16, true],
      ['2027-02-01', 24, false],
      ['2027-03-15', 8, true],
    ]);
    expect(await load(engine, corrected)).toMatchObject({ stored: 0, alreadyLoaded: true });
    const [latest] = await lists(engine);
    await call(engine, 'abstractionLists.rollback', { listId: latest?.id ?? 0 });
    expect(await held(engine)).toEqual([['2027-02-01', 24, true]]);
  });

  it('is held anew where a third list has it as the first had', async () => {
    const engine = await engineWithWorkspace();
    await load(engine, absences(training));
    await load(engine, corrected);
    expect(await load(engine, absences(training, leave))).toMatchObject({ stored: 1, alreadyHeld: 1 });
    expect((await held(engine)).filter(([, , isCounted]) => isCounted)).toEqual([
      ['2027-02-01', 24, true],
      ['2027-03-15', 8, true],
    ]);
    expect(await load(engine, absences(training))).toMatchObject({ stored: 0, alreadyLoaded: true });
  });

  it('does not come back once a person took it out', async () => {
    const engine = await engineWithWorkspace();
    await load(engine, absences(training));
    const [row] = (await call(engine, 'abstractions.list', {})).rows;
    await call(engine, 'abstractions.remove', { id: row?.id ?? 0, why: 'Cancelled' });
    expect(await load(engine, corrected)).toMatchObject({ stored: 1, alreadyHeld: 1 });
    expect(await held(engine)).toEqual([['2027-03-15', 8, true]]);
  });

  it('is no news where a person has put those hours since', async () => {
    const engine = await engineWithWorkspace();
    await importStaff(engine, staff);
    await load(engine, absences(training));
    const { rows } = await call(engine, 'abstractions.list', { offset: 0, limit: 10 });
    const [row] = rows;
    if (!row) throw new Error('The absence was expected to be held.');
    await call(engine, 'abstractions.end', { id: row.id, to: isoDate('2027-02-02'), hours: hours(16) });
    expect(await load(engine, corrected)).toMatchObject({ stored: 1, alreadyHeld: 1, issues: [] });
  });

  it('within one file is a conflicting duplicate', async () => {
    const engine = await engineWithWorkspace();
    const twice = absences(training, training, training.replace(',24,', ',16,'));
    expect(await load(engine, twice)).toMatchObject({
      rowsRead: 3,
      accepted: 1,
      duplicates: { exact: 1, conflicting: 1 },
      conflicts: [{ row: 4, firstRow: 2, columns: ['Hours'] }],
      stored: 1,
    });
    expect(await held(engine)).toEqual([['2027-02-01', 24, true]]);
  });
});

describe('an absence that runs on', () => {
  const loadNamed = async (engine: Engine, fileName: string, ...rows: string[]) =>
    runJob(engine, 'import.abstractions', {
      uploadId: await upload(engine, fileName, absences(...rows)),
      dateOrder: 'day-first',
    });
  const september = '3001,14/09/2026,30/09/2026,104,Sickness,52';
  const october = '3001,14/09/2026,16/10/2026,200,Sickness,100';
  const sicknessOf = async (engine: Engine) =>
    Promise.all(
      (['2026-09', '2026-10'] as const).map(
        async (month) =>
          (await call(engine, 'abstractions.calendar', { team: 'Harbour', month })).hoursByKind.sickness,
      ),
    );

  it('counts as the list of the later day has it, whichever is loaded first, and is brought back by rollback', async () => {
    const engine = await engineWithWorkspace();
    await importStaff(engine, staff);
    await loadNamed(engine, 'absences-2026-09-30.csv', september);
    expect(await sicknessOf(engine)).toEqual([104, 0]);
    const account = await loadNamed(engine, 'absences-2026-10-16.csv', october);
    expect(account.notes).toEqual([
      'One absence is brought up to date: held with other days or hours from an older list, and counted from now on as in this one.',
    ]);
    expect(await sicknessOf(engine)).toEqual([104, 96]);
    const [latest, first] = await lists(engine);
    await call(engine, 'abstractionLists.rollback', { listId: latest?.id ?? 0 });
    expect(await sicknessOf(engine)).toEqual([104, 0]);

    await call(engine, 'abstractionLists.rollback', { listId: first?.id ?? 0 });
    await loadNamed(engine, 'absences-2026-10-16.csv', october);
    const late = await loadNamed(engine, 'absences-2026-09-30.csv', september);
    expect(late.notes).toEqual([
      'One absence is held with other days or hours from a newer list, and counted as in that one.',
    ]);
    expect(await sicknessOf(engine)).toEqual([104, 96]);
    const { rows } = await call(engine, 'abstractions.queue', {});
    expect(rows.map(({ to, sameAs }) => [to, sameAs.map(({ hours }) => hours)])).toEqual([
      ['2026-10-16', [104]],
    ]);
  });

  it('and ended early is not taken to go on in the month that only the older list reached', async () => {
    const engine = await engineWithWorkspace();
    await importStaff(engine, staff);
    await loadNamed(engine, 'absences-2026-09-14.csv', october);
    await loadNamed(engine, 'absences-2026-09-30.csv', september);
    expect(await sicknessOf(engine)).toEqual([104, 0]);
  });
});

describe('a row of a list of abstractions', () => {
  it('that cannot be is rejected, and one of somebody whom no roster names is kept and said', async () => {
    const engine = await engineWithWorkspace();
    const rows = [
      '3001,12/10/2026,13/10/2026,48,Sickness,0',
      '3001,14/10/2026,15/10/2026,48.5,Sickness,0',
      '3001,16/10/2026,16/10/2026,-8,Sickness,0',
      '3001,19/10/2026,18/10/2026,8,Sickness,0',
      '9999,19/10/2026,19/10/2026,8,Sickness,0',
      'Smith 9,20/10/2026,20/10/2026,8,Sickness,0',
    ];
    const preview = async () =>
      (
        await runJob(engine, 'import.previewAbstractions', {
          uploadId: await upload(engine, 'absences-2026-10-31.csv', absences(...rows)),
          dateOrder: 'day-first',
        })
      ).account;
    // Without a roster nothing can be said of anybody.
    expect(await preview()).toMatchObject({ accepted: 3, issues: [] });
    await importStaff(engine, staff);
    const { accepted, rejected, issues } = await preview();
    expect(accepted).toBe(3);
    expect(rejected).toEqual([
      { row: 3, reason: 'more hours than its days have, at 24 a day' },
      { row: 4, reason: 'no hours that can be read, such as 8 or 7:30' },
      { row: 5, reason: 'the last day lies before the first' },
    ]);
    const reason = 'no staff roster held names this officer: kept, and counted once one does';
    expect(issues).toEqual([
      { row: 6, column: 'Collar No', value: '9999', reason },
      { row: 7, column: 'Collar No', value: '', reason },
    ]);
  });
});

it('the calendar says up to which day absence is held, and that nothing is', async () => {
  const engine = await engineWithWorkspace();
  await importStaff(engine, staff);
  const heldTo = async () =>
    (await call(engine, 'abstractions.calendar', { team: 'Harbour', month: '2026-09' })).heldTo;
  expect(await heldTo()).toBeNull();
  await load(engine, absences('3001,14/09/2026,15/09/2026,16,Sickness,8'));
  expect(await heldTo()).toBe('2026-09-15');
});

describe('the day that a list of abstractions speaks of', () => {
  const sick = '3001,13/07/2026,17/07/2026,40,Sickness,20';
  const recent = '3002,02/10/2026,02/10/2026,8,Sickness,4';
  const ahead = '3002,14/12/2099,18/12/2099,40,Sickness,20';
  const dated = async (fileName: string, rows: string[], asAt?: string) => {
    const engine = await engineWithWorkspace();
    const uploadId = await upload(engine, fileName, absences(...rows));
    const given = asAt === undefined ? {} : { asAt: isoDate(asAt) };
    const account = await runJob(engine, 'import.abstractions', {
      uploadId,
      dateOrder: 'day-first',
      ...given,
    });
    const [list] = await lists(engine);
    return { engine, account, list };
  };

  it('is given, else in the name, else the latest day past in it', async () => {
    const given = await dated('absences-2026-10-31.csv', [sick], '2026-09-30');
    expect(given.account).toMatchObject({ asAt: '2026-09-30', asAtFrom: 'given', notes: [] });
    expect(given.list).toMatchObject({ asAt: '2026-09-30', to: '2026-07-17' });
    const named = await dated('absences-2026-10-31.csv', [sick, recent]);
    expect(named.account).toMatchObject({ asAt: '2026-10-31', asAtFrom: 'file-name', notes: [] });
    const untold = await dated('absences.csv', ['3001,13/07/2020,17/07/2020,40,Sickness,20', ahead]);
    expect(untold.account).toMatchObject({ asAt: '2020-07-17', asAtFrom: 'last-day', notes: [] });
    expect(untold.list).toMatchObject({ asAt: '2020-07-17' });
    expect((await dated('absences.csv', [ahead])).list).toMatchObject({ asAt: null });
  });

  it('is not that of a name long after the last absence, and a person can say so all the same', async () => {
    const { engine, account, list } = await dated('absences-2026-10-31.csv', [sick]);
    expect(account).toMatchObject({ asAt: '2026-07-17', asAtFrom: 'last-day' });
    expect(account.notes.join()).toContain('no absence in it is later than 17 Jul 2026');
    expect(list).toMatchObject({ asAt: '2026-07-17' });
    const again = async (asAt?: string) =>
      runJob(engine, 'import.abstractions', {
        uploadId: await upload(engine, 'absences-2026-10-31.csv', absences(sick)),
        dateOrder: 'day-first',
        ...(asAt !== undefined && { asAt: isoDate(asAt) }),
      });
    expect(await again()).toMatchObject({ alreadyLoaded: true });
    expect(await again('2026-10-31')).toMatchObject({ alreadyLoaded: false, stored: 0, alreadyHeld: 1 });
    expect(await lists(engine)).toMatchObject([{ asAt: '2026-10-31', records: 1 }]);
    expect(await again('2026-10-31')).toMatchObject({ alreadyLoaded: true });
    expect(await again()).toMatchObject({ alreadyLoaded: true });
    expect(await lists(engine)).toMatchObject([{ asAt: '2026-10-31' }]);
  });
});

describe('a staff roster', () => {
  it('is taken out again with its people and the teams that only it names; the one before it stands then', async () => {
    const engine = await engineWithWorkspace();
    await importStaff(engine, staff, '2026-09-30');
    const mistaken = 'Collar No,Team,Role,FTE\n4001,Elsewhere,Offender Manager,1\n';
    const { rosterId } = await importStaff(engine, mistaken);
    const teams = async () => (await call(engine, 'teams.list', {})).map(({ team }) => team);
    expect(await teams()).toEqual(['Elsewhere']);
    const input = { rosterId, reason: 'The wrong file' };
    expect(await call(engine, 'rosters.rollback', input)).toEqual({
      removed: { rosterId, asAt: '2026-10-31', fileName: 'staff.csv', people: 1 },
    });
    expect(await call(engine, 'rosters.list', {})).toMatchObject([{ asAt: '2026-09-30' }]);
    expect(await teams()).toEqual(['Harbour']);
    expect(
      await refusal(engine, 'abstractions.calendar', { team: 'Elsewhere', month: '2026-10' }),
    ).toMatchObject({
      code: 'not-found',
    });
    expect((await refusal(engine, 'rosters.rollback', { rosterId })).code).toBe('not-found');
    const { entries } = await call(engine, 'audit.list', {});
    expect(entries.find(({ operation }) => operation === 'rosters.rollback')).toMatchObject({
      action: 'delete',
      reason: 'The wrong file',
      facts: { rosterId, people: 1 },
    });
    expect((await importStaff(engine, mistaken)).alreadyLoaded).toBe(false);
  });
});

/** The mapping that a file is read by, with one column's field moved to another. */
async function moved(
  engine: Engine,
  kind: 'caseload' | 'staff' | 'abstractions',
  content: string,
  fieldOf: (heading: string, field: string | null) => string | null,
): Promise<Mapping> {
  const uploadId = await upload(engine, 'file-2026-10-31.csv', content);
  const { mapping } = await call(engine, 'import.inspect', { uploadId, kind, dateOrder: 'day-first' });
  return {
    ...mapping,
    columns: mapping.columns.map((one) => ({ ...one, field: fieldOf(one.heading, one.field) })),
  };
}

describe('the same bytes by another mapping', () => {
  const hoursElsewhere = (heading: string, field: string | null): string | null =>
    heading === 'Hours' ? null : heading === 'Half Hours' ? 'hours' : field;

  it('change nothing in a list of abstractions until it is rolled back', async () => {
    const engine = await engineWithWorkspace();
    const content = absences(training, leave);
    await load(engine, content);
    const mapping = await moved(engine, 'abstractions', content, hoursElsewhere);
    expect(await load(engine, content, mapping)).toMatchObject({
      alreadyLoaded: true,
      readsDifferently: true,
      stored: 0,
    });
    const [list] = await lists(engine);
    await call(engine, 'abstractionLists.rollback', { listId: list?.id ?? 0 });
    expect(await load(engine, content, mapping)).toMatchObject({ alreadyLoaded: false, stored: 2 });
  });

  it('change nothing in a snapshot until it is rolled back, and the preview says so', async () => {
    const engine = await engineWithWorkspace();
    const content =
      'ViSOR Ref,Team,Risk Level,Next Visit Due,Review\nA1,Harbour,High,17/03/2027,20/04/2027\n';
    const send = () => upload(engine, 'caseload-2026-10-31.csv', content);
    const first = await runJob(engine, 'import.caseload', { uploadId: await send() });
    expect(await runJob(engine, 'import.caseload', { uploadId: await send() })).toMatchObject({
      alreadyLoaded: true,
      readsDifferently: false,
    });
    const mapping = await moved(engine, 'caseload', content, (heading, field) =>
      heading === 'Next Visit Due' ? null : heading === 'Review' ? 'visit.nextDue' : field,
    );
    const uploadId = await send();
    expect(await runJob(engine, 'import.previewCaseload', { uploadId, mapping })).toMatchObject({
      alreadyLoaded: true,
      readsDifferently: true,
    });
    const { snapshotId } = first;
    await call(engine, 'snapshots.rollback', { snapshotId });
    expect(await runJob(engine, 'import.caseload', { uploadId, mapping })).toMatchObject({
      alreadyLoaded: false,
      readsDifferently: false,
    });
  });

  it('are another roster of the day, which stands before the first', async () => {
    const engine = await engineWithWorkspace();
    const send = async (mapping?: Mapping) =>
      runJob(engine, 'import.staff', {
        uploadId: await upload(engine, 'staff-2026-10-31.csv', staff),
        ...(mapping && { mapping }),
      });
    const first = await send();
    const mapping = await moved(engine, 'staff', staff, (heading, field) =>
      heading === 'Contract' ? null : field,
    );
    expect((await send(mapping)).rosterId).not.toBe(first.rosterId);
    expect(await send(mapping)).toMatchObject({ alreadyLoaded: true });
  });
});
