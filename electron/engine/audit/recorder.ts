/** Writes entries of the log: with a change in its own transaction; of a view before what it shows is given out. */
import { userInfo } from 'node:os';
import type { AuditAction, AuditFacts } from '#shared/domain/audit.ts';
import { appendEntry } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type Noted = { action: AuditAction; operation: string; facts: AuditFacts; reason: string | null };

export type Recorder = {
  /** Adds an entry in the transaction that the store stands for. */
  add(store: Store, noted: Noted): Promise<void>;
  /** Adds an entry in a transaction of its own; of a view only if the same was not looked at just before. */
  addApart(workspace: Workspace, noted: Noted): Promise<void>;
};

/** The same view of the same person again within this time is one entry: going back and forth is not looking anew. */
const ONE_VIEW_MS = 10 * 60 * 1000;
const MOST_VIEWS_KEPT = 2000;

/** The person at the computer, as the operating system knows them. */
export function systemUser(): string {
  try {
    return userInfo().username || 'unknown';
  } catch {
    // An account that the system no longer lists has no name.
    return 'unknown';
  }
}

export function createRecorder({ user, now }: { user: string; now: () => Date }): Recorder {
  const seen = new WeakMap<Workspace, Map<string, number>>();

  const viewsOf = (workspace: Workspace): Map<string, number> => {
    const views = seen.get(workspace) ?? new Map<string, number>();
    seen.set(workspace, views);
    return views;
  };
  const add: Recorder['add'] = (store, noted) =>
    appendEntry(store, { at: now().toISOString(), user, ...noted });

  return {
    add,
    async addApart(workspace, noted) {
      if (noted.action !== 'view') return workspace.append((store) => add(store, noted));
      const views = viewsOf(workspace);
      const key = JSON.stringify([noted.operation, noted.facts]);
      const time = now().getTime();
      const before = views.get(key);
      if (before !== undefined && time - before < ONE_VIEW_MS) return;
      if (views.size >= MOST_VIEWS_KEPT) views.clear();
      views.set(key, time);
      try {
        await workspace.append((store) => add(store, noted));
      } catch (error) {
        views.delete(key);
        throw error;
      }
    },
  };
}
