import { describe, expect, it } from 'vitest';
import { readBook } from '#electron/engine/import/readers/book.ts';
import { weeklyBook } from '#electron/engine/reports/weekly-book.ts';
import type { WeeklyPack } from '#shared/domain/weekly-pack.ts';
import { action, pack, team, visits } from '../../../shared/planning/weekly/hand-made.ts';

const oneMore = <T extends { bands: object; outstanding: number }>(held: T): T => ({
  ...held,
  outstanding: held.outstanding + 1,
  bands: { ...held.bands, 'due-that-day': 1 },
});
const dueThatDay = { ...oneMore(visits), rows: visits.rows.slice(0, 1).map(oneMore) };
const harbour = team();
const moor = team({ team: 'Moor', backlog: [dueThatDay], actions: [action({ team: 'Moor' })] });

async function sheetsOf(figures: WeeklyPack): Promise<Map<string | null, string[][]>> {
  const { sheets } = await readBook(weeklyBook(figures), () => 0);
  return new Map(sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)]));
}

describe('the weekly pack as a workbook', () => {
  it('sets teams below each other under the columns of both, each row with its team and duty', async () => {
    const backlog = (await sheetsOf(pack(harbour, moor))).get('Backlog by risk and lateness');
    expect(backlog?.[0]?.[0]).toBe('OFFICIAL-SENSITIVE');
    expect(backlog?.[2]?.[0]).toMatch(/^Rests on \d+ values? that the force has not confirmed$/);
    const [headings, ...rows] = backlog?.slice(3) ?? [];
    expect(headings?.slice(0, 5)).toEqual(['Team', 'Duty', 'Risk', 'Due that day', '1–7 days']);
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual([
      ['Harbour', 'Visit', 'All', '', '1'],
      ['Harbour', 'Visit', 'High', '', '1'],
      ['Moor', 'Visit', 'All', '1', '1'],
      ['Moor', 'Visit', 'High', '1', '1'],
    ]);
  });

  it('has every line that is said, all actions, and the teams in a row where there are several', async () => {
    const both = await sheetsOf(pack(harbour, moor));
    expect(both.get('In words')?.map((cells) => cells.slice(0, 2))).toContainEqual(['Moor', 'Peaks ahead']);
    expect(both.get('Actions')?.at(-1)?.[0]).toBe('Moor');
    expect([...both.keys()][0]).toBe('All teams');
    const one = await sheetsOf(pack({ ...harbour, actions: [] }));
    expect([...one.keys()]).not.toContain('All teams');
    expect([...one.keys()]).not.toContain('Actions');
  });

  it('withholds small counts as the pack does', async () => {
    const withheld = { ...pack(harbour, moor), smallCounts: { handling: 'withhold' as const, below: 5 } };
    const sheets = await sheetsOf(withheld);
    expect(sheets.get('Backlog by risk and lateness')?.[4]?.slice(0, 3)).toEqual(['Harbour', 'Visit', 'All']);
    expect(sheets.get('Backlog by risk and lateness')?.[4]).toContain('[c]');
    expect(JSON.stringify(sheets.get('In words'))).toContain('[c]: withheld');
  });
});
