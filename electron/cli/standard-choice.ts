/** Values of the standards as they are named and given on the command line. */
import { InvalidArgumentError } from 'commander';
import { riskLevels } from '#shared/domain/case.ts';
import {
  assumptionKinds,
  firstAssessmentKind,
  placedValues,
  riskFieldKinds,
  withNumber,
  withValues,
  type Place,
} from '#shared/domain/standard-values.ts';
import type { Standards, StandardValue } from '#shared/domain/standards.ts';
import { expectedOf } from '#shared/planning/standards-words.ts';
import { Refusal, UsageError } from './errors.ts';

/** A value, or several, by name; `number` is null where only the source or the tick is to change. */
export type Wanted = { name: string; number: number | null };
export type Said = { source?: string; confirm?: boolean };

export function wanted(text: string, before: Wanted[] = []): Wanted[] {
  const [, name, number] = /^([^=]+)(?:=(\d*\.?\d+))?$/.exec(text) ?? [];
  if (name === undefined) {
    throw new InvalidArgumentError(`Expected NAME=NUMBER, or NAME alone, found "${text}".`);
  }
  return [...before, { name, number: number === undefined ? null : Number(number) }];
}

/** A duty's name alone means all its values, which are not all of one kind: it takes no number. */
const isMeant = ({ name, number }: Wanted, { key, duty, field }: Place): boolean =>
  key === name || (duty !== null && (`${duty}.${field}` === name || (duty === name && number === null)));

function unknown(standards: Standards, name: string): Refusal {
  const places = placedValues(standards);
  const own = places.filter(({ duty }) => duty === name.split('.')[0]);
  const fields = [...new Set(own.map(({ duty, field }) => `${duty ?? ''}.${field}`))];
  const duties = standards.duties.map(({ key }) => key);
  const held =
    fields.length > 0
      ? `Expected one of ${fields.join(', ')}; of one level only, as in ${own.at(-1)?.key ?? ''}.`
      : `Expected DUTY.FIELD or DUTY.LEVEL.FIELD of the duties ${duties.join(', ')}, or one of ${Object.keys(assumptionKinds).join(', ')}.`;
  const names = places.map(({ key }) => key);
  return new Refusal('not-found', `There is no value called "${name}" to be set. ${held}`, { name, names });
}

function changed(value: StandardValue, number: number | null, { source, confirm }: Said): StandardValue {
  const next = number === null ? value : withNumber(value, number, null);
  return { ...next, source: source ?? next.source, confirmed: confirm ?? next.confirmed };
}

/**
 * The standards with the values wanted; of two for the same value the later holds.
 *
 * @throws Refusal where there is no value of that name
 */
export function withWanted(standards: Standards, all: readonly Wanted[], said: Said): Standards {
  return all.reduce((next, one) => {
    if (!placedValues(next).some((place) => isMeant(one, place))) throw unknown(standards, one.name);
    return withValues(next, (value, place) =>
      isMeant(one, place) ? changed(value, one.number, said) : value,
    );
  }, standards);
}

/** @throws UsageError where a name is given and nothing to change of it */
export function requireSaid(all: readonly Wanted[], { source, confirm }: Said): void {
  const idle = all.find(({ number }) => number === null);
  if (idle === undefined || source !== undefined || confirm !== undefined) return;
  throw new UsageError(
    `Expected ${idle.name}=NUMBER, or --source, --confirm or --no-confirm beside it: "${idle.name}" alone changes nothing.`,
  );
}

const line = (name: string, words: string): string => `  ${name.padEnd(22)} ${words}`;

/** The names and what each has to be, for the help. */
export const namesHelp = (): string =>
  [
    '\nNames: DUTY.LEVEL.FIELD, DUTY.FIELD for all levels, DUTY for all its values (without a number), or an assumption.',
    `Levels: ${riskLevels.join(', ')}. Duties: as "standards" lists them.`,
    'Fields:',
    ...Object.entries(riskFieldKinds).map(([name, kind]) => line(name, expectedOf(kind))),
    line('firstAssessmentDays', `${expectedOf(firstAssessmentKind)}; for all levels`),
    'Assumptions:',
    ...Object.entries(assumptionKinds).map(([name, kind]) => line(name, `${kind.name}: ${expectedOf(kind)}`)),
  ].join('\n');
