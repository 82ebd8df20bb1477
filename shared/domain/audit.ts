/** The log of what was done with personal data: who, when, what, and why where a reason was given. */
import { z } from 'zod';

export const auditActions = ['open', 'close', 'view', 'import', 'export', 'edit', 'delete'] as const;
export const AuditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof AuditAction>;

export const auditActionNames: Record<AuditAction, string> = {
  open: 'Opened',
  close: 'Closed',
  view: 'Looked at',
  import: 'Imported',
  export: 'Given out',
  edit: 'Changed',
  delete: 'Deleted',
};

export const AuditFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
/** What the entry was about, by name: a team, a snapshot, a file. Never a row's contents, a case or a key. */
export type AuditFacts = z.infer<typeof AuditFacts>;

export const AuditEntry = z.object({
  /** From 1, without gaps. */
  number: z.number().int().positive(),
  /** ISO instant. */
  at: z.string(),
  /** Of the operating system. */
  user: z.string(),
  action: AuditAction,
  /** The operation of the contract. */
  operation: z.string(),
  facts: AuditFacts,
  reason: z.string().nullable(),
  /** SHA-256 over the hash before and all of the above. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditHead = z.object({ number: z.number().int().min(0), hash: z.string() });
/** How many entries were written, and the hash of the last: noted elsewhere, it proves the log up to there. */
export type AuditHead = z.infer<typeof AuditHead>;

export const AuditFinding = z.object({
  /** The entry concerned; null when it is the head. */
  number: z.number().int().nullable(),
  kind: z.enum(['changed', 'missing', 'head', 'expected']),
  /** In words. */
  what: z.string(),
});
export type AuditFinding = z.infer<typeof AuditFinding>;

/** `12:ab…`: how a head is written down and given back. */
export const headText = ({ number, hash }: AuditHead): string => `${String(number)}:${hash}`;

/** Reads what {@link headText} wrote; null when it is something else. */
export function readHead(text: string): AuditHead | null {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim());
  return match ? { number: Number(match[1]), hash: match[2] ?? '' } : null;
}
