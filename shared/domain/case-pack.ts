/** The business-case pack: options beside each other, every figure with its name and the run it came from. */
import { z } from 'zod';
import { Month, type IsoDate } from './dates.ts';
import type { CasesPastError } from './forecast.ts';
import type { Comparison, ScenarioResult, Sought } from './scenario-result.ts';

export const PackYears = z.union([z.literal(4), z.literal(5)]);
/** Four years for a force management statement, five for the inspectorate's recommendation. */
export type PackYears = z.infer<typeof PackYears>;

export const packFormats = ['xlsx', 'docx'] as const;
export const PackFormat = z.enum(packFormats);
export type PackFormat = z.infer<typeof PackFormat>;

const packUnits = ['number', 'fte', 'hours', 'ratio', 'share', 'months', 'month', 'pounds', 'posts'] as const;
export const PackUnit = z.enum(packUnits);
export type PackUnit = z.infer<typeof PackUnit>;

export const PackFigure = z.object({
  /** Stable: `preferred.ratio.force.2031-03`. */
  id: z.string(),
  /** The run that it came from. */
  run: z.string(),
  /** What it is, for a reader. */
  name: z.string(),
  unit: PackUnit,
  /** Null for none, or never. */
  value: z.union([z.number(), Month]).nullable(),
  /** As it is printed. */
  shown: z.string(),
});
/** One figure that the pack prints. */
export type PackFigure = z.infer<typeof PackFigure>;

export type OptionKind = 'nothing' | 'level' | 'minimum' | 'preferred' | 'other';

/** One option of the case and what comes of it. */
export type PackOption = {
  /** `nothing`, `level`, `minimum`, `preferred`, `other-1` …: first part of its figures' ids. */
  key: string;
  kind: OptionKind;
  /** `Baseline`, `Preferred: Eight posts`. */
  name: string;
  description: string;
  /** What it assumes otherwise, in words. */
  changes: string[];
  /** The same run id stands for the same data, changes, futures and months. */
  run: string;
  result: ScenarioResult;
};

/** A value that the pack rests on. */
export type PackAssumption = {
  group: string;
  name: string;
  value: number | null;
  unit: string;
  source: string;
  /** The year or day of the value, in words; empty where none is held. */
  year: string;
  confirmed: boolean;
};

export type PackSnapshot = { id: number; asAt: IsoDate; cases: number; fingerprint: string };

/** A sentence, and the figures that it tells. */
export type PackSentence = { text: string; figures: string[] };

export type CasePack = {
  forceName: string;
  years: PackYears;
  months: Month[];
  /** What the layout is for, in words. */
  layout: string;
  asAt: IsoDate;
  rosterAsAt: IsoDate | null;
  /** ISO instant. */
  madeAt: string;
  version: string;
  limit: number;
  definition: string;
  options: PackOption[];
  /** What the goal seek found, for the minimum; also where it found none. */
  sought: Sought;
  summary: PackSentence[];
  figures: PackFigure[];
  differences: Comparison['assumptions'];
  assumptions: PackAssumption[];
  pastError: CasesPastError | null;
  /** What the forecast rests on and how wrong it has been, in sentences. */
  pastErrorNotes: string[];
  method: string[];
  limits: string[];
  snapshots: PackSnapshot[];
  /** Fingerprint of the roster's file. */
  roster: { asAt: IsoDate; people: number; fingerprint: string } | null;
};
