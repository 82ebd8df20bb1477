/** Many requests at once against the loopback host: none fails, each sender's commands keep their order, memory is steady. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '#electron/engine/call.ts';
import { startEngine } from '../built.ts';
import { startLoopback } from '#electron/loopback/server.ts';
import type { KeptMapping } from '#shared/contract/mapping.ts';
import { enter, send } from '../integration/loopback/http.ts';
import { timedElsewhere, type Figure } from './measure.ts';

const REQUESTS = 2000;
const AT_ONCE = 50;
const MEGABYTE = 1024 * 1024;

export type Storm = {
  /** Milliseconds of each request. */
  times: number[];
  /** What was not answered as it should be, in words. */
  faults: string[];
  /** Megabytes held after a quarter of the requests, and after all of them. */
  memory: [early: number, late: number];
};

type Ask = (name: string, input: unknown) => Promise<unknown>;

/** One sender: counts its own mapping up, and reads after each step what the step before wrote. */
async function sender(ask: Ask, number: number, steps: number, faults: string[]): Promise<void> {
  const name = `sender ${String(number)}`;
  const kept = { kind: 'caseload', name, mapping: { shape: 'record', columns: [], codes: [] } };
  for (let step = 0; step < steps; step += 2) {
    const text = String(step);
    const codes = [{ field: 'status', text, value: null }];
    await ask('mappings.keep', { ...kept, mapping: { ...kept.mapping, codes } });
    const held = (await ask('mappings.list', {})) as KeptMapping[] | null;
    const own = held?.find((mapping) => mapping.name === name)?.mapping.codes[0]?.text;
    if (own !== text) faults.push(`${name} wrote ${text} and read ${own ?? 'nothing'}`);
  }
}

export async function storm(requests: number, atOnce: number): Promise<Storm> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-storm-'));
  const engine = startEngine({ dataFolder: folder, workspaceFolder: folder });
  const loopback = await startLoopback({ engine, pageFolder: folder });
  const times: number[] = [];
  const faults: string[] = [];
  const { rss } = process.memoryUsage();
  const memory: Storm['memory'] = [rss / MEGABYTE, rss / MEGABYTE];
  try {
    await call(engine, 'workspace.create', { path: join(folder, 'a.evenkeel'), passphrase: 'fifty at once' });
    const cookie = await enter(loopback.url);
    const headers = { cookie, origin: loopback.address, 'content-type': 'application/json' };
    const ask: Ask = async (name, input) => {
      const start = performance.now();
      const body = JSON.stringify(input);
      const { status, text } = await send(loopback.address, `/api/call/${name}`, {
        method: 'POST',
        headers,
        body,
      });
      times.push(performance.now() - start);
      if (times.length === Math.floor(requests / 4)) memory[0] = process.memoryUsage().rss / MEGABYTE;
      if (status === 200) return (JSON.parse(text) as { data: unknown }).data;
      faults.push(`${name}: ${String(status)}`);
      return null;
    };
    const each = requests / atOnce;
    await Promise.all(Array.from({ length: atOnce }, (_, number) => sender(ask, number, each, faults)));
    memory[1] = process.memoryUsage().rss / MEGABYTE;
    return { times, faults, memory };
  } finally {
    await loopback.close();
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchLoopback(): Promise<Figure[]> {
  const { times, faults, memory } = await storm(REQUESTS, AT_ONCE);
  const [early, late] = memory.map((megabytes) => megabytes.toFixed(0));
  console.log(
    `${String(times.length)} requests to the loopback host, ${String(AT_ONCE)} at once: ${String(faults.length)} faults; ` +
      `memory ${early ?? ''} MB after a quarter, ${late ?? ''} MB at the end.`,
  );
  for (const fault of faults.slice(0, 10)) console.log(fault);
  return [timedElsewhere(`a request to the loopback host, ${String(AT_ONCE)} at once`, times, 500)];
}
