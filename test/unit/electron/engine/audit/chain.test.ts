import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, verifyChain, type AuditRow } from '#electron/engine/audit/chain.ts';
import { factsAsked, factsDone, reasonOf } from '#electron/engine/audit/facts.ts';

function chainOf(count: number): AuditRow[] {
  let before = '0'.repeat(64);
  return Array.from({ length: count }, (_, index) => {
    const row = {
      number: index + 1,
      at: `2026-11-0${String((index % 9) + 1)}T10:00:00.000Z`,
      user: 'di',
      action: 'view',
      operation: 'demand.cases',
      facts: `{"team":"${String(index)}"}`,
      reason: null,
    };
    before = hashOf(before, row);
    return { ...row, hash: before };
  });
}

const headOf = (rows: AuditRow[]) => ({ number: rows.length, hash: rows.at(-1)?.hash ?? '0'.repeat(64) });
const kinds = (rows: AuditRow[], head: Parameters<typeof verifyChain>[1], expected = head ?? undefined) =>
  verifyChain(rows, head, expected).findings.map(({ kind, number }) => `${kind} ${String(number)}`);

describe('the chain of the log', () => {
  it('is whole as it was written, and so is an empty one', () => {
    for (const count of [0, 1, 20]) {
      const rows = chainOf(count);
      expect(verifyChain(rows, headOf(rows), headOf(rows))).toEqual({ entries: count, findings: [] });
    }
  });

  it('shows any one value changed, at the entry where it was', () => {
    const rows = chainOf(12);
    const texts = ['at', 'user', 'action', 'operation', 'facts', 'reason', 'hash'] as const;
    fc.assert(
      fc.property(fc.nat(11), fc.constantFrom(...texts), (at, key) => {
        const changed = rows.map((row, index) =>
          index === at ? { ...row, [key]: `${String(row[key])}x` } : row,
        );
        expect(kinds(changed, headOf(rows))).toContain(`changed ${String(at + 1)}`);
      }),
    );
  });

  it('shows entries taken out, swapped, put in, and an end cut off', () => {
    const rows = chainOf(12);
    const head = headOf(rows);
    fc.assert(
      fc.property(fc.nat(10), (at) => {
        const without = rows.filter((_, index) => index !== at);
        expect(kinds(without, head)).toContain(`missing ${String(at + 1)}`);
        const [one, next] = [rows[at], rows[at + 1]];
        if (!one || !next) throw new Error('Expected two entries.');
        const swapped = rows
          .with(at, { ...next, number: one.number })
          .with(at + 1, { ...one, number: next.number });
        expect(kinds(swapped, head)).toContain(`changed ${String(at + 1)}`);
        const closedUp = without.map((row, index) => ({ ...row, number: index + 1 }));
        expect(kinds(closedUp, head).length).toBeGreaterThan(0);
        expect(kinds(rows.slice(0, at + 1), head)).toContain(`missing ${String(at + 2)}`);
      }),
    );
    expect(kinds(rows, null)).toEqual(['head null']);
    expect(kinds(rows, { number: 12, hash: 'f'.repeat(64) })).toContain('head null');
    expect(kinds(rows, { number: 11, hash: rows[10]?.hash ?? '' })).toContain('head null');
  });

  it('written anew from an entry on, head and all, is shown only by a head noted elsewhere', () => {
    const rows = chainOf(6);
    const shorter = chainOf(4);
    expect(verifyChain(shorter, headOf(shorter)).findings).toEqual([]);
    expect(kinds(shorter, headOf(shorter), headOf(rows))).toEqual(['expected 6']);
    expect(kinds(rows, headOf(rows), headOf(shorter))).toEqual([]);
  });
});

describe('what the log notes', () => {
  it('are named facts only: no passphrase, row, case or contents', () => {
    const input = {
      team: 'Harbour',
      passphrase: 'hush',
      csv: 'D100001',
      steering: { locks: ['D1/visit'] },
      limit: 5,
    };
    expect(factsAsked(input)).toEqual({ team: 'Harbour' });
    const reply = {
      removed: { snapshotId: 3, asAt: '2026-10-31', cases: 7, rows: ['D1'] },
      moves: [{ reference: 'D1' }],
    };
    expect(factsDone({ snapshotId: 3, reason: 'wrong file' }, reply)).toEqual({
      snapshotId: 3,
      asAt: '2026-10-31',
      cases: 7,
    });
    expect(reasonOf({ reason: 'wrong file' })).toBe('wrong file');
    expect(reasonOf(null)).toBeNull();
  });
});
