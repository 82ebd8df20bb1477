/** A business case of two teams over known futures. */
import type { CasePack, PackYears } from '#shared/domain/case-pack.ts';
import { isoDate, Month } from '#shared/domain/dates.ts';
import type { CasesPastError } from '#shared/domain/forecast.ts';
import { examplePayTable } from '#shared/domain/pay.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { defaultSmallCountRule, type SmallCountRule } from '#shared/domain/small-counts.ts';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import { casePack } from '#shared/planning/case-pack/case-pack.ts';
import { layoutMonths } from '#shared/planning/case-pack/layout.ts';
import { runCase, type CaseOutcome } from '#shared/planning/case-pack/options.ts';
import { shortened } from '#shared/planning/forecast/cases/futures.ts';
import type { SeekInput } from '#shared/planning/scenarios/sweep.ts';
import { AS_AT, caseOf, dutyState, officerOf } from '../../../../fixtures/records.ts';
import { baseOf, posts, steadyFutures } from '../scenarios/hand-made.ts';

const SIXTY = 60;

const cases = [
  ...Array.from({ length: 70 }, (_, index) =>
    caseOf(`case-1${String(index)}`, {
      officer: 'collar-1',
      duties: [dutyState('visit', '2026-09-10', '2027-03-10')],
    }),
  ),
  ...Array.from({ length: 40 }, (_, index) =>
    caseOf(`case-2${String(index)}`, { team: 'Moor', officer: 'collar-3' }),
  ),
];
const officers = [
  officerOf('collar-1'),
  officerOf('collar-2', { fte: 0.5 }),
  officerOf('collar-3', { team: 'Moor' }),
];
/** Ten futures that grow by 0 to 18 % over the five years. */
const futures = steadyFutures(
  cases,
  Array.from({ length: 10 }, (_, run) => (at: number) => 1 + (run * 0.02 * (at + 1)) / SIXTY),
  SIXTY,
);

const past = { forecasts: 12, mape: 0.021, sameAsLast: 0.043, covered50: 0.5, covered80: 0.75 };
const pastError: CasesPastError = {
  ...past,
  origins: 6,
  byHorizon: [
    { ...past, months: 6, mape: 0.0125 },
    { ...past, months: 12 },
  ],
  teams: { ...past, mape: 0.052 },
};

export const twoPosts: ScenarioChange = posts({ posts: 2, trainingMonths: 3, productivity: 0.5 });

type CaseParts = {
  years?: PackYears;
  seek?: Partial<SeekInput>;
  scenarios?: Array<{ name: string; changes: ScenarioChange[] }>;
  hasPastError?: boolean;
  smallCounts?: SmallCountRule;
};

export function caseBase(years: PackYears = 5) {
  const whole = baseOf({ cases, officers, futures });
  return baseOf({ cases, officers, futures: shortened(futures, layoutMonths(whole.asAt, years).length) });
}

export function caseOutcome({ years, seek, scenarios }: CaseParts = {}): CaseOutcome {
  const base = caseBase(years);
  return runCase(base, {
    seek: {
      changes: [],
      team: base.teams.length,
      contract: 'officer',
      from: base.month0,
      leadMonths: 2,
      trainingMonths: 3,
      productivity: 0.5,
      window: { first: 5, last: base.months.length - 1 },
      goal: 'ratio',
      probability: 0.8,
      most: 10,
      ...seek,
    },
    scenarios: (scenarios ?? [{ name: 'Two posts', changes: [twoPosts] }]).map((one) => ({
      ...one,
      description: '',
      scenarioId: null,
    })),
  });
}

export function handMadeCase(parts: CaseParts = {}): CasePack {
  const outcome = caseOutcome(parts);
  return casePack({
    outcome,
    runs: outcome.options.map((_, index) => `R-${String(index + 1).repeat(10)}`),
    forecast: {
      pastError: parts.hasPastError === false ? null : pastError,
      notes: ['Rates are estimated from 36 snapshots.'],
    },
    forecastRun: 'R-f0f0f0f0f0',
    years: parts.years ?? 5,
    forceName: 'Moorland',
    smallCounts: parts.smallCounts ?? defaultSmallCountRule,
    standards: exampleStandards(),
    pay: examplePayTable(),
    recruiting: {
      leadMonths: { value: 2, isAsked: true },
      trainingMonths: { value: 3, isAsked: false },
      productivity: { value: 0.5, isAsked: false },
    },
    snapshots: [{ id: 1, asAt: AS_AT, cases: cases.length, fingerprint: 'ab'.repeat(32) }],
    roster: { asAt: isoDate('2026-10-31'), people: 3, fingerprint: 'cd'.repeat(32) },
    madeAt: '2026-11-25T09:30:00.000Z',
    version: '0.1.0',
  });
}

export const month = (text: string): Month => Month.parse(text);
