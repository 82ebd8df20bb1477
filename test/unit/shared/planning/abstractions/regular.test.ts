import { describe, expect, it } from 'vitest';
import { defaultAbstractionSettings } from '#shared/domain/abstraction.ts';
import { addDays, isoDate } from '#shared/domain/dates.ts';
import { regularAbstractions } from '#shared/planning/abstractions/regular.ts';
import type { Sourced } from '#shared/planning/abstractions/same-absence.ts';
import { randomFrom } from '#electron/engine/demo/random.ts';
import { absence, chanceRoster, sample, teamOf } from './rosters.ts';

const ASAT = isoDate('2026-10-31');
const plain = { ...defaultAbstractionSettings, chance: null };
const look = (
  abstractions: readonly Sourced[],
  thresholds = defaultAbstractionSettings,
  people = teamOf(10),
) => regularAbstractions({ abstractions, people, thresholds, asAt: ASAT });

/** The last Friday looked at. */
const FRIDAY = isoDate('2026-10-30');
const fridays = (count: number) => Array.from({ length: count }, (_, index) => addDays(FRIDAY, -7 * index));

describe('regular abstractions', () => {
  it('are told with their evidence: by the plain counts, six absences within ninety days', () => {
    const days = ['2026-08-03', '2026-08-12', '2026-08-27', '2026-09-15', '2026-10-06', '2026-10-31'];
    const [finding, ...others] = look(
      days.map((day, index) => absence(index + 1, '1001', day)),
      plain,
    ).filter(({ level }) => level === 'officer');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'window',
      collar: '1001',
      times: 6,
      of: 90,
      needed: 6,
      dates: days,
    });
    expect(finding?.hours).toBe(48);
  });

  it('do not reach over a day more than the window', () => {
    const days = ['2026-08-02', '2026-08-12', '2026-08-27', '2026-09-15', '2026-10-06', '2026-10-31'];
    const found = look(
      days.map((day, index) => absence(index + 1, '1001', day)),
      plain,
    );
    expect(found).toEqual([]);
  });

  it('count a week given as a row a day once', () => {
    const days = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16', '2026-10-17'];
    expect(
      look(
        days.map((day, index) => absence(index + 1, '1001', day)),
        plain,
      ),
    ).toEqual([]);
  });

  const habitOf = (days: readonly string[]) =>
    days.map((day, index) => absence(90_000 + index, '1003', day, 'Operational', 'Football'));
  const footballOf = (found: ReturnType<typeof look>) =>
    found.filter((one) => one.collar === '1003' && one.activity === 'Football' && one.rule === 'weekday');

  it.each([13, 26, 52])('find football on %i Fridays of 52 among what chance brings', (count) => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed);
      const noise = chanceRoster(random, teamOf(10), ASAT, 0.04);
      const chosen = sample(random, fridays(52), count);
      const found = footballOf(look([...noise, ...habitOf(chosen)]));
      expect(found).toMatchObject([{ weekday: 5, of: 52 }]);
      expect(found[0]?.dates).toEqual(expect.arrayContaining(chosen));
      expect(found[0]?.times).toBeLessThanOrEqual(count + 3);
    }
  });

  it('find football on 8 Fridays of 52 where the officer has no other', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed);
      const noise = chanceRoster(random, teamOf(10), ASAT, 0.04).filter(
        (one) => one.collar !== '1003' || one.activity !== 'Football',
      );
      const chosen = sample(random, fridays(52), 8);
      expect(footballOf(look([...noise, ...habitOf(chosen)]))).toMatchObject([
        { weekday: 5, times: 8, of: 52, dates: [...chosen].sort() },
      ]);
    }
  });

  it('find the one who is sent to everything', () => {
    const random = randomFrom(5);
    const people = teamOf(10);
    const noise = chanceRoster(random, people, ASAT, 0.02);
    const sent = Array.from({ length: 20 }, (_, index) =>
      absence(90_000 + index, '1007', addDays(ASAT, -((index * 37) % 80)), 'Operational', 'Mutual aid'),
    );
    const found = look([...noise, ...sent]);
    expect(
      found.filter(({ level }) => level === 'officer').map(({ collar, rule }) => [collar, rule]),
    ).toContainEqual(['1007', 'window']);
  });

  it('are seldom found where there is only chance, whatever its rate', { timeout: 120_000 }, () => {
    for (const rate of [0.01, 0.04, 0.12]) {
      let accused = 0;
      const rosters = 150;
      for (let seed = 1; seed <= rosters; seed++) {
        const people = [...teamOf(10), ...teamOf(8, 'Moorland', 2000)];
        const found = look(chanceRoster(randomFrom(seed * 7919), people, ASAT, rate), undefined, people);
        if (found.length > 0) accused += 1;
      }
      expect(accused / rosters, `at ${String(rate)}`).toBeLessThan(0.05);
    }
  });
});
