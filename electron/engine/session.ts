/** The one workspace that is open, if any, and what is only kept while it is. */
import type { SteeringSaid } from '#shared/contract/levelling.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import type { CasePack } from '#shared/domain/case-pack.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Problem } from '#shared/domain/problem.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Standards } from '#shared/domain/standards.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { AppError } from './errors.ts';
import type { Workspace } from './workspace/workspace.ts';

/** A plan computed but not accepted, with all that it came from. */
type KeptProposal = {
  snapshotId: number;
  teamId: number;
  plan: Plan;
  problem: Problem;
  standards: Standards;
  settings: Settings;
  steering: Steering;
};

const MAX_PROPOSALS = 50;
const MAX_SAID = 50;
const MAX_CASES = 5;

export type Session = {
  workspace(): Workspace;
  isOpen(): boolean;
  status(): WorkspaceStatus;
  /** Takes over an open workspace, closing the one before. */
  enter(workspace: Workspace, isDemo: boolean): Promise<void>;
  /** @param idleMinutes how long nobody used it, where that is why it is closed */
  leave(idleMinutes?: number): Promise<void>;
  /** Why the last automatic backup could not be made; null when it was. */
  backupProblem(): string | null;
  noteBackup(problem: string | null): void;
  keepProposal(id: string, proposal: KeptProposal): void;
  proposal(id: string): KeptProposal | undefined;
  forgetProposal(id: string): void;
  /** What was said of a plan not accepted yet. It names cases: it is held here, in no file. */
  keepSaid(plan: string, said: SteeringSaid): void;
  said(plan: string): SteeringSaid | undefined;
  /** Business cases put together, the last few: their files are asked for when they have been looked at. */
  keepCase(id: string, pack: CasePack): void;
  caseKept(id: string): CasePack | undefined;
};

/** Sets an entry as the newest; beyond so many, the oldest go. */
function keepNewest<T>(held: Map<string, T>, most: number, key: string, value: T): void {
  held.delete(key);
  held.set(key, value);
  for (const oldest of held.keys()) {
    if (held.size <= most) break;
    held.delete(oldest);
  }
}

export function createSession(): Session {
  let current: { workspace: Workspace; isDemo: boolean } | null = null;
  let locked: WorkspaceStatus['locked'];
  const proposals = new Map<string, KeptProposal>();
  const said = new Map<string, SteeringSaid>();
  const cases = new Map<string, CasePack>();
  let problem: string | null = null;

  const leave = async (idleMinutes?: number): Promise<void> => {
    const leaving = current;
    locked =
      leaving && idleMinutes !== undefined
        ? { path: leaving.workspace.path, name: leaving.workspace.name, minutes: idleMinutes }
        : undefined;
    current = null;
    proposals.clear();
    said.clear();
    cases.clear();
    problem = null;
    await leaving?.workspace.close();
  };

  return {
    leave,
    workspace() {
      if (current) return current.workspace;
      throw new AppError('workspace-closed', 'No workspace is open. Open or make one first.');
    },
    isOpen: () => current !== null,
    status: () => ({
      isOpen: current !== null,
      path: current?.workspace.path ?? null,
      name: current?.workspace.name ?? null,
      isDemo: current?.isDemo ?? false,
      ...(locked ? { locked } : {}),
    }),
    async enter(workspace, isDemo) {
      await leave();
      current = { workspace, isDemo };
    },
    backupProblem: () => problem,
    noteBackup: (found) => {
      problem = found;
    },
    keepProposal(id, proposal) {
      keepNewest(proposals, MAX_PROPOSALS, id, proposal);
    },
    proposal: (id) => proposals.get(id),
    forgetProposal: (id) => void proposals.delete(id),
    keepSaid: (plan, what) => {
      keepNewest(said, MAX_SAID, plan, what);
    },
    said: (plan) => said.get(plan),
    keepCase: (id, pack) => {
      keepNewest(cases, MAX_CASES, id, pack);
    },
    caseKept: (id) => cases.get(id),
  };
}
