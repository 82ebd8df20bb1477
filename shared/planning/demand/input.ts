/** What demand rests on. */
import type { KindedAbstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate, Month } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Standards } from '#shared/domain/standards.ts';

export type DemandInput = {
  cases: readonly CaseRecord[];
  /** Of the whole snapshot: see {@link import('./sign-offs.ts').signOffsHeldIn}. */
  signOffsHeld: ReadonlySet<string>;
  /** The roster in force; empty when none is loaded. */
  officers: readonly Officer[];
  abstractions: readonly KindedAbstraction[];
  absencesHeldTo: IsoDate;
  standards: Standards;
  settings: Settings;
  asAt: IsoDate;
  /** Months of the horizon, from month 0. */
  months: readonly Month[];
};

/** Without one capacity is not known; with one, a team that it does not name has nobody in post. */
export const hasRoster = ({ officers }: Pick<DemandInput, 'officers'>): boolean => officers.length > 0;
