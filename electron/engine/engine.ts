/** The engine itself: everything the engine thread holds, without the thread. */
import { userInfo } from 'node:os';
import type { Result } from '#shared/contract/errors.ts';
import type { EngineContext } from './context.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Emit } from './events.ts';
import { leave } from './handlers/workspace.ts';
import { createJobs } from './jobs.ts';
import { openLog } from './log.ts';
import type { EngineOptions, EngineRequest } from './messages.ts';
import { openRecentList } from './recent.ts';
import { createSession } from './session.ts';
import { createUploads } from './uploads.ts';
import { runPlanner } from './workers/planner-client.ts';

/** An account without a name (in a container, say) is no reason not to start. */
function operatingUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

export function createEngine(
  options: EngineOptions,
  emit: Emit,
): { handle(request: EngineRequest): Promise<Result<unknown>> } {
  const { dataFolder, workspaceFolder } = options;
  const engine: EngineContext = {
    folders: { dataFolder, workspaceFolder },
    session: createSession(),
    jobs: createJobs(emit),
    uploads: createUploads(),
    recent: openRecentList(dataFolder),
    keyTries: new Map(),
    runPlanner,
    user: operatingUser(),
    now: () => new Date(),
  };
  const dispatcher = createDispatcher({
    engine,
    emit,
    log: openLog(dataFolder),
    validatesOutput: options.validatesOutput,
  });

  /** Nothing is left behind: jobs end first, so that none writes into a file that is being closed. */
  const close = async (): Promise<Record<string, never>> => {
    engine.jobs.clear();
    await engine.jobs.settled();
    await leave(engine);
    engine.uploads.clear();
    return {};
  };

  return {
    handle(request) {
      switch (request.kind) {
        case 'call':
          return dispatcher.call(request.name, request.input);
        case 'upload':
          return dispatcher.attempt('upload', () =>
            Promise.resolve({ uploadId: engine.uploads.add(request.fileName, request.bytes) }),
          );
        case 'close':
          return dispatcher.attempt('close', close);
      }
    },
  };
}
