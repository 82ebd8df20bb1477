import { describe, expect, it } from 'vitest';
import { utilisation } from '#shared/domain/units.ts';
import { differenceOf } from '#shared/planning/levelling/difference.ts';
import { month, move, plan } from '../../../renderer/fixtures.ts';

const named = (id: string, due: string, to: string) =>
  move({ id, reference: id.split('/')[0] ?? id, due: month(due), to: month(to) });

describe('what changed from one plan to the next', () => {
  it('names what came, what went and what goes to another month, and nothing else', () => {
    const before = plan({
      peakAfter: utilisation(0.95),
      moves: [
        named('A/visit', '2027-01', '2026-12'),
        named('B/visit', '2027-02', '2027-01'),
        named('C/arms', '2027-04', '2027-03'),
        named('A/visit', '2027-07', '2027-06'),
      ],
    });
    const now = plan({
      peakAfter: utilisation(0.91),
      moves: [
        { ...named('A/visit', '2027-01', '2026-12'), reason: 'told otherwise, the same move' },
        named('C/arms', '2027-04', '2027-02'),
        named('E/visit', '2027-05', '2027-04'),
        named('D/visit', '2027-05', '2027-04'),
        named('A/visit', '2027-06', '2027-05'),
      ],
    });
    const told = differenceOf(before, now);
    expect(told.added.map(({ id, due, to }) => [id, due, to])).toEqual([
      ['D/visit', '2027-05', '2027-04'],
      ['E/visit', '2027-05', '2027-04'],
      ['A/visit', '2027-06', '2027-05'],
    ]);
    expect(told.dropped.map(({ id, due, to }) => [id, due, to])).toEqual([
      ['B/visit', '2027-02', '2027-01'],
      ['A/visit', '2027-07', '2027-06'],
    ]);
    expect(told.altered.map(({ from, to }) => [from.id, from.to, to.to])).toEqual([
      ['C/arms', '2027-03', '2027-02'],
    ]);
    expect(told.peak).toEqual([0.95, 0.91]);
  });

  it('is nothing between a plan and itself', () => {
    expect(differenceOf(plan(), plan())).toEqual({ added: [], dropped: [], altered: [], peak: [0.87, 0.87] });
  });
});
