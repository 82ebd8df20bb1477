/**
 * `npm test`: everything that must hold, in order, with one closing line "N passed, N failed, N skipped".
 * A step that is no test runner (type check, lint …) counts as one test.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './parts/paths.ts';

type Count = { passed: number; failed: number; skipped: number };

/** Why tests were skipped, printed above the closing line. */
const reasons = new Set<string>();

const reports = mkdtempSync(join(tmpdir(), 'evenkeel-test-'));
/** Hundreds of processes and threads start from the same sources: each of them is compiled once. */
const compiled = { NODE_COMPILE_CACHE: join(reports, 'compiled') };

function run(title: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n▸ ${title}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...compiled, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** What it says is shown when it is over, in one piece: others run beside it. */
async function check(title: string, command: string, ...args: string[]): Promise<Count> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...compiled },
    shell: process.platform === 'win32',
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [status] = (await once(child, 'close')) as [number | null];
  console.log(`\n▸ ${title}${status === 0 ? '' : ': failed'}\n${said.join('')}`.trimEnd());
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Each of these uses one core: the longest runs beside all others. */
async function checks(): Promise<Count[]> {
  const lint = check('lint', 'eslint', '.', '--max-warnings', '0');
  const others = [
    await check('types', 'tsc', '-b'),
    await check('build', 'npm', 'run', '--silent', 'build'),
    await check('format', 'prettier', '--check', '.', '--log-level', 'warn'),
    await check('one-way imports', 'depcruise', 'electron', 'shared', 'renderer', '--output-type', 'err'),
    await check('dead code', 'knip'),
  ];
  return [await lint, ...others];
}

/** The counts a runner reports; a runner that dies before it reports is one failure. */
function counted(isGreen: boolean, read: () => Count): Count {
  try {
    const count = read();
    return isGreen || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});
type FileResult = z.infer<typeof VitestReport>['testResults'][number];

const has =
  (...statuses: string[]) =>
  ({ status }: { status: string }): boolean =>
    statuses.includes(status);

/** A file whose process died: it has failed, and none of its tests has. */
const hasDied = (file: FileResult): boolean =>
  file.status === 'failed' && !file.assertionResults.some(has('failed'));

function runVitest(title: string, files: readonly string[]): { isGreen: boolean; results: FileResult[] } {
  const report = join(reports, `vitest-${String(files.length)}.json`);
  const isGreen = run(title, 'vitest', [
    ...['run', '--config', 'build/vitest.config.ts'],
    ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    ...files,
  ]);
  return { isGreen, results: VitestReport.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults };
}

function countFiles(isGreen: boolean, results: readonly FileResult[]): Count {
  const tests = results.flatMap((result) => result.assertionResults);
  for (const { fullName } of tests.filter(has('skipped', 'pending'))) reasons.add(fullName);
  return counted(isGreen, () => ({
    passed: tests.filter(has('passed')).length,
    failed: tests.filter(has('failed')).length,
    skipped: tests.filter(has('skipped', 'pending')).length,
  }));
}

/** A process that died (not a test that failed) is run once more, and said: it may not be hidden, nor stop a landing. */
function vitest(): Count {
  try {
    const first = runVitest('unit and integration tests', []);
    const died = first.results.filter(hasDied);
    const isOnlyThat =
      !first.isGreen &&
      died.length > 0 &&
      !first.results.some((file) => file.status === 'failed' && !hasDied(file));
    if (!isOnlyThat) return countFiles(first.isGreen, first.results);
    for (const { name } of died) console.log(`The process of ${name} died. It is run once more.`);
    const again = runVitest(
      'files whose process died, once more',
      died.map(({ name }) => name),
    );
    const rest = first.results.filter((file) => !hasDied(file));
    return countFiles(again.isGreen, [...rest, ...again.results]);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** The runner notes each skipped test's reason somewhere in its nested report. */
function collectReason(_key: string, value: unknown): unknown {
  const note = z.object({ type: z.literal('skip'), description: z.string() }).safeParse(value);
  if (note.success) reasons.add(note.data.description);
  return value;
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

function playwright(): Count {
  const file = join(reports, 'playwright.json');
  const args = ['test', '--config', 'build/playwright.config.ts', '--reporter=list,json'];
  const isGreen = run('browser tests', 'playwright', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  return counted(isGreen, () => {
    const { stats } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8'), collectReason));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

const counts = [...(await checks()), vitest(), playwright()];
rmSync(reports, { recursive: true, force: true });

const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped');
for (const reason of reasons) console.log(`Skipped: ${reason}.`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
