import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { call } from '#electron/engine/call.ts';
import type { BacklogPoint } from '#shared/domain/backlog.ts';
import { isBacklogSumRight } from '#shared/planning/backlog/trend.ts';
import { importCaseload, importStaff, sharedEngine } from './engine/support.ts';

const extracts = new URL('../../../shared/data/extracts/', import.meta.url);
const areHere = existsSync(extracts);
const monthly = areHere
  ? readdirSync(extracts)
      .filter((name) => /^caseload-\d{4}-\d\d-\d\d\.csv$/.test(name))
      .sort()
  : [];

const SLOW_MACHINE_MS = 300_000;

/** `31/10/2026` or `2026-10-31` as an ISO day; null for what is neither. */
function readDay(text: string | undefined): string | null {
  const [, day, month, year] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text?.trim() ?? '') ?? [];
  if (year === '0000') return null;
  if (year === undefined) return /^\d{4}-\d\d-\d\d$/.exec(text?.trim() ?? '')?.[0] ?? null;
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

/** Active cases in the community (or with either missing) whose next visit in the file is due by the day. */
function plainCount(name: string): number {
  const [head = '', ...lines] = readFileSync(new URL(name, extracts), 'utf8')
    .replace(/^﻿/, '')
    .split(/\r?\n/);
  const headings = head.split(',');
  const asAt = name.slice('caseload-'.length, -'.csv'.length);
  const seen = new Map<string, boolean>();
  for (const line of lines) {
    const cells = line.split(',');
    const value = (heading: string): string => cells[headings.indexOf(heading)]?.trim() ?? '';
    const reference = value('ViSOR Ref');
    if (reference === '' || value('Team') === '' || seen.has(reference)) continue;
    const next = readDay(value('Next Visit Due'));
    const end = readDay(value('Registration End'));
    const isOwed =
      ['active', ''].includes(value('Management').toLowerCase()) &&
      ['community', ''].includes(value('Status').toLowerCase()) &&
      (end === null || end > asAt);
    seen.set(reference, isOwed && next !== null && next <= asAt);
  }
  return [...seen.values()].filter(Boolean).length;
}

describe.skipIf(!areHere)('the backlog of the shared extracts (skipped where ../shared is absent)', () => {
  const engine = sharedEngine();
  let points: BacklogPoint[] = [];

  beforeAll(async () => {
    for (const name of monthly) await importCaseload(engine(), readFileSync(new URL(name, extracts)), name);
    const staff = readFileSync(new URL('staff-2026-10-31.csv', extracts));
    await importStaff(engine(), staff);
    ({ points } = await call(engine(), 'backlog.trend', { duty: 'visit' }));
  }, SLOW_MACHINE_MS);

  it('at each month-end is what a plain count of the file gives', () => {
    expect(points.map(({ outstanding }) => outstanding)).toEqual(monthly.map(plainCount));
    expect(points.length).toBeGreaterThan(1);
  });

  it('changes from month to month by what adds up, of the force and of each team', async () => {
    const { teams } = await call(engine(), 'backlog.get', {});
    const trends = [points];
    for (const { team } of teams) {
      trends.push((await call(engine(), 'backlog.trend', { duty: 'visit', team })).points);
    }
    for (const trend of trends) {
      for (const [index, { outstanding, change }] of trend.entries()) {
        const before = trend[index - 1];
        if (before && change) {
          expect(isBacklogSumRight(before.outstanding, change, outstanding)).toBe(true);
        }
      }
    }
    const newest = trends.slice(1).map((trend) => trend.at(-1)?.outstanding ?? 0);
    expect(newest.reduce((sum, count) => sum + count, 0)).toBe(points.at(-1)?.outstanding);
  });

  it('matches its cases and its teams in every duty', async () => {
    const { duties, teams } = await call(engine(), 'backlog.get', {});
    for (const { duty, outstanding, owing } of duties) {
      const { total } = await call(engine(), 'backlog.cases', { duty });
      expect(total, duty).toBe(outstanding);
      const ofTeams = teams.flatMap((team) => team.duties.filter((one) => one.duty === duty));
      expect(
        ofTeams.reduce((sum, one) => sum + one.outstanding, 0),
        duty,
      ).toBe(outstanding);
      expect(
        ofTeams.reduce((sum, one) => sum + one.owing, 0),
        duty,
      ).toBe(owing);
    }
  });
});
