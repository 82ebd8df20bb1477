import type { EngineContext, JobTools } from '../context.ts';
import { cancelled } from '../jobs.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PlannerResult, PlannerTask } from '../workers/messages.ts';

/**
 * Has a planner worker do a task on what was read of a workspace.
 *
 * @throws AppError cancelled, also where another workspace is open by the time the result is there
 */
export async function runFor<T extends PlannerTask>(
  workspace: Workspace,
  task: T,
  { engine, job }: { engine: EngineContext; job: JobTools['job'] },
): Promise<PlannerResult<T>> {
  const result = await engine.runPlanner(task, job);
  job.signal.throwIfAborted();
  if (!engine.session.isOpen() || engine.session.workspace() !== workspace) throw cancelled();
  return result;
}
