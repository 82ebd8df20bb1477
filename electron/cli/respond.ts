/** What a command ends in, shown as JSON or as text. */
import type { Common } from './options.ts';
import type { Terminal } from './terminal.ts';

/** `reply` is what `--json` prints; `text` is for people. */
type Answer = { reply: unknown; text: string };

export type Respond = <T extends Common>(
  options: T,
  work: (options: T, terminal: Terminal) => Promise<Answer>,
) => Promise<void>;

export const responder =
  (terminal: Terminal): Respond =>
  async (options, work) => {
    const { reply, text } = await work(options, terminal);
    terminal.out(options.json === true ? JSON.stringify(reply) : text);
  };
