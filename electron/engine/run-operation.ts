/** Runs operations that answer at once, under the rules of their kind: what is written, what is logged, what waits. */
import type { Operation } from '#shared/contract/operation.ts';
import type { OperationName } from '#shared/contract/registry.ts';
import { factsAsked, factsDone, reasonOf } from './audit/facts.ts';
import type { Noted } from './audit/recorder.ts';
import type { EngineContext, JobTools, Tools } from './context.ts';
import { AppError } from './errors.ts';
import { handlers } from './handlers/handlers.ts';
import { createQueue } from './queue.ts';
import type { Store } from './store/store.ts';
import type { Workspace } from './workspace/workspace.ts';

type AnyHandler = (input: unknown, tools: Tools | JobTools) => Promise<unknown>;

export const handlerOf = (name: OperationName): AnyHandler => handlers[name] as AnyHandler;

/** What the log says of an operation; null when it says nothing. Lifecycle operations write their own entries. */
export function notedOf(
  name: OperationName,
  operation: Operation,
  input: unknown,
  reply?: unknown,
): Noted | null {
  const { logged: action, needsWorkspace } = operation;
  if (action === 'nothing' || !needsWorkspace) return null;
  const facts = action === 'view' ? factsAsked(input) : factsDone(input, reply);
  return { action, operation: name, facts, reason: reasonOf(input) };
}

type RunOperation = (name: OperationName, operation: Operation, input: unknown) => Promise<unknown>;

export function operationRunner(engine: EngineContext): RunOperation {
  const lifecycle = createQueue();
  const withoutStore = toolsWithoutStore(engine);
  return (name, operation, input) => {
    const handler = handlerOf(name);
    if (!operation.needsWorkspace) {
      const run = (): Promise<unknown> => handler(input, withoutStore);
      return operation.kind === 'command' && !name.startsWith('jobs.') ? lifecycle(run) : run();
    }
    const workspace = engine.session.workspace();
    const notes = (output: unknown): Noted | null => notedOf(name, operation, input, output);
    const run = (store: Store): Promise<unknown> => handler(input, { engine, store });
    return operation.kind === 'query'
      ? readLogged(engine, workspace, notes, run)
      : writeLogged(engine, workspace, notes, run);
  };
}

/** Without a workspace there is no store; a handler that asks for it all the same is told so. */
const toolsWithoutStore = (engine: EngineContext): Tools => ({
  engine,
  get store(): Store {
    throw new AppError('workspace-closed', 'No workspace is open. Open or make one first.');
  },
});

type Notes = (output: unknown) => Noted | null;
type Run = (store: Store) => Promise<unknown>;

/** A query never writes: what it shows is logged apart from it, and before it is given out. */
async function readLogged(
  { recorder }: EngineContext,
  workspace: Workspace,
  notes: Notes,
  run: Run,
): Promise<unknown> {
  const output = await workspace.read(run);
  const noted = notes(output);
  if (noted) await recorder.addApart(workspace, noted);
  return output;
}

/** What a command changes and what is logged of it are one transaction. */
const writeLogged = (
  { recorder }: EngineContext,
  workspace: Workspace,
  notes: Notes,
  run: Run,
): Promise<unknown> =>
  workspace.write(async (store) => {
    const output = await run(store);
    const noted = notes(output);
    if (noted) await recorder.add(store, noted);
    return output;
  });
