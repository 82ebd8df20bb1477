/** A business case put together: options, figures, sentences, and all that they rest on. */
import type {
  CasePack,
  PackFigure,
  PackOption,
  PackSnapshot,
  PackUnit,
  PackYears,
} from '#shared/domain/case-pack.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import type { PayTable } from '#shared/domain/pay.ts';
import type { SmallCountRule } from '#shared/domain/small-counts.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { confirmedSaid, packAssumptions, type Recruiting } from './assumptions.ts';
import { packFigures } from './figures.ts';
import { layoutInWords } from './layout.ts';
import type { CaseOutcome } from './options.ts';
import { showFigure } from './show.ts';
import { packSummary } from './summary.ts';
import { packLimits, packMethod } from './texts.ts';

type CasePackInput = {
  outcome: CaseOutcome;
  /** Run ids in the order of the options. */
  runs: readonly string[];
  /** The forecast by case from the same snapshots: its past error. */
  forecast: Pick<CasesForecast, 'pastError' | 'notes'>;
  forecastRun: string;
  years: PackYears;
  forceName: string;
  smallCounts: SmallCountRule;
  standards: Standards;
  pay: PayTable;
  recruiting: Recruiting;
  snapshots: PackSnapshot[];
  roster: CasePack['roster'];
  /** ISO instant. */
  madeAt: string;
  version: string;
};

function optionsOf({ outcome, runs }: CasePackInput): PackOption[] {
  return outcome.options.map(({ words, key, kind, name, description }, index) => {
    const result = outcome.comparison.results[index];
    const run = runs[index];
    if (!result || run === undefined)
      throw new RangeError(`Expected a result and a run of the option ${name}.`);
    return { key, kind, name, description, changes: words, run, result };
  });
}

/** The same input gives the same pack. */
export function casePack(input: CasePackInput): CasePack {
  const { outcome, forecast, years, standards, pay, recruiting } = input;
  const options = optionsOf(input);
  const [first] = options;
  if (!first) throw new RangeError('Expected at least one option.');
  const { result } = first;
  const { sought } = outcome;
  const assumptions = packAssumptions(standards, pay, recruiting);
  const counts = (key: string, name: string, value: number): PackFigure => {
    const unit: PackUnit = 'number';
    return { id: `assumptions.${key}`, run: first.run, name, unit, value, shown: showFigure(unit, value) };
  };
  const { pastError } = forecast;
  const said = assumptions.map(confirmedSaid);
  const figures = [
    ...packFigures({ options, sought, pastError, forecastRun: input.forecastRun }),
    counts('all', 'Values that the pack rests on', said.filter((one) => one !== 'not given').length),
    counts('unconfirmed', 'Of these not confirmed', said.filter((one) => one === 'no').length),
  ];
  return {
    forceName: input.forceName,
    years,
    months: result.months,
    layout: layoutInWords(result.months, years),
    asAt: result.asAt,
    rosterAsAt: result.rosterAsAt,
    madeAt: input.madeAt,
    version: input.version,
    limit: result.limit,
    definition: result.definition,
    options,
    sought,
    summary: packSummary({ options, sought, figures }),
    figures,
    differences: outcome.comparison.assumptions,
    assumptions,
    pastError,
    pastErrorNotes: forecast.notes,
    method: packMethod(options, sought),
    limits: packLimits(options, input.smallCounts),
    snapshots: input.snapshots,
    roster: input.roster,
  };
}
