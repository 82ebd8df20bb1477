/**
 * What the log notes of an operation: facts by these names, out of its input and reply, and nothing else. A passphrase,
 * a row, a case's reference or what was deleted has no way into the log, whatever an operation holds.
 */
import type { AuditFacts } from '#shared/domain/audit.ts';

const NOTED_INPUT = [
  'id',
  'snapshotId',
  'snapshotIds',
  'scenarioId',
  'planId',
  'listId',
  'rosterId',
  'mappingId',
  'team',
  'month',
  'duty',
  'risk',
  'officer',
  'supervisor',
  'band',
  'figure',
  'from',
  'to',
  'before',
  'action',
  'user',
  'kind',
  'isOn',
  'alsoPlans',
  'format',
  'withCases',
  'fileName',
  'file',
  'savedTo',
] as const;

const NOTED_REPLY = [
  'id',
  'team',
  'snapshotId',
  'rosterId',
  'listId',
  'asAt',
  'fileName',
  'rowsRead',
  'accepted',
  'stored',
  'alreadyLoaded',
  'total',
  'cases',
  'plans',
  'records',
  'people',
  'entries',
  'listed',
  'file',
  'reviewed',
  'takenBack',
] as const;

const LONGEST = 300;

function pick(from: unknown, names: readonly string[]): AuditFacts {
  if (typeof from !== 'object' || from === null) return {};
  const facts: AuditFacts = {};
  for (const name of names) {
    const value = (from as Record<string, unknown>)[name];
    if (typeof value === 'string') facts[name] = value.slice(0, LONGEST);
    else if (typeof value === 'number' || typeof value === 'boolean') facts[name] = value;
    else if (Array.isArray(value)) facts[name] = value.join(', ').slice(0, LONGEST);
  }
  return facts;
}

const partOf = (whole: unknown, name: string): unknown =>
  typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>)[name] : undefined;

/**
 * Of a view the question alone is noted: the same question again is then the same view. Which list is given out stands
 * in a part of its own.
 */
export const factsAsked = (input: unknown): AuditFacts => ({
  ...pick(partOf(input, 'list'), NOTED_INPUT),
  ...pick(input, NOTED_INPUT),
});

/** Counts of what was removed stand in a part of their own. */
export const factsDone = (input: unknown, reply: unknown): AuditFacts => ({
  ...factsAsked(input),
  ...pick(reply, NOTED_REPLY),
  ...pick(partOf(reply, 'removed'), NOTED_REPLY),
});

export function reasonOf(input: unknown): string | null {
  const reason: unknown =
    typeof input === 'object' && input !== null && 'reason' in input ? input.reason : null;
  return typeof reason === 'string' ? reason : null;
}
