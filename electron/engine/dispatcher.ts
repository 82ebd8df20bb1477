/** From the name of an operation to its Result: parse, run under the operation's rules, convert errors once. */
import type { ErrorReply, Result } from '#shared/contract/errors.ts';
import { contract, isOperationName, type OperationName } from '#shared/contract/registry.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { z } from 'zod';
import type { EngineContext } from './context.ts';
import { AppError, classify, newReference, toReply } from './errors.ts';
import type { Emit } from './events.ts';
import type { Log } from './log.ts';
import { handlerOf, notedOf, operationRunner } from './run-operation.ts';
import { isWellFormed } from './well-formed.ts';

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

/** The reply to what was thrown: in its own words where it is known, else logged under a reference. */
function replyTo(error: unknown, name: string, log: Log): ErrorReply {
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
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { engine, emit, log } = options;
  const runNow = operationRunner(engine);

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

  const startJob = (name: OperationName, operation: Operation, input: unknown): { jobId: string } => {
    const workspace = operation.needsWorkspace ? engine.session.workspace() : null;
    const handler = handlerOf(name);
    const jobId = engine.jobs.start(
      name,
      async (job) => {
        const output = check(name, await handler(input, { engine, job }));
        const noted = notedOf(name, operation, input, output);
        if (noted && workspace) await engine.recorder.addApart(workspace, noted);
        announce(operation);
        return output;
      },
      (error) => replyTo(error, name, log),
    );
    return { jobId };
  };

  const attempt: Dispatcher['attempt'] = async (name, work) => {
    try {
      return { ok: true, data: await work() };
    } catch (error) {
      return { ok: false, error: replyTo(error, name, log) };
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
