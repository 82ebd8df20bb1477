/** What a command ends in, shown as JSON or as text. */
import type { Engine } from '#electron/engine/client.ts';
import { withPlainSpaces } from '#shared/planning/figures.ts';
import type { Common } from './options.ts';
import { withWorkspace } from './session.ts';
import type { Terminal } from './terminal.ts';

/** `reply` is what `--json` prints; `text` is for people. */
type Answer = { reply: unknown; text: string };

type Plainly = <T extends Common>(
  options: T,
  work: (options: T, terminal: Terminal) => Promise<Answer>,
) => Promise<void>;

type InWorkspace = <T extends Common>(
  options: T,
  work: (engine: Engine, options: T, terminal: Terminal) => Promise<Answer>,
) => Promise<void>;

/** Shows what the work comes to; `inWorkspace` has the workspace of the options open meanwhile. */
export type Respond = Plainly & { inWorkspace: InWorkspace };

export function responder(terminal: Terminal): Respond {
  const respond: Plainly = async (options, work) => {
    const { reply, text } = await work(options, terminal);
    terminal.out(options.json === true ? JSON.stringify(reply) : withPlainSpaces(text));
  };
  const inWorkspace: InWorkspace = (options, work) =>
    respond(options, () => withWorkspace(options, terminal, (engine) => work(engine, options, terminal)));
  return Object.assign(respond, { inWorkspace });
}
