/** The log as CSV: marked, with the head by which it can be checked later. */
import { auditActionNames, headText, type AuditEntry, type AuditHead } from '#shared/domain/audit.ts';
import { markedCsv } from '#shared/domain/export.ts';

export function auditFile(
  entries: readonly AuditEntry[],
  head: AuditHead,
  madeAt: string,
): { name: string; text: string; entries: number } {
  const rows = [
    ['Log of the workspace, head', headText(head)],
    ['Number', 'At (UTC)', 'User', 'Action', 'Operation', 'About', 'Reason', 'Hash'],
    ...entries.map((entry) => [
      entry.number,
      entry.at,
      entry.user,
      auditActionNames[entry.action],
      entry.operation,
      Object.entries(entry.facts)
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('; '),
      entry.reason,
      entry.hash,
    ]),
  ];
  return {
    name: `log-${madeAt.slice(0, 10)}.csv`,
    text: markedCsv(rows),
    entries: entries.length,
  };
}
