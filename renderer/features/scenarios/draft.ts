/** A scenario as it is being typed, and what the domain says of it. */
import { ScenarioDraft, type ScenarioChange } from '#shared/domain/scenario.ts';

export type ChangeKind = ScenarioChange['kind'];
/** What stands in a field; NaN for a number that is none yet. */
export type TypedValue = string | number | boolean | null;
/** A change whose fields may not be right yet. */
export type TypedChange = { kind: ChangeKind; [field: string]: TypedValue };
export type TypedDraft = { name: string; description: string; changes: TypedChange[] };

/** What is wrong with a field: a bound in the domain's own unit, or words. */
export type Fault = { kind: 'at-least' | 'at-most'; bound: number } | { kind: 'words'; words: string };

export type Read = {
  /** Null until all fields are right. */
  draft: ScenarioDraft | null;
  /** By the path of the field: `name`, `changes.2.posts`. */
  faults: ReadonlyMap<string, Fault>;
};

const words = (text: string): Fault => ({ kind: 'words', words: text });

type Issue = {
  code: string;
  path: PropertyKey[];
  origin?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  expected?: unknown;
};

function faultOf(issue: Issue): Fault {
  const { code, origin, minimum, maximum, expected } = issue;
  if (origin === 'string') {
    return words(code === 'too_small' ? 'Give it a name' : `At most ${String(maximum)} letters`);
  }
  if (code === 'too_small' && typeof minimum === 'number') return { kind: 'at-least', bound: minimum };
  if (code === 'too_big' && typeof maximum === 'number') return { kind: 'at-most', bound: maximum };
  if (expected === 'int') return words('Expected a whole number');
  if (expected === 'number') return words('Expected a number');
  return words('Expected something else');
}

/** Reads what was typed by the domain's own schema. */
export function readDraft(typed: TypedDraft): Read {
  const read = ScenarioDraft.safeParse(typed);
  if (read.success) return { draft: read.data, faults: new Map() };
  return {
    draft: null,
    faults: new Map(read.error.issues.map((issue) => [issue.path.join('.'), faultOf(issue as Issue)])),
  };
}

/** A scenario as the form begins with it. */
export const typedOf = ({ name, description, changes }: ScenarioDraft): TypedDraft => ({
  name,
  description,
  changes: changes.map((change) => ({ ...change })),
});

/** Whether two readings say the same, in whatever order their fields were typed. */
export const isSameDraft = (a: ScenarioDraft, b: ScenarioDraft): boolean =>
  JSON.stringify(ScenarioDraft.parse(pick(a))) === JSON.stringify(ScenarioDraft.parse(pick(b)));

const pick = ({ name, description, changes }: ScenarioDraft): ScenarioDraft => ({
  name,
  description,
  changes,
});

export const withChange = (typed: TypedDraft, index: number, change: TypedChange): TypedDraft => ({
  ...typed,
  changes: typed.changes.map((old, at) => (at === index ? change : old)),
});
export const withoutChange = (typed: TypedDraft, index: number): TypedDraft => ({
  ...typed,
  changes: typed.changes.filter((_, at) => at !== index),
});
