/**
 * `npm test`: everything that must hold, in order, with one closing line "N passed, N failed, N skipped".
 * A step that is no test runner (type check, lint …) counts as one test.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

type Count = { passed: number; failed: number; skipped: number };

/** Why tests were skipped, printed above the closing line. */
const reasons = new Set<string>();

const root = new URL('..', import.meta.url).pathname;
const reports = mkdtempSync(join(tmpdir(), 'evenkeel-test-'));

function run(title: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n▸ ${title}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

const check = (title: string, command: string, ...args: string[]): Count =>
  run(title, command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

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
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
});

function vitest(): Count {
  const file = join(reports, 'vitest.json');
  const isGreen = run('unit and integration tests', 'vitest', [
    ...['run', '--config', 'build/vitest.config.ts'],
    ...['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
  ]);
  return counted(isGreen, () => {
    const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    for (const { status, fullName } of report.testResults.flatMap((result) => result.assertionResults)) {
      if (status === 'skipped' || status === 'pending') reasons.add(fullName);
    }
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
    };
  });
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
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
}

const counts = [
  check('types', 'tsc', '-b'),
  check('lint', 'eslint', '.', '--max-warnings', '0'),
  check('format', 'prettier', '--check', '.', '--log-level', 'warn'),
  check('one-way imports', 'depcruise', 'electron', 'shared', 'renderer', '--output-type', 'err'),
  check('dead code', 'knip'),
  vitest(),
  check('build', 'npm', 'run', '--silent', 'build'),
  playwright(),
];
rmSync(reports, { recursive: true, force: true });

const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped');
for (const reason of reasons) console.log(`Skipped: ${reason}.`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
