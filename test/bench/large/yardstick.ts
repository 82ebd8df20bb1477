/**
 * The least that an import has to do, by the plainest means: reads and parses the file, and puts the rows that an
 * import has stored into another workspace.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { openFile } from '#electron/engine/workspace/open.ts';
import { makeWorkspace } from '#electron/engine/workspace/workspace.ts';
import { PASSPHRASE } from './passphrase.ts';

export type Yardstick = { reading: number; storing: number };

/** In the order in which they refer to each other; each is read in the order of its key. */
const TABLES = ['team', 'snapshot', 'snapshot_case', 'case_duty'] as const;

const [file = '', workspace = ''] = process.argv.slice(2);

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const reading = timed(() => {
  parse(readFileSync(file));
});

const held = openFile(workspace, PASSPHRASE);
const tables = TABLES.map((name) => {
  const all = held.prepare(`SELECT * FROM ${name}`).raw();
  return { name, width: all.columns().length, rows: all.all() as unknown[][] };
});
held.close();

const path = `${workspace}.plain`;
await makeWorkspace(path, PASSPHRASE, () => Promise.resolve());
const plain = openFile(path, PASSPHRASE);
const storing = timed(() => {
  plain.transaction(() => {
    for (const { name, width, rows } of tables) {
      const insert = plain.prepare(`INSERT INTO ${name} VALUES (${Array(width).fill('?').join(', ')})`);
      for (const row of rows) insert.run(row);
    }
  })();
});
plain.close();
const least: Yardstick = { reading, storing };
console.log(JSON.stringify(least));
