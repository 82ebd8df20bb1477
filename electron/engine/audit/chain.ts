/** The chain of the log: each entry's hash rests on the one before, so that none can be changed on its own. */
import { createHash } from 'node:crypto';
import type { AuditFinding, AuditHead } from '#shared/domain/audit.ts';

/** An entry as it is stored. */
export type AuditRow = {
  number: number;
  at: string;
  user: string;
  action: string;
  operation: string;
  /** JSON, hashed as it is written. */
  facts: string;
  reason: string | null;
  hash: string;
};

const START: AuditHead = { number: 0, hash: '0'.repeat(64) };

/** SHA-256 over the hash before and the entry, written as one JSON list so that no two entries are written alike. */
export function hashOf(before: string, row: Omit<AuditRow, 'hash'>): string {
  const { number, at, user, action, operation, facts, reason } = row;
  const canonical = JSON.stringify([before, number, at, user, action, operation, facts, reason]);
  return createHash('sha256').update(canonical).digest('hex');
}

const missing = (from: number, to: number): AuditFinding => ({
  number: from,
  kind: 'missing',
  what:
    from === to
      ? `Entry ${String(from)} is missing.`
      : `Entries ${String(from)} to ${String(to)} are missing.`,
});

/**
 * Looks along the chain. Each entry is judged by the hash that stands before it, so one that was changed does not cast
 * doubt on all that follow.
 *
 * @param rows by their number
 * @param head as the workspace holds it; null when it holds none
 * @param expected a head noted earlier, elsewhere
 */
export function verifyChain(
  rows: Iterable<AuditRow>,
  head: AuditHead | null,
  expected?: AuditHead,
): { entries: number; findings: AuditFinding[] } {
  const findings: AuditFinding[] = [];
  let last = START;
  let entries = 0;
  let isExpectedThere = expected === undefined || (expected.number === 0 && expected.hash === START.hash);
  for (const row of rows) {
    entries += 1;
    if (row.number !== last.number + 1) findings.push(missing(last.number + 1, row.number - 1));
    if (hashOf(last.hash, row) !== row.hash) {
      findings.push({
        number: row.number,
        kind: 'changed',
        what: `Entry ${String(row.number)} is not what was written: it was changed, moved, or what stood before it is gone.`,
      });
    }
    if (expected?.number === row.number && expected.hash === row.hash) isExpectedThere = true;
    last = { number: row.number, hash: row.hash };
  }
  findings.push(...headFindings(last, head));
  if (!isExpectedThere && expected) {
    findings.push({
      number: expected.number,
      kind: 'expected',
      what: `Expected entry ${String(expected.number)} as it was noted; the log does not hold it so. It was written anew, or the file is an older copy.`,
    });
  }
  return { entries, findings };
}

function headFindings(last: AuditHead, head: AuditHead | null): AuditFinding[] {
  const told = (what: string): AuditFinding[] => [{ number: null, kind: 'head', what }];
  if (head === null) return told('The head, which says how far the log goes, is gone.');
  if (head.number > last.number) return [missing(last.number + 1, head.number)];
  if (head.number < last.number) {
    return told(
      `The head says that the log ends with entry ${String(head.number)}; it goes on to ${String(last.number)}.`,
    );
  }
  return head.hash === last.hash ? [] : told('The head is not that of the last entry.');
}
