/**
 * Does one thing to a workspace in a process of its own. It says "ready" just before and "done" just after; whoever
 * started it kills it in between.
 */
import { writeSync } from 'node:fs';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { startEngine } from '../../built.ts';
import { latestVersion, migrations } from '#electron/engine/workspace/migrate.ts';
import { openFile } from '#electron/engine/workspace/open.ts';
import { isoDate } from '#shared/domain/dates.ts';

const [work = '', path = '', passphrase = '', from = '', newPassphrase = ''] = process.argv.slice(2);

/** Lines must be out before what follows blocks the thread. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

async function withWorkspace(prepare: (engine: Engine) => Promise<() => Promise<unknown>>): Promise<void> {
  const engine = startEngine({ dataFolder: `${path}.data`, workspaceFolder: `${path}.data` });
  const act = await prepare(engine);
  say('ready');
  await act();
  say('done');
  await engine.close();
}

const open = (engine: Engine): Promise<unknown> => call(engine, 'workspace.open', { path, passphrase });

const works: Record<string, () => Promise<void>> = {
  accept: () =>
    withWorkspace(async (engine) => {
      await open(engine);
      const { proposalId } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
      return () => call(engine, 'plans.accept', { proposalId });
    }),
  're-key': () =>
    withWorkspace(async (engine) => {
      await open(engine);
      return () => call(engine, 'keys.changePassphrase', { passphrase, newPassphrase });
    }),
  purge: () =>
    withWorkspace(async (engine) => {
      await open(engine);
      return () => runJob(engine, 'retention.purge', { before: isoDate('2026-10-01') });
    }),
  backup: () =>
    withWorkspace(async (engine) => {
      await open(engine);
      return () => runJob(engine, 'backup.make', {});
    }),
  restore: () =>
    withWorkspace((engine) =>
      Promise.resolve(() => call(engine, 'backup.restore', { path, from, passphrase })),
    ),
  migration: () => {
    const sql = 'CREATE TABLE later AS SELECT a.reference FROM case_duty AS a, case_duty AS b LIMIT 200000;';
    say('ready');
    openFile(path, passphrase, [...migrations, { number: latestVersion() + 1, sql }]).close();
    say('done');
    return Promise.resolve();
  },
};

await works[work]?.();
