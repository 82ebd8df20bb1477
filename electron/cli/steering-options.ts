/** Options by which a person steers a plan, and how they are written. */
import { InvalidArgumentError, type Command } from 'commander';
import { Month } from '#shared/domain/dates.ts';
import { Reset } from '#shared/domain/standards.ts';
import { Steering } from '#shared/domain/steering.ts';
import { UsageError } from './errors.ts';
import { wholeNumber } from './options.ts';

type Named = { kind: 'case' | 'officer' | 'duty' | 'month'; name: string };

export type SteeringOptions = {
  pin?: Steering['pins'];
  refuse?: Steering['refusals'];
  exclude?: Named[];
  maxMoves?: number;
  maxMovesPerOfficerMonth?: number;
  reset?: Array<{ duty: string; reset: Reset }>;
};

function month(text: string): Month {
  const found = Month.safeParse(text);
  if (found.success) return found.data;
  throw new InvalidArgumentError(`Expected a month like 2027-03, found "${text}".`);
}

/** A case and duty with the month in which its work falls due. A reference may hold a colon, a month does not. */
function occurrence(text: string): { chain: string; due: Month } {
  const [, chain, due] = /^(.+\/[^/:]+):([^:]+)$/.exec(text) ?? [];
  if (chain !== undefined && due !== undefined) return { chain, due: month(due) };
  throw new InvalidArgumentError(`Expected REF/duty:2027-03, found "${text}".`);
}

export function pin(text: string): Steering['pins'][number] {
  const at = text.lastIndexOf('=');
  if (at > 0) return { ...occurrence(text.slice(0, at)), to: month(text.slice(at + 1)) };
  throw new InvalidArgumentError(`Expected REF/duty:2027-03=2027-01, found "${text}".`);
}

export function exclusion(text: string): Named {
  const [, kind, name] = /^(case|officer|duty|month):(.+)$/.exec(text) ?? [];
  if (kind === undefined || name === undefined) {
    throw new InvalidArgumentError(
      `Expected case:REF, officer:ID, duty:KEY or month:2027-03, found "${text}".`,
    );
  }
  return { kind: kind as Named['kind'], name: kind === 'month' ? month(name) : name };
}

export function resetRule(text: string): { duty: string; reset: Reset } {
  const [, duty, rule, tolerance, factor] =
    /^([a-z][a-z0-9-]*)=(full|anniversary|tolerance)(?::(\d+))?(?::(0?\.\d+|[01]))?$/.exec(text) ?? [];
  const isWhole = (rule === 'tolerance') === (tolerance !== undefined);
  if (duty === undefined || rule === undefined || !isWhole) {
    throw new InvalidArgumentError(
      `Expected duty=full, duty=anniversary or duty=tolerance:MONTHS[:SHARE], found "${text}".`,
    );
  }
  const reset = Reset.safeParse({ rule, tolerance: Number(tolerance ?? 0), factor: Number(factor ?? 1) });
  if (reset.success) return { duty, reset: reset.data };
  const { minValue, maxValue } = Reset.shape.tolerance;
  throw new InvalidArgumentError(
    `Expected a tolerance from ${String(minValue)} to ${String(maxValue)} months, found "${text}".`,
  );
}

const repeated =
  <T>(read: (text: string) => T) =>
  (text: string, before: T[] | undefined): T[] => [...(before ?? []), read(text)];

const cap = wholeNumber(0, 100_000);

/** Adds the options; those that name one thing can be given again and again. */
export const addSteeringOptions = (command: Command): Command =>
  command
    .option(
      '--pin <pin>',
      'REF/duty:2027-03=2027-01: work due in one month is done in the other',
      repeated(pin),
    )
    .option('--refuse <work>', 'REF/duty:2027-03: this work is not moved', repeated(occurrence))
    .option('--exclude <what>', 'case:REF, officer:ID, duty:KEY or month:2027-03', repeated(exclusion))
    .option('--max-moves <n>', 'the most moves', cap)
    .option('--max-moves-per-officer-month <n>', 'the most moves of one officer in one month', cap)
    .option(
      '--reset <rule>',
      'duty=full, anniversary or tolerance:MONTHS: how early work sets the next date, in this plan',
      repeated(resetRule),
    );

/** Where steering does not fit: the option that says it. */
const optionOf: Record<keyof Steering, string> = {
  pins: '--pin',
  refusals: '--refuse',
  excluded: '--exclude',
  caps: '--max-moves',
  reset: '--reset',
};

/**
 * @returns undefined where nothing was given
 * @throws UsageError where what was given names nothing that there could be
 */
export function steeringFrom(options: SteeringOptions): Steering | undefined {
  const { pin: pins, refuse, exclude, maxMoves, maxMovesPerOfficerMonth, reset } = options;
  const given = [pins, refuse, exclude, maxMoves, maxMovesPerOfficerMonth, reset];
  if (given.every((one) => one === undefined)) return undefined;
  const named = (kind: Named['kind']): string[] =>
    (exclude ?? []).filter((one) => one.kind === kind).map(({ name }) => name);
  const steering = Steering.safeParse({
    pins,
    refusals: refuse,
    excluded: {
      cases: named('case'),
      officers: named('officer'),
      duties: named('duty'),
      months: named('month'),
    },
    caps: { moves: maxMoves, movesPerOfficerMonth: maxMovesPerOfficerMonth },
    reset: Object.fromEntries((reset ?? []).map(({ duty, reset: rule }) => [duty, rule])),
  });
  if (steering.success) return steering.data;
  const [issue] = steering.error.issues;
  const at = optionOf[issue?.path[0] as keyof Steering];
  throw new UsageError(`${at} was given something that cannot be, or too much: ${issue?.message ?? ''}.`);
}
