import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBook } from '#electron/engine/import/readers/book.ts';
import { workListFile } from '#electron/engine/reports/work-list.ts';
import { xlsxReport } from '#electron/engine/reports/xlsx.ts';
import type { WorkListReply } from '#shared/contract/plans.ts';
import { isoDate, type Month } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import type { ListedMove, ReportFormat } from '#shared/domain/work-list.ts';

const month = (text: string): Month => text as Month;
const MADE_AT = '2026-11-02T09:30:00.000Z';

const item = (changes: Partial<ListedMove> = {}): ListedMove => ({
  reference: 'V1',
  duty: 'visit',
  dutyName: 'Visit',
  risk: 'very-high',
  officer: '101',
  hasLeft: false,
  supervisor: '199',
  due: month('2027-01'),
  to: month('2026-12'),
  monthsEarly: 1,
  isOverdue: false,
  isMissed: false,
  hours: hours(7),
  reason: 'January 2027 goes from 130\u00a0% to 98\u00a0%.',
  ...changes,
});

const listOf = (items: ListedMove[], changes: Partial<WorkListReply> = {}): WorkListReply => ({
  planId: 3,
  team: 'Harbour',
  asAt: isoDate('2026-10-31'),
  newestAsAt: isoDate('2026-11-30'),
  items,
  figures: {
    moves: 9,
    done: 4,
    overtaken: 3,
    toDo: 2,
    listed: items.length,
    missed: 0,
    cases: items.length,
    officers: 1,
    hours: hours(14),
  },
  unconfirmed: [],
  ...changes,
});

const bytesOf = (list: WorkListReply, format: ReportFormat, choice = {}): Buffer =>
  Buffer.from(workListFile(list, format, choice, MADE_AT).base64, 'base64');
const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\r\n').slice(0, -1);

describe('a work list as CSV', () => {
  it('carries the marking, says what it is, and has a row for each move', () => {
    const list = listOf([item(), item({ officer: null, isOverdue: true, isMissed: true, monthsEarly: 0 })], {
      unconfirmed: ['Visit hours'],
    });
    expect(linesOf(bytesOf(list, 'csv'))).toEqual([
      '\uFEFFOFFICIAL-SENSITIVE',
      '"Work list of Harbour: plan 3, from the snapshot as at 31 Oct 2026"',
      '"As at 30 Nov 2026: 2 of 9 moves to do, 4 done, 3 overtaken"',
      'Rests on 1 value that the force has not confirmed',
      'Supervisor,Officer,Do in,Case,Duty,Risk,Due,Months early,State,Hours,Why',
      '199,101,2026-12,V1,Visit,Very high,2027-01,1,bring forward,7,January 2027 goes from 130\u00a0% to 98\u00a0%.',
      '199,,2026-12,V1,Visit,Very high,2027-01,0,"catch up, month has passed",7,January 2027 goes from 130\u00a0% to 98\u00a0%.',
    ]);
  });

  it('lets no cell become a formula', () => {
    const [, , , , row] = linesOf(bytesOf(listOf([item({ reference: '=1+1', officer: '@x' })]), 'csv'));
    expect(row).toContain(",'@x,2026-12,'=1+1,");
  });
});

describe('a work list as a workbook', () => {
  it('reads back as it was written, months as dates, formulas as text', async () => {
    const odd = item({ reference: '=1+1', reason: 'a < b & "c" _x0041_ \u0007' });
    const book = await readBook(bytesOf(listOf([odd]), 'xlsx'), () => 0);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Work list Harbour']);
    const parts = unzipSync(bytesOf(listOf([odd]), 'xlsx'));
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain(
      's="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t>',
    );
    const [, formats = ''] =
      /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())) ?? [];
    expect(formats.match(/<xf(?:\/>| [^>]*\/>| [^>]*>.*?<\/xf>)/g)?.[4]).toBe('<xf quotePrefix="1"/>');
    const rows = book.sheets[0]?.rows.map(({ cells }) => cells) ?? [];
    expect(rows[0]?.[0]).toBe('OFFICIAL-SENSITIVE');
    expect(rows[3]?.slice(0, 4)).toEqual(['Supervisor', 'Officer', 'Do in', 'Case']);
    expect(rows[4]).toEqual([
      '199',
      '101',
      '2026-12-01',
      '=1+1',
      'Visit',
      'Very high',
      '2027-01-01',
      '1',
      'bring forward',
      '7',
      'a < b & "c" _x0041_ ',
    ]);
  });

  it('keeps to the names that a sheet may have, and is the same bytes each time', async () => {
    const table = { name: 'Cornwall West & St Piran’s [1/2]: all', titles: [], columns: [], rows: [['x']] };
    const bytes = xlsxReport(table);
    expect((await readBook(bytes, () => 0)).sheets[0]?.name).toBe('Cornwall West & St Piran’s  1 2');
    expect(Buffer.from(xlsxReport(table)).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('a work list as a calendar', () => {
  const list = listOf(
    [
      item(),
      item({ reference: 'V2', duty: 'arms', dutyName: 'ARMS', hours: hours(6) }),
      item({ reference: 'V3', to: month('2027-02'), isOverdue: true }),
      item({ reference: 'V4', officer: '102' }),
    ],
    { team: 'Harbour; Moor, the team with a rather long name — “Überall”' },
  );
  const text = bytesOf(list, 'ics').toString('utf8');
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  const values = (name: string) =>
    unfolded.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));

  it('has one task for each officer and month, for whole days of that month', () => {
    expect(values('DTSTART;VALUE=DATE:')).toEqual(['20261201', '20270201', '20261201']);
    expect(values('DUE;VALUE=DATE:')).toEqual(['20261231', '20270228', '20261231']);
    expect(new Set(values('UID:')).size).toBe(3);
    expect(values('DTSTAMP:')[0]).toBe('20261102T093000Z');
    const team = '(Harbour\\; Moor\\, the team with a rather long name — “Überall”)';
    expect(values('SUMMARY:')).toEqual([
      `1 × ARMS\\, 1 × Visit to bring forward ${team}`,
      `1 × Visit to catch up ${team}`,
      `1 × Visit to bring forward ${team}`,
    ]);
  });

  it('carries the marking and no case or officer', () => {
    expect(values('CATEGORIES:')).toEqual(Array(3).fill('OFFICIAL-SENSITIVE'));
    const words = ['SUMMARY:', 'DESCRIPTION:', 'UID:'].flatMap(values).join(' ');
    expect(words).not.toMatch(/V\d|101|102|199/);
  });

  it('folds its lines at 75 octets and tears no character apart', () => {
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\uFFFD');
    expect([unfolded[0], unfolded.at(-2), unfolded.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  });
});

it.each([
  [{}, 'work-list-plan-3.csv'],
  [{ officer: '101', month: month('2026-12') }, 'work-list-plan-3-2026-12.csv'],
])('its name says what it is and nothing of anybody', (choice, name) => {
  expect(workListFile(listOf([]), 'csv', choice, MADE_AT)).toMatchObject({ name, type: 'text/csv' });
});
