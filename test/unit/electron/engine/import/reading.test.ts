import { describe, expect, it } from 'vitest';
import { findAsAt } from '#electron/engine/import/as-at.ts';
import { inspect } from '#electron/engine/import/inspect.ts';
import type { KeptMapping, Mapping } from '#shared/contract/mapping.ts';
import { workbook } from '../../../../fixtures/xlsx.ts';
import { planBytes, readBytes } from './read-bytes.ts';

/** A layout that no list of headings knows. */
const FOREIGN = [
  'OFFICIAL-SENSITIVE',
  'Kennung;Dienststelle;Stufe;Letzter;Naechster;Nachname',
  'K1;Harbour;3;17/08/2026;17/02/2027;Rowan',
  'K2;Harbour;1;03/09/2026;03/03/2027;Oak',
  'Total;2',
  '',
].join('\n');

const foreign: Mapping = {
  shape: 'record',
  columns: [
    { heading: 'Kennung', field: 'reference', dateOrder: null },
    { heading: 'Dienststelle', field: 'team', dateOrder: null },
    { heading: 'Stufe', field: 'risk', dateOrder: null },
    { heading: 'Letzter', field: 'visit.lastDone', dateOrder: null },
    { heading: 'Naechster', field: 'visit.nextDue', dateOrder: null },
  ],
  codes: [
    { field: 'risk', text: '3', value: 'high' },
    { field: 'risk', text: '1', value: null },
  ],
};

const kept: KeptMapping = {
  id: 1,
  kind: 'caseload',
  name: 'Foreign',
  mapping: foreign,
  keptAt: '2026-10-31',
};

describe('a mapping', () => {
  it('given reads a foreign layout, its codes and all', async () => {
    const { cases, account } = await readBytes(FOREIGN, { choice: { mapping: foreign } });
    expect(cases).toMatchObject([
      { reference: 'K1', team: 'Harbour', risk: 'high', duties: [{ nextDue: '2027-02-17' }] },
      { reference: 'K2', risk: 'unassessed', duties: [{ lastDone: '2026-09-03' }] },
    ]);
    expect(account.issues).toEqual([]);
    expect(account.mapping).toBe('As mapped by hand');
  });

  it('kept is recognised by the headings of next month’s file, whatever their order', async () => {
    const turned = 'Stufe;Kennung;Dienststelle;Naechster;Letzter\n3;K9;Harbour;20/02/2027;20/08/2026\n';
    const reading = await planBytes(turned, { kept: [kept] });
    expect(reading).toMatchObject({ mappingFrom: 'kept', mappingName: 'Foreign', misfits: [] });
    expect((await readBytes(turned, { kept: [kept] })).cases).toMatchObject([
      { reference: 'K9', risk: 'high', duties: [{ lastDone: '2026-08-20', nextDue: '2027-02-20' }] },
    ]);
  });

  it('kept says which columns are gone and which are new', async () => {
    const changed = 'Kennung;Dienststelle;Stufe;Letzter;Bemerkung\nK9;Harbour;3;20/08/2026;x\n';
    const { misfits } = await planBytes(changed, { kept: [kept] });
    expect(misfits).toEqual(['The column “Naechster” is gone.', 'The column “Bemerkung” is new.']);
  });

  it('kept does not follow dates that are now written the other way round', async () => {
    const ordered = foreign.columns.map((column) => ({ ...column, dateOrder: 'day-first' as const }));
    const turned = FOREIGN.replaceAll('17/08/2026', '08/17/2026').replaceAll('17/02/2027', '02/17/2027');
    const reading = await planBytes(turned, {
      kept: [{ ...kept, mapping: { ...foreign, columns: ordered } }],
    });
    expect(reading.misfits).toContain('The dates of “Letzter” are now written month first.');
    expect(reading.columns.dateOrderOf.get('visit.lastDone')).toBe('month-first');
  });

  it('that is not kept is refused by name, with the names that are', async () => {
    await expect(planBytes(FOREIGN, { kept: [kept], choice: { mappingName: 'Other' } })).rejects.toThrow(
      'Kept: Foreign',
    );
  });

  it('cannot bring in a name or a birth date', async () => {
    const columns = [
      { heading: 'Kennung', field: 'reference', dateOrder: null },
      { heading: 'Dienststelle', field: 'team', dateOrder: null },
      { heading: 'Surname', field: 'officer', dateOrder: null },
    ];
    const file = 'Kennung;Dienststelle;Surname\nK1;Harbour;Rowan 1\n';
    const { cases } = await readBytes(file, { choice: { mapping: { shape: 'record', columns, codes: [] } } });
    expect(JSON.stringify(cases)).not.toContain('Rowan');
  });
});

describe('what is proposed', () => {
  it('for headings like known ones is shown with its reason and not used unasked', async () => {
    const file = 'ViSOR Ref,Team,Planned date of next home visit\nD1,Harbour,17/02/2027\n';
    const shown = await planBytes(file, { isForShow: true });
    expect(shown.columns.indexOf.get('visit.nextDue')).toBe(2);
    expect(shown.proposals[2]).toMatchObject({ why: expect.stringContaining('is like') as string });
    const used = await planBytes(file);
    expect(used.columns.indexOf.has('visit.nextDue')).toBe(false);
  });

  it('for a heading that says nothing rests on its values', async () => {
    const rows = ['VH', 'H', 'M', 'L', 'M'].map((risk, index) => `D${String(index)},Harbour,${risk}`);
    const { proposals } = await planBytes(['ViSOR Ref,Team,Column 7', ...rows, ''].join('\n'));
    expect(proposals[2]).toMatchObject({
      field: 'risk',
      why: '100\u00a0% of its values are known codes of this',
    });
  });

  it('for an Unannounced? column reads yes as unannounced', async () => {
    const { cases } = await readBytes('ViSOR Ref,Team,Unann?\nD1,Harbour,Yes\nD2,Harbour,No\n');
    expect(cases.map((record) => record.lastVisitKind)).toEqual(['unannounced', 'announced']);
  });

  it('shows no value of a column that may say who somebody is', async () => {
    const reading = await planBytes(FOREIGN.replace('Nachname', 'Surname'), { isForShow: true });
    const shown = inspect('a.csv', 'caseload', reading, { dated: null, doubt: null }, null);
    expect(shown.columns.at(-1)).toMatchObject({ heading: 'Surname', isPersonal: true, samples: [] });
    expect(JSON.stringify(shown)).not.toMatch(/Rowan|Oak/);
    expect(shown.questions).toContain('required-column');
  });
});

describe('the order of a date', () => {
  const dated = (...days: string[]): string =>
    [
      'ViSOR Ref,Team,Next visit due',
      ...days.map((day, index) => `D${String(index)},Harbour,${day}`),
      '',
    ].join('\n');

  it('is told by any date of the column that can be read only one way', async () => {
    const due = async (text: string) =>
      (await readBytes(text)).cases.map((record) => record.duties[0]?.nextDue);
    expect(await due(dated('04/03/2027', '17/03/2027'))).toEqual(['2027-03-04', '2027-03-17']);
    expect(await due(dated('04/03/2027', '03/17/2027'))).toEqual(['2027-04-03', '2027-03-17']);
  });

  it('is asked for where nothing in the file tells', async () => {
    await expect(readBytes(dated('04/03/2027', '05/06/2027'))).rejects.toMatchObject({
      code: 'invalid-input',
      details: { needs: 'dateOrder', columns: ['Next visit due'] },
    });
    const { cases } = await readBytes(dated('04/03/2027'), { choice: { dateOrder: 'month-first' } });
    expect(cases[0]?.duties[0]?.nextDue).toBe('2027-04-03');
  });

  it('does not matter where day and month are the same, named, or the count of days of Excel', async () => {
    const { cases } = await readBytes(dated('03/03/2027', '4-Mar-27', '46450'));
    expect(cases.map((record) => record.duties[0]?.nextDue)).toEqual([
      '2027-03-03',
      '2027-03-04',
      '2027-03-04',
    ]);
  });
});

describe('a file of one row per case and duty', () => {
  const HEAD = 'ViSOR Ref,Team,Risk,Activity,Last Done,Next Due';

  it('gives each case its duties, and accounts for every row', async () => {
    const { cases, account } = await readBytes(
      [
        HEAD,
        'D1,Harbour,High,Visit,2026-09-10,2026-12-10',
        'D1,Harbour,High,ARMS assessment,2026-03-01,2027-03-01',
        'D2,Harbour,Low,Visit,,',
        'D1,Harbour,High,Visit,2026-09-10,2026-12-10',
        'D1,Harbour,High,Visit,2026-09-11,2026-12-11',
        ',Harbour,High,Visit,,',
        '',
      ].join('\n'),
    );
    expect(cases).toMatchObject([
      { reference: 'D1', duties: [{ duty: 'visit' }, { duty: 'arms', nextDue: '2027-03-01' }] },
      { reference: 'D2', duties: [{ duty: 'visit', nextDue: null }] },
    ]);
    expect(account).toMatchObject({
      rowsRead: 6,
      accepted: 2,
      furtherRows: 1,
      duplicates: { exact: 1, conflicting: 1 },
      conflicts: [{ row: 6, reference: 'D1', firstRow: 2 }],
      rejected: [{ row: 7 }],
    });
  });

  it('says where a later row contradicts the first of its case', async () => {
    const { account, cases } = await readBytes(
      [HEAD, 'D1,Harbour,High,Visit,,2026-12-10', 'D1,Harbour,Low,ARMS,,2027-03-01', ''].join('\n'),
    );
    expect(account.issues).toMatchObject([{ row: 3, column: 'Risk', value: 'Low' }]);
    expect(cases[0]?.risk).toBe('high');
  });

  it('takes what only a later row says of its case', async () => {
    const head = 'ViSOR Ref,Team,Activity,Next Due,Notification End,Lead Agency,Risk';
    const rows = [
      'D1,Harbour,Visit,2026-12-10,,Police,',
      'D1,Harbour,ARMS,2027-03-01,2027-12-31,Probation,High',
      'D2,Harbour,Visit,2026-12-10,Indefinite,Police,Low',
      'D2,Harbour,ARMS,2027-03-01,2027-12-31,,',
    ];
    const { account, cases } = await readBytes([head, ...rows, ''].join('\n'));
    expect(cases).toMatchObject([
      { reference: 'D1', notificationEnd: '2027-12-31', leadAgency: 'police', risk: 'high' },
      { reference: 'D2', notificationEnd: null, indefinite: true, leadAgency: 'police', risk: 'low' },
    ]);
    const told = account.issues.map(({ row, column, value }) => [row, column, value]);
    expect(told).toEqual([
      [3, 'Lead Agency', 'Probation'],
      [5, 'Notification End', '2027-12-31'],
    ]);
  });

  it('lists each duty that the standards do not name, and takes none for a duplicate of another', async () => {
    const rowOf = (reference: string, duty: string) => `${reference},Harbour,High,${duty},,2026-12-10`;
    const unknown = ['Polygraph', 'Curfew check'].map((duty) => rowOf('D0', duty));
    const known = Array.from({ length: 30 }, (_, index) => rowOf(`D${String(index + 1)}`, 'Visit'));
    const { account, cases } = await readBytes([HEAD, ...unknown, unknown[1], ...known, ''].join('\n'));
    expect(cases[0]).toMatchObject({ reference: 'D0', duties: [] });
    expect(account).toMatchObject({ accepted: 31, furtherRows: 1, duplicates: { exact: 1, conflicting: 0 } });
    expect(account.issues.map(({ row, value }) => [row, value])).toEqual([
      [2, 'Polygraph'],
      [3, 'Curfew check'],
    ]);
  });
});

describe('a title over merged cells', () => {
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (line: number, cells: string): string => `<row r="${String(line)}">${cells}</row>`;
  const merged = workbook([
    {
      name: 'Extract',
      rows: [
        row(1, `${text('Caseload as at 31/10/2026')}<c s="1"/><c s="1"/>`),
        row(2, `${text('Harbour and Moor')}<c/><c/>`),
        row(4, ['ViSOR Ref', 'Team', 'Risk Level'].map(text).join('')),
        row(5, ['A1', 'Harbour', 'High'].map(text).join('')),
        row(6, ['A2', 'Moor', 'Low'].map(text).join('')),
      ].join(''),
      after: '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:C2"/></mergeCells>',
    },
  ]);

  it('is a title line, whatever its width, and tells the day', async () => {
    const { table } = await planBytes(merged);
    expect(table).toMatchObject({
      headingLine: 4,
      headings: ['ViSOR Ref', 'Team', 'Risk Level'],
      titleLines: [
        { row: 1, text: 'Caseload as at 31/10/2026' },
        { row: 2, text: 'Harbour and Moor' },
      ],
    });
    const titles = table.titleLines.map((line) => line.text);
    expect(findAsAt('extract.xlsx', titles, undefined)).toEqual({ asAt: '2026-10-31', asAtFrom: 'title' });
    const { account } = await readBytes(merged);
    expect(account).toMatchObject({ rowsRead: 2, accepted: 2, rejected: [] });
  });
});
