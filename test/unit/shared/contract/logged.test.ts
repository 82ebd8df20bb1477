import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '#shared/contract/operation.ts';
import { contract } from '#shared/contract/registry.ts';
import { auditActions } from '#shared/domain/audit.ts';

const operations: ReadonlyArray<[string, Operation]> = Object.entries(contract);

/** Names under which replies hold a case's reference, alone or as part of a chain's name. */
const CASE_FIELDS = new Set(['reference', 'ref', 'references', 'chain']);

/** Every name of a field in what an operation replies, however deep. */
function fieldsOf(schema: z.ZodType): Set<string> {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (Array.isArray(part)) {
      part.forEach(walk);
      return;
    }
    for (const [key, value] of Object.entries(part as Record<string, unknown>)) {
      if (key === 'properties' && typeof value === 'object' && value !== null) {
        Object.keys(value).forEach((name) => names.add(name));
      }
      walk(value);
    }
  };
  walk(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }));
  return names;
}

const showsCases = (operation: Operation): boolean =>
  [...fieldsOf(operation.output)].some((name) => CASE_FIELDS.has(name));

/** Of a file a person holds and has just chosen: what it holds is not yet in the workspace. */
const OF_A_FILE = ['import.previewCaseload', 'import.previewStaff', 'import.previewAbstractions'];
/** What a job ends in was logged with the job. */
const OF_A_JOB = ['jobs.get'];

describe('what is logged', () => {
  it('is said by every operation, in words of the log', () => {
    for (const [name, { logged }] of operations) expect([...auditActions, 'nothing'], name).toContain(logged);
  });

  it('is every operation whose reply holds a case', () => {
    const shown = operations.filter(([, operation]) => showsCases(operation));
    expect(shown.map(([name]) => name)).toEqual(
      expect.arrayContaining(['demand.cases', 'plans.workList', 'changes.cases']),
    );
    const unlogged = shown.filter(([, { logged }]) => logged === 'nothing').map(([name]) => name);
    expect(unlogged).toEqual([...OF_A_FILE, ...OF_A_JOB]);
  });

  it('is every command and import that changes what a workspace holds', () => {
    const changing = operations.filter(
      ([, { kind, needsWorkspace, changes }]) => kind !== 'query' && needsWorkspace && changes.length > 0,
    );
    for (const [name, { logged }] of changing)
      expect(['import', 'export', 'edit', 'delete'], name).toContain(logged);
  });
});
