import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { openDriver } from '#electron/engine/workspace/key.ts';
import {
  caseload,
  caseloadHeadings,
  caseLine,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  PASSPHRASE,
  refusal,
  sharedEngine,
  staff,
  upload,
} from './support.ts';

const NAME = 'caseload-2026-10-31.csv';

/** The refusal of a file, after which nothing may be stored. */
async function refused(engine: Engine, content: string | Uint8Array, fileName = NAME) {
  const uploadId = await upload(engine, fileName, content);
  const preview = await refusal(engine, 'import.previewCaseload', { uploadId });
  const error = await refusal(engine, 'import.caseload', { uploadId });
  expect(error.message).toBe(preview.message);
  expect(await call(engine, 'snapshots.list', {})).toEqual([]);
  expect(await call(engine, 'teams.list', {})).toEqual([]);
  return error;
}

describe('a caseload', () => {
  it('is accounted for row by row', async () => {
    const engine = await engineWithWorkspace();
    const content = [
      caseloadHeadings,
      caseLine({ reference: 'D1', team: 'St Piran’s' }),
      caseLine({ reference: 'D2', team: " st  piran's" }),
      caseLine({ reference: 'D2', team: "ST PIRAN'S" }),
      caseLine({ reference: 'D1', team: "St Piran's", risk: 'High' }),
      caseLine({ reference: '' }),
      '',
      caseLine({ reference: 'D3', team: '  ' }),
      caseLine({ reference: 'D4', team: "St Piran's", nextVisit: '31/02/2027', risk: 'TBC' }),
      '',
    ].join('\r\n');
    const account = await importCaseload(engine, content);

    expect(account).toMatchObject({
      asAt: '2026-10-31',
      asAtFrom: 'file-name',
      encoding: 'UTF-8',
      delimiter: 'comma',
      rowsRead: 7,
      accepted: 3,
      duplicates: { exact: 1, conflicting: 1 },
      conflicts: [{ row: 5, reference: 'D1', firstRow: 2, columns: ['Risk Level'] }],
      rejected: [
        { row: 6, reason: 'no reference' },
        { row: 8, reason: 'no team' },
      ],
      teams: [{ team: "St Piran's", accepted: 3 }],
      alreadyLoaded: false,
    });
    expect(account.issues).toEqual([
      { row: 9, column: 'Risk Level', value: 'TBC', reason: expect.stringContaining('unassessed') as string },
      {
        row: 9,
        column: 'Next Visit Due',
        value: '31/02/2027',
        reason: expect.stringContaining('a date') as string,
      },
    ]);
    expect(account.columns).toContainEqual({ heading: 'Surname', field: null, leftOut: 'personal' });
    expect(account.columns).toContainEqual({ heading: 'DOB', field: null, leftOut: 'personal' });
    expect(await call(engine, 'snapshots.account', {})).toMatchObject({ rowsRead: 7, accepted: 3 });
  });

  it('has no team where the cell holds nothing that could name one', async () => {
    const engine = await engineWithWorkspace();
    const teams = ["''", '\u200b', '-', 'Har\u200bbour', '__proto__'];
    const account = await importCaseload(
      engine,
      caseload(...teams.map((team, index) => ({ reference: `D${String(index)}`, team }))),
    );
    expect(account.rejected).toEqual([2, 3, 4].map((row) => ({ row, reason: 'no team' })));
    expect(account.teams.map(({ team }) => team)).toEqual(['Harbour', '__proto__']);
  });

  it('loaded again changes nothing and says so', async () => {
    const engine = await engineWithWorkspace();
    const first = await importCaseload(engine, caseload({}));
    const again = await importCaseload(engine, caseload({}));
    expect(again).toMatchObject({ snapshotId: first.snapshotId, alreadyLoaded: true, accepted: 1 });
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(1);
    const uploadId = await upload(engine, NAME, caseload({}));
    expect(await runJob(engine, 'import.previewCaseload', { uploadId })).toMatchObject({
      alreadyLoaded: true,
    });
  });

  it('is let go of once it is stored, as it may hold names', async () => {
    const engine = await engineWithWorkspace();
    const uploadId = await upload(engine, NAME, caseload({}));
    await runJob(engine, 'import.caseload', { uploadId });
    expect(await refusal(engine, 'import.caseload', { uploadId })).toMatchObject({ code: 'not-found' });
  });

  it('of the same day with other content is refused, the first staying as it is', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}));
    const uploadId = await upload(engine, NAME, caseload({}, { reference: 'D2' }));
    const error = await refusal(engine, 'import.caseload', { uploadId });
    expect(error).toMatchObject({ code: 'conflict', details: { asAt: '2026-10-31' } });
    expect(await call(engine, 'snapshots.list', {})).toMatchObject([{ cases: 1 }]);
  });

  it('held byte for byte under another day is cautioned against, and the day that is given', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}));
    const again = { uploadId: await upload(engine, NAME, caseload({})), asAt: isoDate('2026-11-30') };
    const previewed = await runJob(engine, 'import.previewCaseload', again);
    const same = expect.stringContaining(
      'byte for byte, is held as the snapshot as at 31 Oct 2026',
    ) as string;
    const given = expect.stringContaining(
      'as at 30 Nov 2026, as given, but its name says 31 Oct 2026',
    ) as string;
    expect(previewed.account.notes).toEqual(expect.arrayContaining([given, same]));
    const { notes, snapshotId } = await runJob(engine, 'import.caseload', again);
    expect(notes).toEqual(previewed.account.notes);
    expect((await call(engine, 'snapshots.account', { snapshotId })).notes).toEqual(notes);

    const other = await upload(engine, 'caseload-2026-12-31.csv', caseload({}, { reference: 'D2' }));
    const fresh = await runJob(engine, 'import.previewCaseload', { uploadId: other });
    expect(fresh.account.notes.join()).not.toMatch(/byte for byte|as given/);
  });

  it('is stored whole or not at all', async () => {
    const engine = await engineWithWorkspace();
    await call(engine, 'workspace.close', {});
    const driver = openDriver(engine.path, PASSPHRASE, { mustExist: true });
    driver.exec(`CREATE TRIGGER fail BEFORE INSERT ON case_duty WHEN NEW.reference = 'D3'
      BEGIN SELECT RAISE(ABORT, 'injected with D3 in it'); END`);
    driver.close();
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });

    const uploadId = await upload(engine, NAME, caseload({ reference: 'D1' }, { reference: 'D3' }));
    const error = await refusal(engine, 'import.caseload', { uploadId });
    expect(error.code).toBe('internal');
    expect(await call(engine, 'snapshots.list', {})).toEqual([]);
    expect(await call(engine, 'teams.list', {})).toEqual([]);
    expect(await importCaseload(engine, caseload({ reference: 'D1' }))).toMatchObject({ accepted: 1 });

    const log = readFileSync(join(engine.folder, 'data', 'log', 'evenkeel.log'), 'utf8');
    expect(log).toContain(error.reference);
    expect(log).not.toMatch(/D3|injected/);
    expect(JSON.stringify(error)).not.toMatch(/D3|injected/);
  });

  it('asks for the as-at date when the name does not tell', async () => {
    const engine = await engineWithWorkspace();
    const uploadId = await upload(engine, 'extract.csv', caseload({}));
    expect(await refusal(engine, 'import.caseload', { uploadId })).toMatchObject({
      code: 'invalid-input',
      details: { needs: 'asAt' },
    });
    const given = await runJob(engine, 'import.caseload', { uploadId, asAt: isoDate('2026-09-30') });
    expect(given).toMatchObject({ asAt: '2026-09-30', asAtFrom: 'given' });
  });

  it('is looked at, and asks for the day, where its name and its title contradict each other', async () => {
    const engine = await engineWithWorkspace();
    const content = `Caseload as at 30/10/2026\r\n${caseload({})}`;
    const uploadId = await upload(engine, NAME, content);
    const looked = await call(engine, 'import.inspect', { uploadId, kind: 'caseload' });
    expect(looked).toMatchObject({ asAt: null, questions: ['as-at'] });
    expect(looked.asAtDoubt).toBe('The file’s name says 31 Oct 2026, the title in it 30 Oct 2026.');
    const asAt = isoDate('2026-10-30');
    const given = await call(engine, 'import.inspect', { uploadId, kind: 'caseload', asAt });
    expect(given).toMatchObject({ asAt, asAtFrom: 'given', asAtDoubt: null, questions: [] });
    expect(await refusal(engine, 'import.caseload', { uploadId })).toMatchObject({
      details: { needs: 'asAt' },
    });
    expect(await runJob(engine, 'import.caseload', { uploadId, asAt })).toMatchObject({ asAt });
  });

  it('keeps the spelling of a team that was held first', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({ team: 'Harbour' }), 'caseload-2026-09-30.csv');
    await importCaseload(engine, caseload({ team: 'HARBOUR' }, { team: 'HARBOUR', reference: 'D2' }));
    expect(await call(engine, 'teams.list', {})).toMatchObject([{ team: 'Harbour', cases: 2 }]);
  });
});

describe('a file that is no caseload is refused clearly, and nothing is stored:', () => {
  const engine = sharedEngine();

  it('an empty one', async () => {
    const error = await refused(engine(), '');
    expect(error.code).toBe('import-rejected');
    expect(error.message).toContain('empty file');
  });

  it('one with headings and no rows', async () => {
    const error = await refused(engine(), `${caseloadHeadings}\r\n`);
    expect(error.message).toContain('headings but no rows');
  });

  it('one without recognisable columns: what is missing and what was seen', async () => {
    const error = await refused(engine(), 'Colour,Shape\nred,round\n', 'things.csv');
    expect(error).toMatchObject({
      code: 'import-rejected',
      details: { missing: ['Reference', 'Team'], seen: ['Colour', 'Shape'] },
    });
    expect(error.message).toContain('Reference or Team');
    expect(error.message).toContain('Colour, Shape');
  });

  it('one without a line of headings, saying nothing of the person whose row stands there', async () => {
    const error = await refused(engine(), 'V100242,Oak,07/01/1991,Plymouth\nV100243,Elm,08/02/1982,Torbay\n');
    expect(error).toMatchObject({ code: 'import-rejected', details: { seen: [] } });
    expect(error.message).toContain('In line 1 stands a row, of 4 columns, and no headings above it');
    expect(JSON.stringify(error)).not.toMatch(/Oak|1991|V100242/);
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'a picture'],
    ['an Excel file', Buffer.from('PK\x03\x04rest of it'), 'Excel'],
    ['a PDF', Buffer.from('%PDF-1.7 rest'), 'a PDF'],
    ['random bytes', Buffer.from([1, 2, 3, 4, 200, 201, 0, 5, 6, 7]), 'not text'],
  ])('%s', async (_, bytes, found) => {
    const error = await refused(engine(), bytes);
    expect(error.code).toBe('import-rejected');
    expect(error.message).toContain(found);
  });

  it.each([
    ['unquoted', 'x'.repeat(20_000_000)],
    ['quoted', `"${'x'.repeat(20_000_000)}"`],
  ])('a line of 20 MB, %s', async (_, line) => {
    const error = await refused(engine(), `${caseload({})}D2,${line}\r\n`);
    expect(error).toMatchObject({ code: 'import-rejected', details: { row: 3 } });
    expect(error.message).toContain('longer than a megabyte');
    expect(error.message.length).toBeLessThan(400);
  });

  it('a file that is one line of 20 MB', async () => {
    const error = await refused(engine(), 'x'.repeat(20_000_000));
    expect(error).toMatchObject({ code: 'import-rejected', details: { row: 1 } });
  });

  it('one cut off in the middle of a row', async () => {
    const whole = caseload({ reference: 'D1' }, { reference: 'D2' }, { reference: 'D3' });
    const error = await refused(engine(), whole.slice(0, whole.lastIndexOf(',01/05/2026')));
    expect(error).toMatchObject({ code: 'import-rejected', details: { row: 4 } });
    expect(error.message).toContain('cut off in the middle of row 4');
  });

  it('one cut off inside quotation marks', async () => {
    const error = await refused(engine(), `${caseload({})}D2,"Row`);
    expect(error).toMatchObject({ code: 'import-rejected', details: { row: 3 } });
    expect(error.message).toContain('cut off in the middle of row 3');
  });

  it('one larger than 64 MB', async () => {
    const result = await engine().upload(NAME, new Uint8Array(65 * 1024 * 1024));
    expect(result).toMatchObject({ ok: false, error: { code: 'import-rejected' } });
  });

  it('one of which no row can be used', async () => {
    const error = await refused(engine(), caseload({ reference: '' }));
    expect(error.message).toContain('row 2: no reference');
  });
});

describe('a staff list', () => {
  it('is loaded, and again changes nothing', async () => {
    const engine = await engineWithWorkspace();
    const first = await importStaff(engine, staff);
    expect(first).toMatchObject({ rowsRead: 3, accepted: 3, alreadyLoaded: false });
    expect(await importStaff(engine, staff)).toMatchObject({ rosterId: first.rosterId, alreadyLoaded: true });
    expect(await call(engine, 'rosters.list', {})).toMatchObject([{ people: 3, asAt: '2026-10-31' }]);
    expect(await call(engine, 'teams.list', {})).toEqual([
      { team: 'Harbour', cases: 0, offenderManagers: 2 },
    ]);
  });

  it('of the same day, corrected, stands before the first', async () => {
    const engine = await engineWithWorkspace();
    await importStaff(engine, staff);
    await importStaff(engine, staff.replace('0.5', '0.8'));
    await importCaseload(engine, caseload({}));
    expect(await call(engine, 'ratio.get', {})).toMatchObject({ force: { managers: 1.8 } });
  });

  it('rejects who has no collar number or FTE, and says what it could not read', async () => {
    const engine = await engineWithWorkspace();
    const rows = [
      'Collar No,Surname,Team,Role,Contract,FTE,Start,Leaving',
      'Smith,Smith,Harbour,Offender Manager,Officer,1,,',
      '3001,Smith,Harbour,Offender Manager,Officer,full,,',
      '3002,Smith,Harbour,Wizard,Officer,80%,soon,',
      '',
    ].join('\n');
    expect(await importStaff(engine, rows)).toMatchObject({
      accepted: 1,
      rejected: [{ row: 2 }, { row: 3 }],
      issues: [
        { row: 4, column: 'Role', value: 'Wizard' },
        { row: 4, column: 'Start', value: 'soon' },
      ],
    });
  });

  it('keeps a leaving date before the start as missing, and says so', async () => {
    const engine = await engineWithWorkspace();
    const rows = [
      'Collar No,Team,Role,Contract,FTE,Start,Leaving',
      '3001,Harbour,Offender Manager,Officer,1,15/03/2026,14/03/2026',
      '3002,Harbour,Offender Manager,Officer,1,15/03/2026,15/03/2026',
      '3003,Harbour,Offender Manager,Officer,1,,14/03/2020',
      '',
    ].join('\n');
    const { accepted, issues } = await importStaff(engine, rows);
    expect(accepted).toBe(3);
    expect(issues).toEqual([
      {
        row: 2,
        column: 'Leaving',
        value: '14/03/2026',
        reason: 'lies before the start, 15 Mar 2026: kept as missing',
      },
    ]);
  });

  it('is told from a caseload', async () => {
    const engine = await engineWithWorkspace();
    const uploadId = await upload(engine, NAME, caseload({}));
    const error = await refusal(engine, 'import.staff', { uploadId });
    expect(error).toMatchObject({
      code: 'import-rejected',
      details: { missing: ['Collar number', 'Role', 'FTE'] },
    });
    // “Supervisor” and “Officer” in a row of it are no headings of a caseload.
    const list = await upload(engine, 'staff.csv', staff);
    expect(await refusal(engine, 'import.caseload', { uploadId: list })).toMatchObject({
      code: 'import-rejected',
      details: { missing: ['Reference'], seen: staff.split('\n')[0]?.split(',') },
    });
    const looked = await call(engine, 'import.inspect', { uploadId: list, kind: 'caseload' });
    expect(looked).toMatchObject({ headingLine: 1, titleLines: [], asAt: null });
  });
});
