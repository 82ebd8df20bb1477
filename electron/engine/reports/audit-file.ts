/** The log as CSV: marked, with the head by which it can be checked later. */
import type { Output } from '#shared/contract/registry.ts';
import { auditActionNames, headText, type AuditEntry, type AuditHead } from '#shared/domain/audit.ts';
import { markedCsv } from '#shared/domain/export.ts';
import { fileAnswer } from './file-answer.ts';

export function auditFile(
  entries: readonly AuditEntry[],
  head: AuditHead,
  madeAt: string,
): Output<'audit.file'> {
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
  return { ...fileAnswer(`log-${madeAt.slice(0, 10)}.csv`, markedCsv(rows)), entries: entries.length };
}
