/** The log as CSV: marked, with the head by which it can be checked later. */
import type { Output } from '#shared/contract/registry.ts';
import { auditActionNames, headText, type AuditEntry, type AuditHead } from '#shared/domain/audit.ts';
import { exportFile, markedCsv } from '#shared/domain/export.ts';

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
  const content = markedCsv(rows);
  const { name, type } = exportFile({ name: `log-${madeAt.slice(0, 10)}.csv`, content });
  return { name, type, base64: Buffer.from(content).toString('base64'), entries: entries.length };
}
