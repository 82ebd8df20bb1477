/** The engine itself: everything the engine thread holds, without the thread. */
import type { Result } from '#shared/contract/errors.ts';
import { createRecorder, systemUser } from './audit/recorder.ts';
import type { EngineContext } from './context.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Emit } from './events.ts';
import { leave } from './handlers/workspace.ts';
import { startIdleLock } from './idle-lock.ts';
import { createJobs } from './jobs.ts';
import { openLog } from './log.ts';
import type { EngineOptions, EngineRequest } from './messages.ts';
import { openRecentList } from './recent.ts';
import { createSession } from './session.ts';
import { createUploads } from './uploads.ts';
import { runPlanner } from './workers/planner-client.ts';

export function createEngine(
  options: EngineOptions,
  emit: Emit,
): { handle(request: EngineRequest): Promise<Result<unknown>> } {
  const { dataFolder, workspaceFolder } = options;
  const user = systemUser();
  const now = (): Date => new Date();
  const engine: EngineContext = {
    folders: { dataFolder, workspaceFolder },
    session: createSession(),
    jobs: createJobs(emit),
    uploads: createUploads(),
    recent: openRecentList(dataFolder),
    keyTries: new Map(),
    runPlanner,
    now,
    user,
    recorder: createRecorder({ user, now }),
  };
  const dispatcher = createDispatcher({
    engine,
    emit,
    log: openLog(dataFolder),
    validatesOutput: options.validatesOutput,
  });

  const idleLock = startIdleLock(engine, emit, options.minuteMs);

  /** Nothing is left behind: jobs end first, so that none writes into a file that is being closed. */
  const close = async (): Promise<Record<string, never>> => {
    idleLock.stop();
    engine.jobs.clear();
    await engine.jobs.settled();
    await leave(engine);
    engine.uploads.clear();
    return {};
  };

  return {
    handle(request) {
      idleLock.touch();
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
