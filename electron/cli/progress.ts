import { runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Input, JobName, Output } from '#shared/contract/registry.ts';
import { showPercent } from '#shared/planning/figures.ts';
import type { Terminal } from './terminal.ts';

/** Tells each new step of a job on stderr, once. */
export function showProgress(terminal: Terminal): (progress: { step: string; progress: number }) => void {
  let last = '';
  return ({ step, progress }) => {
    if (step === '' || step === last) return;
    last = step;
    terminal.err(`${showPercent(progress).padStart(5)} ${step}`);
  };
}

/** Runs a job, telling its steps; Ctrl+C ends it. */
export const followJob = <N extends JobName>(
  engine: Engine,
  terminal: Terminal,
  name: N,
  input: Input<N>,
): Promise<Output<N>> => runJob(engine, name, input, showProgress(terminal), terminal.signal);

/** Says on stderr what a result rests on. */
export function warn(
  terminal: Terminal,
  warnings: readonly string[],
  unconfirmed: readonly string[] = [],
): void {
  for (const warning of warnings) terminal.err(`Note: ${warning}`);
  if (unconfirmed.length > 0) {
    const some = unconfirmed.slice(0, 3).join('; ');
    const rest = unconfirmed.length > 3 ? `; and ${String(unconfirmed.length - 3)} more` : '';
    terminal.err(`Note: these figures rest on values that the force has not confirmed: ${some}${rest}.`);
  }
}
