import { describe, expect, it } from 'vitest';
import type { Scenario, ScenarioChange } from '#shared/domain/scenario.ts';
import { caseInput, caseScenarios } from '../../../../renderer/features/scenarios/case-model.ts';

const kept = (id: number, ...changes: ScenarioChange[]): Scenario => ({
  id,
  name: `Scenario ${String(id)}`,
  description: '',
  changes,
  copiedFrom: null,
  asAt: null,
  createdAt: '2026-11-01T09:00:00.000Z',
  changedAt: '2026-11-01T09:00:00.000Z',
  archivedAt: null,
});
const growth: ScenarioChange = { kind: 'growth', team: null, extra: 0.02 };
const levelling = (team: string | null): ScenarioChange => ({ kind: 'levelling', team });

describe('a business case asked for by the page', () => {
  const chosen = [
    kept(1),
    kept(2, levelling(null)),
    kept(3, growth),
    kept(4, levelling('Harbour')),
    kept(5, growth),
  ];

  it('leaves out scenarios that are options of every case anyway', () => {
    expect(caseScenarios(chosen).map(({ id }) => id)).toEqual([3, 4, 5]);
  });

  it('puts the preferred one first, the first of them unless a person says', () => {
    const choice = { preferred: 5, years: 4, goal: 'ratio' } as const;
    expect(caseInput(chosen, choice)).toEqual({
      scenarios: [{ scenarioId: 5 }, { scenarioId: 3 }, { scenarioId: 4 }],
      years: 4,
      goal: 'ratio',
    });
    expect(caseInput(chosen, { ...choice, preferred: null }).scenarios?.[0]).toEqual({
      scenarioId: 3,
    });
  });

  it('names no more than a case takes, and none where none is chosen', () => {
    const many = Array.from({ length: 12 }, (_, index) => kept(index + 1, growth));
    const choice = { preferred: 12, years: 5, goal: 'capacity' } as const;
    expect(caseInput(many, choice).scenarios).toHaveLength(6);
    expect(caseInput([], choice).scenarios).toEqual([]);
  });
});
