/** From the name of an operation to its Result: parse, run under the operation's rules, convert errors once. */
import type { ErrorReply, Result } from '#shared/contract/errors.ts';
import { contract, isOperationName, type OperationName } from '#shared/contract/registry.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { z } from 'zod';
import type { EngineContext, JobTools, Tools } from './context.ts';
import { factsAsked, factsDone, reasonOf } from './audit/facts.ts';
import type { Noted } from './audit/recorder.ts';
import { AppError, classify, newReference, toReply } from './errors.ts';
import type { Emit } from './events.ts';
import { handlers } from './handlers/handlers.ts';
import type { Log } from './log.ts';
import { createQueue } from './queue.ts';
import type { Store } from './store/store.ts';
import { isWellFormed } from './well-formed.ts';
import type { Workspace } from './workspace/workspace.ts';

export type Dispatcher = {
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** Any work of the engine, its errors converted like an operation's. */
  attempt<T>(name: string, work: () => Promise<T>): Promise<Result<T>>;
};

export type DispatcherOptions = {
  engine: EngineContext;
  emit: Emit;
  log: Log;
  /** Checks every reply against the contract: for tests, as it costs time. */
  validatesOutput: boolean;
};

type AnyHandler = (input: unknown, tools: Tools | JobTools) => Promise<unknown>;

const MAX_ISSUES = 20;

/** Says where the input does not fit, never what it held: it may be a passphrase. */
function invalidInput(name: string, error: z.ZodError): AppError {
  const issues = error.issues.slice(0, MAX_ISSUES).map((issue) => ({
    field: issue.path.map(String).join('.'),
    expected: issue.message,
  }));
  const words = issues.map(({ field, expected }) => (field === '' ? expected : `${field}: ${expected}`));
  return new AppError('invalid-input', `The input of ${name} does not fit. ${words.join('; ')}.`, { issues });
}

const brokenText = (name: string): AppError =>
  new AppError(
    'invalid-input',
    `The input of ${name} holds half a character, as is left when a text is cut in the wrong place. Type the text again.`,
  );

/** What the log says of an operation; null when it says nothing. Lifecycle operations write their own entries. */
function notedOf(name: OperationName, operation: Operation, input: unknown, reply?: unknown): Noted | null {
  const { logged: action, needsWorkspace } = operation;
  if (action === 'nothing' || !needsWorkspace) return null;
  const facts = action === 'view' ? factsAsked(input) : factsDone(input, reply);
  return { action, operation: name, facts, reason: reasonOf(input) };
}

const noWorkspace = (): AppError =>
  new AppError('workspace-closed', 'No workspace is open. Open or make one first.');

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { engine, emit, log } = options;
  const lifecycle = createQueue();

  const reply = (name: string, error: unknown): ErrorReply => {
    const known = classify(error);
    if (known) return toReply(known);
    const reference = newReference();
    log(reference, name, error);
    return toReply(
      new AppError(
        'internal',
        `Something went wrong that should not have. Nothing was changed. The log holds more under ${reference}.`,
      ),
      reference,
    );
  };

  const check = (name: OperationName, output: unknown): unknown => {
    const checked = options.validatesOutput ? contract[name].output.safeParse(output) : null;
    if (checked?.success === false) {
      throw new Error(`The reply of ${name} breaks the contract: ${checked.error.message}`);
    }
    return output;
  };

  const announce = (operation: Operation): void => {
    if (operation.changes.length > 0) emit({ topic: 'data-changed', areas: [...operation.changes] });
  };

  /** Without a workspace there is no store; a handler that asks for it all the same is told so. */
  const withoutStore: Tools = {
    engine,
    get store(): Store {
      throw noWorkspace();
    },
  };

  const runNow = (name: OperationName, operation: Operation, input: unknown): Promise<unknown> => {
    const handler = handlers[name] as AnyHandler;
    if (!operation.needsWorkspace) {
      const run = (): Promise<unknown> => handler(input, withoutStore);
      return operation.kind === 'command' && !name.startsWith('jobs.') ? lifecycle(run) : run();
    }
    const workspace = engine.session.workspace();
    const notes = (output: unknown): Noted | null => notedOf(name, operation, input, output);
    const run = (store: Store): Promise<unknown> => handler(input, { engine, store });
    return operation.kind === 'query'
      ? readLogged(workspace, notes, run)
      : workspace.write(async (store) => {
          const output = await run(store);
          const noted = notes(output);
          if (noted) await engine.recorder.add(store, noted);
          return output;
        });
  };

  /** A query never writes: what it shows is logged apart from it, and before it is given out. */
  const readLogged = async (
    workspace: Workspace,
    notes: (output: unknown) => Noted | null,
    run: (store: Store) => Promise<unknown>,
  ): Promise<unknown> => {
    const output = await workspace.read(run);
    const noted = notes(output);
    if (noted) await engine.recorder.addApart(workspace, noted);
    return output;
  };

  const startJob = (name: OperationName, operation: Operation, input: unknown): { jobId: string } => {
    const workspace = operation.needsWorkspace ? engine.session.workspace() : null;
    const handler = handlers[name] as AnyHandler;
    const jobId = engine.jobs.start(
      name,
      async (job) => {
        const output = check(name, await handler(input, { engine, job }));
        const noted = notedOf(name, operation, input, output);
        if (noted && workspace) await engine.recorder.addApart(workspace, noted);
        announce(operation);
        return output;
      },
      (error) => reply(name, error),
    );
    return { jobId };
  };

  const attempt: Dispatcher['attempt'] = async (name, work) => {
    try {
      return { ok: true, data: await work() };
    } catch (error) {
      return { ok: false, error: reply(name, error) };
    }
  };

  return {
    attempt,
    call: (name, input) =>
      attempt(name, async () => {
        if (!isOperationName(name)) {
          throw new AppError('not-found', `There is no operation called “${name.slice(0, 60)}”.`);
        }
        const operation: Operation = contract[name];
        const parsed = operation.input.safeParse(input);
        if (!parsed.success) throw invalidInput(name, parsed.error);
        if (!isWellFormed(parsed.data)) throw brokenText(name);
        if (operation.kind === 'job') return startJob(name, operation, parsed.data);
        const output = check(name, await runNow(name, operation, parsed.data));
        announce(operation);
        return output;
      }),
  };
}
