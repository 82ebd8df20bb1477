import { describe, expect, it } from 'vitest';
import { frontierReply, frontierText } from '#electron/cli/commands/frontier.ts';
import { Frontier } from '#shared/contract/levelling.ts';

const point = { gap: 0.002, extraOccurrences: 0, extraHoursPerYear: 0 };
const found = Frontier.parse({
  snapshotId: 3,
  asAt: '2026-10-31',
  unconfirmed: [],
  teams: [
    {
      team: 'North',
      status: 'found',
      mean: 0.8,
      kneeIndex: 1,
      points: [
        { ...point, moves: 0, peak: 1.4, bound: 1.4 },
        { ...point, moves: 3, peak: 1.1, bound: 1.098 },
        { ...point, moves: 9, peak: 1.05, bound: 1.05 },
      ],
    },
    { team: 'South', status: 'no-capacity', mean: null, kneeIndex: null, points: [] },
  ],
});

describe('the reply of frontier', () => {
  it('has the points of one team at the top, and of all by team', () => {
    const one = frontierReply({ ...found, teams: found.teams.slice(0, 1) }, true);
    expect(one).toMatchObject({
      team: 'North',
      points: [{ moves: 0 }, { moves: 3, peak: 1.1 }, { moves: 9 }],
    });
    expect(one).not.toHaveProperty('teams');
    expect(frontierReply(found, false)).toMatchObject({
      teams: [{ team: 'North', points: [{ moves: 0 }, { moves: 3 }, { moves: 9 }] }, { points: [] }],
    });
  });

  it('is a table for people, with the point suggested', () => {
    const text = frontierText(found);
    expect(text).toMatch(/ 3 +110\.0\u00a0% +0\.20\u00a0% .*suggested/);
    expect(text).toContain('South: nobody in post');
  });
});
