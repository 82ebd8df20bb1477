/** What happens to an invented case over the years: changes of risk, custody, absence. */
import type { CaseStatus, RiskLevel } from '#shared/domain/case.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';
import type { Spell } from './history.ts';
import type { Random } from './random.ts';

export type RiskStep = { from: IsoDate; level: RiskLevel };

/** The levels a case goes through, from the day it joins. */
export function inventRisks(first: RiskLevel, joined: IsoDate, asAt: IsoDate, random: Random): RiskStep[] {
  const steps: RiskStep[] = [{ from: joined, level: first }];
  const next: Record<RiskLevel, ReadonlyArray<readonly [RiskLevel, number]>> = {
    'very-high': [['high', 1]],
    high: [
      ['medium', 0.9],
      ['very-high', 0.1],
    ],
    medium: [
      ['low', 0.6],
      ['high', 0.4],
    ],
    low: [['medium', 1]],
  };
  const yearly: Record<RiskLevel, number> = { 'very-high': 0.3, high: 0.09, medium: 0.08, low: 0.04 };
  let day = addDays(joined, random.int(120, 480));
  while (day < asAt) {
    const level = steps.at(-1)?.level ?? first;
    if (random.chance(yearly[level])) steps.push({ from: day, level: random.weighted(next[level]) });
    day = addDays(day, 365);
  }
  return steps;
}

/** Custody before release for some who join, recalls to custody, and the few who are away for good. */
export function inventSpells(
  joined: IsoDate,
  isThere: boolean,
  asAt: IsoDate,
  random: Random,
): Array<Spell<CaseStatus>> {
  const away = random.weighted<CaseStatus>([
    ['community', 98.2],
    ['abroad', 0.8],
    ['hospital', 0.5],
    ['missing', 0.3],
    ['wanted', 0.2],
  ]);
  const begins = addDays(joined, random.int(90, 900));
  if (away !== 'community') return begins < asAt ? [{ status: away, from: begins, to: null }] : [];
  const startsInside = random.chance(isThere ? 0.06 : 0.3);
  if (startsInside) {
    return [{ status: 'custody', from: joined, to: addDays(joined, random.int(150, 900)) }];
  }
  if (!random.chance(0.11)) return [];
  return [{ status: 'custody', from: begins, to: addDays(begins, random.int(60, 700)) }];
}
