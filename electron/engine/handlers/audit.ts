import type { HandlersOf } from '../context.ts';
import { auditFile } from '../reports/audit-file.ts';
import { listAuditUsers, listEntries, readAuditHead, verifyLog } from '../store/audit.ts';

const USUAL_LIMIT = 200;

export const auditHandlers: HandlersOf<'audit.list' | 'audit.verify' | 'audit.file' | 'audit.noteFile'> = {
  async 'audit.list'(input, { store }) {
    const found = await listEntries(store, { limit: USUAL_LIMIT, ...input });
    return { ...found, users: await listAuditUsers(store), head: await readAuditHead(store) };
  },

  async 'audit.verify'({ expected }, { store }) {
    const verdict = await verifyLog(store, expected);
    return { isWhole: verdict.findings.length === 0, ...verdict };
  },

  async 'audit.file'({ action, user, from, to }, { engine, store }) {
    const { entries } = await listEntries(store, { action, user, from, to });
    return auditFile(entries, await readAuditHead(store), engine.now().toISOString());
  },

  /** The dispatcher writes the entry, as for every operation. */
  'audit.noteFile': () => Promise.resolve({}),
};
