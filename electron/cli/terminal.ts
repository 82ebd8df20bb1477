/** Where a command reads and writes: results on stdout; progress, warnings and questions on stderr. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { withPlainSpaces } from '#shared/planning/figures.ts';
import { Refusal, systemCode } from './errors.ts';

export type Terminal = {
  out(text: string): void;
  err(text: string): void;
  /** True when a person can be asked. */
  canAsk: boolean;
  /** Asks without showing what is typed. */
  askHidden(question: string): Promise<string>;
  /** Aborted when the person presses Ctrl+C. */
  signal: AbortSignal;
};

async function askHidden(question: string): Promise<string> {
  const nowhere = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('SIGINT', () => {
        reject(new Refusal('cancelled', 'Nothing was done: the question was cancelled.'));
      });
      lines.once('close', () => {
        reject(new Refusal('cancelled', 'Nothing was done: the question was not answered.'));
      });
      lines.question('').then(resolve, reject);
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/**
 * Who reads us may have had enough (`| head`): what is left to say is then for nobody, and no fault. A reply that is
 * lost otherwise is one, though the work is done by then.
 */
function sayLost(error: Error): void {
  const why = systemCode(error) ?? error.message;
  if (why === 'EPIPE') return;
  process.stderr.write(
    `evenkeel: the reply could not be written (${why}). What was asked for has been done.\n`,
  );
  process.once('exit', () => {
    process.exitCode = 1;
  });
}

/** Notes and progress that nobody can read must not stop the work. */
function ignore(): void {
  // There is nowhere left to say it.
}

/** The terminal of this process. `stop` takes its hands off the signals again. */
export function processTerminal(): Terminal & { stop(): void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    // The second Ctrl+C ends the process at once, as a person then expects.
    process.off('SIGINT', interrupt);
    controller.abort();
  };
  const terminate = (): void => {
    controller.abort();
  };
  process.stdout.on('error', sayLost);
  process.stderr.on('error', ignore);
  process.on('SIGINT', interrupt);
  process.once('SIGTERM', terminate);
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${withPlainSpaces(text)}\n`),
    canAsk: process.stdin.isTTY && process.stderr.isTTY,
    askHidden,
    signal: controller.signal,
    stop() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', terminate);
    },
  };
}
