/** What handlers work with. */
import type { JobName, Output, OperationName, Parsed } from '#shared/contract/registry.ts';
import type { Recorder } from './audit/recorder.ts';
import type { Folders } from './folders.ts';
import type { JobControl, Jobs } from './jobs.ts';
import type { RecentList } from './recent.ts';
import type { Session } from './session.ts';
import type { Store } from './store/store.ts';
import type { Uploads } from './uploads.ts';
import type { runPlanner } from './workers/planner-client.ts';

export type EngineContext = {
  folders: Folders;
  session: Session;
  jobs: Jobs;
  uploads: Uploads;
  recent: RecentList;
  /** Wrong passphrases since the engine started, by file. Nobody is locked out; the count is only told. */
  keyTries: Map<string, number>;
  /** The person at the computer, as the operating system knows them. */
  user: string;
  /** Writes the log of what is done. */
  recorder: Recorder;
  runPlanner: typeof runPlanner;
  /** The engine alone looks at the clock; planning never does. */
  now(): Date;
};

export type Tools = {
  engine: EngineContext;
  /** The open workspace: read-only in a query, one transaction in a command. */
  store: Store;
};

export type JobTools = { engine: EngineContext; job: JobControl };

type Handler<N extends OperationName> = N extends JobName
  ? (input: Parsed<N>, tools: JobTools) => Promise<Output<N>>
  : (input: Parsed<N>, tools: Tools) => Promise<Output<N>>;

/** Handlers of some operations: each file of `handlers/` gives one area's. */
export type HandlersOf<N extends OperationName> = { [K in N]: Handler<K> };
