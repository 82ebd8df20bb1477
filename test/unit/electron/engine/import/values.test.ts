import { describe, expect, it } from 'vitest';
import { asAtFromName, findAsAt } from '#electron/engine/import/as-at.ts';
import * as vocabularies from '#electron/engine/import/vocabularies.ts';
import * as values from '#electron/engine/import/values.ts';

describe('dates', () => {
  it.each([
    ['07/03/2025', '2025-03-07'],
    ['7/3/25', '2025-03-07'],
    ['07-03-2025', '2025-03-07'],
    ['07.03.2025', '2025-03-07'],
    ['7-Mar-26', '2026-03-07'],
    ['7 March 2026', '2026-03-07'],
    ['7th March 2026', '2026-03-07'],
    ['07-SEPT-2026', '2026-09-07'],
    ['2026-03-07', '2026-03-07'],
    ['2026-3-7', '2026-03-07'],
    ['2026/03/07', '2026-03-07'],
    ['20260307', '2026-03-07'],
    ['2026-03-07T00:30:00Z', '2026-03-07'],
    ['2026-03-07 23:59:59', '2026-03-07'],
    ['07/03/2025 00:00', '2025-03-07'],
    ['29/02/2028', '2028-02-29'],
    ['20/10/34', '2034-10-20'],
    ['10/11/98', '1998-11-10'],
    ['29/03/2026', '2026-03-29'],
  ])('%s is %s', (text, day) => {
    expect(values.readDate(text)).toBe(day);
  });

  it.each([
    '31/02/2027',
    '00/00/0000',
    '29/02/2027',
    'TBC',
    'see log',
    '13/13/2026',
    '2026',
    '7 Marching 2026',
    '1/1/0026',
    '2026-03/07',
    '07032026',
    '03/31/2026',
    '07/03/2025 and on',
  ])('%s is none', (text) => {
    expect(values.readDate(text)).toBeNull();
  });
});

describe('words', () => {
  it('of risk', () => {
    expect(['Very High', 'VH', 'v. high', ' HIGH', 'med', 'L'].map(vocabularies.risks.read)).toEqual([
      'very-high',
      'very-high',
      'very-high',
      'high',
      'medium',
      'low',
    ]);
    expect(vocabularies.risks.read('Unassessed')).toBe('unassessed');
    expect(['N/K', 'TBC', 'highish', '3'].map(vocabularies.risks.read)).toEqual([null, null, null, null]);
  });

  it('of status, mode, agency, role and contract', () => {
    expect(vocabularies.statuses.read('In Custody')).toBe('custody');
    expect(vocabularies.statuses.read('Elsewhere')).toBeNull();
    expect(vocabularies.modes.read('R')).toBe('reactive');
    expect(vocabularies.agencies.read('NPS')).toBe('probation');
    expect(vocabularies.roles.read('Det. Sergeant')).toBeNull();
    expect(vocabularies.roles.read('Detective Sergeant')).toBe('supervisor');
    expect(vocabularies.roles.read('Detective Constable')).toBe('offender-manager');
    expect(vocabularies.roles.read('Police Constable')).toBe('offender-manager');
    expect(vocabularies.contracts.read('Police Staff')).toBe('staff');
  });
});

describe('numbers', () => {
  it.each([
    ['6', 6],
    ['6m', 6],
    ['6 months', 6],
    ['12.0', 12],
    ['Annual', 12],
    ['quarterly', 3],
    ['0', null],
    ['121', null],
    ['-3', null],
    ['6 weeks', null],
  ])('interval %s is %s', (text, months) => {
    expect(values.readInterval(text)).toBe(months);
  });

  it.each([
    ['1', 1],
    ['0.8', 0.8],
    ['.5', 0.5],
    ['80%', 0.8],
    ['0', 0],
    ['37', null],
    ['full', null],
    ['-1', null],
  ])('FTE %s is %s', (text, share) => {
    expect(values.readFte(text)).toBe(share);
  });

  it.each([
    ['8', 8],
    ['7.5', 7.5],
    ['7,5', 7.5],
    ['7,25', 7.25],
    ['7,3333', 7.3333],
    ['7.333', 7.333],
    ['1040,5', 1040.5],
    ['1,040', 1040],
    ['1,040.00', 1040],
    ['1,040 hrs', 1040],
    ['5,000', 5000],
    ['7:30', 7.5],
    ['24 h', 24],
    ['0', 0],
    ['12,345,678.5', null],
    ['5,001', null],
    ['1,04,0', null],
    ['1,040,5', null],
    ['10,40.5', null],
    ['1040,500', null],
    ['0,125', null],
    ['1.040,5', null],
    ['7,', null],
    [',5', null],
    ['.', null],
    ['-8', null],
  ])('hours %s are %s', (text, hours) => {
    expect(values.readHours(text)).toBe(hours);
  });

  it('how many were present', () => {
    expect(['2', 'Double', 'single crewed', 'some'].map(values.readHeadcount)).toEqual([2, 2, 1, null]);
  });
});

it('a collar number holds a digit; a name is not one', () => {
  expect(['3006', 'PS 3011', 'Smith', 'TBC', '0', '1'.repeat(21)].map(values.readCollar)).toEqual([
    '3006',
    'PS 3011',
    null,
    null,
    null,
    null,
  ]);
});

it.each(['Indefinite', 'INDEF', 'Life', 'for life'])('%s is an indefinite notification', (text) => {
  expect(values.isIndefinite(text)).toBe(true);
});

describe('the as-at date', () => {
  it.each([
    ['caseload-2026-10-31.csv', '2026-10-31'],
    ['caseload 31-10-2026.csv', '2026-10-31'],
    ['caseload_20261031_v2.csv', '2026-10-31'],
    ['extract 31.10.2026.csv', '2026-10-31'],
    ['Caseload 31 Oct 2026 final.csv', '2026-10-31'],
    ['MOSOVO Oct 2026.csv', '2026-10-31'],
    ['feb-2028.csv', '2028-02-29'],
    ['absences 2025-07-01 to 2026-10-31.csv', '2026-10-31'],
    ['c1904-2026-10-31.xlsx', '2026-10-31'],
    ['12 04 2026-10-31.csv', '2026-10-31'],
    ['2026-04-01-2026-04-30.csv', '2026-04-30'],
    ['caseload.csv', null],
    ['caseload-2026.csv', null],
    ['case 1234567890.csv', null],
    ['caseload-2026-13-45.csv', null],
  ])('in the name %s is %s', (name, day) => {
    expect(asAtFromName(name)).toBe(day);
  });

  it('given by hand goes before the name', () => {
    const given = values.makeDate(2026, 9, 30) ?? undefined;
    expect(findAsAt('caseload-2026-10-31.csv', [], given)).toEqual({ asAt: '2026-09-30', asAtFrom: 'given' });
    expect(() => findAsAt('caseload.csv', [], undefined)).toThrow('as-at date');
  });

  it('is read from a title where the name does not tell, and asked for where the two differ', () => {
    const titles = ['OFFICIAL-SENSITIVE', 'MOSOVO caseload as at 31-Oct-26'];
    expect(findAsAt('caseload.csv', titles, undefined)).toEqual({ asAt: '2026-10-31', asAtFrom: 'title' });
    expect(() => findAsAt('caseload-2026-09-30.csv', titles, undefined)).toThrow(
      'name says 30 Sep 2026, the title in it 31 Oct 2026',
    );
  });

  it('is read from a cell beside a title, and not from the date of somebody’s row', () => {
    const found = (line: string) => findAsAt('caseload.csv', [line], undefined);
    expect(found('Extract date · 31/10/2026')).toEqual({ asAt: '2026-10-31', asAtFrom: 'title' });
    expect(found('Harbour · Run 31/10/2026 · OFFICIAL')).toEqual({ asAt: '2026-10-31', asAtFrom: 'title' });
    expect(() => found('PC17 · Harbour · 03/09/2018')).toThrow('neither its name nor its title');
  });

  it('that planning could not look ahead of is refused, given or in the name', () => {
    const far = values.makeDate(2199, 12, 31) ?? undefined;
    expect(() => findAsAt('caseload.csv', [], far)).toThrow('2000-01-01 to 2120-12-31');
    expect(() => findAsAt('caseload-1900-01-01.csv', [], undefined)).toThrow('cannot be right');
  });
});
