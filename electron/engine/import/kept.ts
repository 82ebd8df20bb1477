/** Recognising a kept mapping by the headings of a file, and saying where it no longer fits. */
import type { FileKind, KeptMapping, Mapping } from '#shared/contract/mapping.ts';
import { AppError } from '../errors.ts';
import { alignColumns } from './columns.ts';
import { headingKey } from './headings.ts';

/** Fewer of its columns in a file than this, and a kept mapping is not meant for it. */
const MIN_PRESENT = 0.6;

export type Recognised = {
  kept: KeptMapping;
  /** Headings that it reads and the file does not have. */
  gone: string[];
  /** Where it no longer fits the file, in words. */
  misfits: string[];
};

type Fit = { kept: KeptMapping; present: number; gone: string[]; fresh: string[] };

function fitOf(kept: KeptMapping, headings: readonly string[]): Fit {
  const keys = new Set(headings.map(headingKey));
  const known = new Set(kept.mapping.columns.map((column) => headingKey(column.heading)));
  const used = kept.mapping.columns.filter((column) => column.field !== null);
  const gone = used.filter((column) => !keys.has(headingKey(column.heading))).map((column) => column.heading);
  const fresh = headings.filter((heading) => heading !== '' && !known.has(headingKey(heading)));
  return { kept, present: used.length - gone.length, gone, fresh };
}

const recognised = ({ kept, gone, fresh }: Fit): Recognised => ({
  kept,
  gone,
  misfits: [
    ...gone.map((heading) => `The column “${heading}” is gone.`),
    ...fresh.map((heading) => `The column “${heading}” is new.`),
  ],
});

/** What a kept mapping says of each column: a field, null to leave it out; undefined where it does not hold it. */
export function fieldsSaid(kept: Mapping, headings: readonly string[]): Array<string | null | undefined> {
  const known = new Set(kept.columns.map((column) => headingKey(column.heading)));
  return alignColumns(headings, kept.columns).map(({ heading, field }) =>
    known.has(headingKey(heading)) ? field : undefined,
  );
}

/** The kept mapping that fits the headings best; null when none is meant for them. */
export function recognise(
  kind: FileKind,
  headings: readonly string[],
  kept: readonly KeptMapping[],
): Recognised | null {
  const fits = kept
    .filter((one) => one.kind === kind)
    .map((one) => fitOf(one, headings))
    .filter(({ present, gone }) => present > 0 && present / (present + gone.length) >= MIN_PRESENT)
    .sort((a, b) => a.gone.length - b.gone.length || b.present - a.present || b.kept.id - a.kept.id);
  const [best] = fits;
  return best ? recognised(best) : null;
}

/** @throws AppError not-found when there is no mapping of that kind and name */
export function findNamed(
  kind: FileKind,
  name: string,
  headings: readonly string[],
  kept: readonly KeptMapping[],
): Recognised {
  const found = kept.find((one) => one.kind === kind && one.name === name);
  if (found) return recognised(fitOf(found, headings));
  const names = kept.filter((one) => one.kind === kind).map((one) => one.name);
  throw new AppError(
    'not-found',
    `There is no kept mapping called “${name}” for this kind of file. Kept: ${names.join(', ') || 'none'}.`,
    { names },
  );
}
