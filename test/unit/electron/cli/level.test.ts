import { describe, expect, it } from 'vitest';
import { levelReply } from '#electron/cli/commands/level.ts';
import { Proposal } from '#shared/contract/levelling.ts';
import { Problem } from '#shared/domain/problem.ts';

const proposal = Proposal.parse({
  proposalId: 'p1',
  snapshotId: 3,
  asAt: '2026-10-31',
  unconfirmed: [],
  warnings: ['1 case not assessed yet, planned as medium risk.'],
  problem: null,
  steering: {},
  changedSince: null,
  plan: {
    team: 'North',
    months: ['2026-11', '2026-12'],
    status: 'levelled',
    target: null,
    capacity: [10, 10],
    before: [0, 14],
    after: [7, 7],
    peakBefore: 1.4,
    peakAfter: 0.7,
    lowerBound: 0.7,
    gap: 0,
    moves: [
      {
        id: 'anything',
        reference: 'R1',
        duty: 'visit',
        risk: 'low',
        officer: null,
        due: '2026-12',
        to: '2026-11',
        dueIndex: 1,
        toIndex: 0,
        monthsEarly: 1,
        hours: 7,
        reason: 'December 2026 goes from 140\u00a0% to 70\u00a0%.',
      },
    ],
    occurrencesBefore: 2,
    occurrencesAfter: 2,
    extraOccurrences: 0,
    extraHoursPerYear: 0,
    echo: { months: [], before: [], after: [], text: null },
    notMended: [],
  },
});

describe('the reply of level', () => {
  it('names each move by its case, and by the chain it belongs to', () => {
    const reply = levelReply(proposal);
    expect(reply).toMatchObject({
      team: 'North',
      asAt: '2026-10-31',
      after: [7, 7],
      warnings: proposal.warnings,
    });
    expect(reply.moves).toMatchObject([
      { id: 'R1/visit', ref: 'R1', duty: 'visit', due: '2026-12', to: '2026-11', monthsEarly: 1 },
    ]);
    expect(reply).not.toHaveProperty('problem');
  });

  it('holds the problem when it was asked for', () => {
    const problem = Problem.parse({
      months: 2,
      firstMonth: 0,
      capacity: [10, 10],
      fixed: [0, 0],
      hoursPerFte: null,
      chains: [],
      target: null,
      closedMonths: [],
    });
    expect(levelReply({ ...proposal, problem })).toMatchObject({ problem });
  });
});
