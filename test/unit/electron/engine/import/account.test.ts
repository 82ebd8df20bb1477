import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveColumns } from '#electron/engine/import/columns.ts';
import { headingKey } from '#electron/engine/import/headings.ts';
import { fieldsOf, fieldTable } from '#electron/engine/import/fields.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { duties, readBytes } from './read-bytes.ts';

const read = (...lines: string[]) => readBytes(lines.join('\n'));

describe('headings', () => {
  const known = fieldTable(fieldsOf('caseload', duties));
  const use = (...headings: string[]) => {
    const columns = headings.map((heading) => ({
      heading,
      field: known.get(headingKey(heading)) ?? null,
      dateOrder: null,
    }));
    const { uses } = resolveColumns(headings, { shape: 'record', columns, codes: [] });
    return uses.map(({ field, leftOut }) => field ?? leftOut);
  };

  it('are known by many names, whatever their case and punctuation', () => {
    expect(
      use('VISOR REF.', 'team_name', 'Risk level', 'Next  visit due', 'ARMS s/off', 'Freq', 'A/R'),
    ).toEqual(['reference', 'team', 'risk', 'visit.nextDue', 'arms.signedOff', 'visit.interval', 'mode']);
  });

  it('that say who somebody is are left out as personal; others as unknown', () => {
    expect(
      use('Surname', 'Forename(s)', 'Name', 'D.O.B.', 'Home address', 'Offence', 'PNC ID', 'Shoe size'),
    ).toEqual([...Array<string>(7).fill('personal'), 'unknown']);
  });

  it('that say who somebody is are left out whatever a mapping says', () => {
    const columns = [{ heading: 'Surname', field: 'reference', dateOrder: null }];
    const { uses } = resolveColumns(['Surname'], { shape: 'record', columns, codes: [] });
    expect(uses).toEqual([{ heading: 'Surname', field: null, leftOut: 'personal' }]);
  });

  it('are used once', () => {
    expect(use('Team', 'Area')).toEqual(['team', 'repeated']);
  });

  it('of a duty of the force’s own are known by its name', () => {
    const [visit] = duties;
    if (!visit) throw new Error('no duties');
    const own = { ...visit, key: 'bail-check', name: 'Bail check' };
    const table = fieldTable(fieldsOf('caseload', [...duties, own]));
    expect(table.get('next bail check due')).toBe('bail-check.nextDue');
    expect(table.get('last bail check')).toBe('bail-check.lastDone');
  });
});

describe('values', () => {
  const HEADINGS =
    'ViSOR Ref,Team,Risk Level,Registration End,Visit Interval (months),Last Visit,Next Visit Due,Offender Manager';

  it('that are blank are missing and not listed; that cannot be read are missing and listed', async () => {
    const { account, cases } = await read(
      HEADINGS,
      'D1,Harbour,,,,,,',
      'D2,Harbour,Odd,one day,0,2027-01-01,soon,Smith',
    );
    expect(account.issues.map((issue) => [issue.row, issue.column, issue.value])).toEqual([
      [3, 'Offender Manager', ''],
      [3, 'Risk Level', 'Odd'],
      [3, 'Registration End', 'one day'],
      [3, 'Last Visit', '2027-01-01'],
      [3, 'Next Visit Due', 'soon'],
      [3, 'Visit Interval (months)', '0'],
    ]);
    for (const record of cases) {
      expect(record).toMatchObject({ officer: null, risk: 'unassessed', notificationEnd: null, duties: [] });
    }
  });

  const ERRORS = [
    '#N/A',
    '#REF!',
    '#VALUE!',
    '#NAME?',
    '#DIV/0!',
    '#NUM!',
    '#NULL!',
    '#n/a',
    '####',
    'Err:502',
  ];

  it.each([...ERRORS, '0', '-', 'Yes', 'FALSE'])('%s names neither a case nor a team', async (nothing) => {
    const { account, cases } = await read(
      'ViSOR Ref,Team,Risk Level',
      `${nothing},Harbour,High`,
      `${nothing},Harbour,Low`,
      `D1,${nothing},Low`,
      'D2,Harbour,Low',
    );
    expect(account.rejected).toEqual([
      { row: 2, reason: 'no reference' },
      { row: 3, reason: 'no reference' },
      { row: 4, reason: 'no team' },
    ]);
    expect(account.duplicates).toEqual({ exact: 0, conflicting: 0 });
    expect(cases.map(({ reference }) => reference)).toEqual(['D2']);
  });

  it.each(ERRORS)('%s is missing and listed wherever else it stands', async (error) => {
    const { account, cases } = await read(
      `${HEADINGS},MAPPA Level`,
      `D1,Harbour,${Array<string>(7).fill(error).join(',')}`,
      'D2,Harbour,High,15/02/2030,6,15/10/2026,15/11/2026,101,1',
    );
    expect(account.issues.map(({ column }) => column).sort()).toEqual(
      [...HEADINGS.split(',').slice(2), 'MAPPA Level'].sort(),
    );
    for (const { reason } of account.issues) expect(reason).toContain('an error of the spreadsheet');
    expect(cases[0]).toMatchObject({
      officer: null,
      risk: 'unassessed',
      mappaLevel: null,
      notificationEnd: null,
      indefinite: false,
      duties: [],
    });
  });

  it('a case not assessed yet is listed', async () => {
    const { account, cases } = await read(HEADINGS, 'D1,Harbour,Unassessed,Life,,,,');
    expect(account.issues).toEqual([
      { row: 2, column: 'Risk Level', value: 'Unassessed', reason: 'not assessed yet' },
    ]);
    expect(cases[0]).toMatchObject({ indefinite: true });
  });

  it('that are long are shortened in the list', async () => {
    const { account } = await read(HEADINGS, `D1,Harbour,${'x'.repeat(5000)},,,,,`);
    expect(account.issues[0]?.value).toHaveLength(60);
  });

  it('rows longer or shorter than the headings are read, and said', async () => {
    const { account } = await read('ViSOR Ref,Team,Risk Level', 'D1,Harbour', 'D2,Harbour,High,extra', '');
    expect(account.issues.map((issue) => issue.reason)).toEqual([
      expect.stringContaining('ends early') as string,
      expect.stringContaining('may have slipped') as string,
    ]);
    expect(account.accepted).toBe(2);
  });
});

it('an as-at date ahead of today is cautioned against, today’s own is not', async () => {
  const notes = async (today: string) =>
    (await readBytes('ViSOR Ref,Team\nD1,Harbour\n', { today: isoDate(today) })).account.notes;
  const caution = expect.stringContaining('31 Oct 2026, lies after today, 30 Oct 2026') as string;
  expect(await notes('2026-10-31')).not.toContainEqual(caution);
  expect(await notes('2026-10-30')).toContainEqual(caution);
});

it('every row is accounted for, whatever the file holds', async () => {
  const cell = fc.constantFrom('D1', 'D2', 'd2', '', ' ', 'Harbour', 'HARBOUR', 'x');
  const row = fc.tuple(cell, cell, fc.constantFrom('High', 'Low', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
      const lines = [
        'ViSOR Ref,Team,Risk Level',
        'D0,Harbour,High',
        ...rows.map((cells) => cells.join(',')),
        '',
      ];
      const { account, cases } = await read(...lines);
      const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
      expect(account.rowsRead).toBe(filled.length + 1);
      expect(
        account.accepted +
          account.duplicates.exact +
          account.duplicates.conflicting +
          account.rejected.length,
      ).toBe(account.rowsRead);
      expect(cases).toHaveLength(account.accepted);
      expect(new Set(cases.map((record) => record.reference)).size).toBe(cases.length);
      expect(account.conflicts).toHaveLength(account.duplicates.conflicting);
      expect(account.teams.reduce((sum, team) => sum + team.accepted, 0)).toBe(account.accepted);
    }),
  );
});
