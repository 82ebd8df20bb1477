import { describe, expect, it } from 'vitest';
import { run } from '#electron/cli/program.ts';
import type { Terminal } from '#electron/cli/terminal.ts';

/** A terminal that keeps what it is told and has nobody to ask. None of these commands gets as far as the engine. */
async function start(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => void (lines.out += `${text}\n`),
    err: (text) => void (lines.err += `${text}\n`),
    canAsk: false,
    askHidden: () => Promise.reject(new Error('Nobody is there to answer.')),
    signal: new AbortController().signal,
  };
  return { code: await run(args, terminal), ...lines };
}

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['dance']],
    ['no command', []],
    ['an import of nothing in particular', ['import']],
    ['an unknown option', ['demand', '--colour', 'red']],
    ['a missing argument', ['import', 'caseload']],
    ['an argument too many', ['ratio', 'now']],
    ['a missing team', ['level']],
    ['a target that is no share', ['level', '--team', 'North', '--target', '95']],
    ['a snapshot that is no number', ['demand', '--snapshot', 'last']],
    ['a date that does not exist', ['import', 'staff', 'a.csv', '--as-at', '2026-02-30']],
    ['a rollback of no snapshot in particular', ['import', 'rollback']],
    ['an unknown denominator', ['ratio', '--denominator', 'everyone']],
    ['an unknown numerator', ['ratio', '--numerator', 'everyone']],
    ['a mapping of an unknown kind of file', ['mapping', 'export', 'Devon', '--kind', 'pay']],
    ['a value of the standards that is no number', ['standards', 'set', 'visit.interval=three']],
    ['a value of the standards with nothing to change of it', ['standards', 'set', 'visit.interval']],
    ['no value of the standards', ['standards', 'set', '--confirm']],
    ['a setting that there is not', ['settings', 'set', 'colour=red']],
    ['a setting out of its limits', ['settings', 'set', 'horizonMonths=61']],
    ['a port out of range', ['serve', '--port', '65536']],
    ['no workspace', ['demand']],
    ['no passphrase and nobody to ask', ['demand', '--workspace', 'a.evenkeel']],
  ])('%s ends with 2', async (_what, args) => {
    const json = await start(...args, '--json');
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out)).toEqual({
      error: { code: 'invalid-input', message: expect.stringMatching(/\w/) as unknown, details: {} },
    });
    const plain = await start(...args);
    expect([plain.code, plain.out]).toEqual([2, '']);
    expect(plain.err).toMatch(/\w/);
  });
});

describe('a horizon', () => {
  it.each(['11', '61'])('of %s months is refused with the months that can be', async (months) => {
    const { err } = await start('demand', '--months', months);
    expect(err).toContain('Expected a whole number from 12 to 60.');
  });
});

describe('a passphrase file that is not there', () => {
  it('is refused with a reason', async () => {
    const ended = await start(
      'ratio',
      '--workspace',
      'a.evenkeel',
      '--passphrase-file',
      'nowhere.txt',
      '--json',
    );
    expect([ended.code, JSON.parse(ended.out)]).toMatchObject([1, { error: { code: 'not-found' } }]);
  });
});

describe('help', () => {
  it('is not an error and tells of every option', async () => {
    const help = await start('level', '--help');
    expect(help.code).toBe(0);
    for (const option of [
      '--team',
      '--target',
      '--with-problem',
      '--workspace',
      '--passphrase-file',
      '--json',
    ]) {
      expect(help.out).toContain(option);
    }
    expect(await start('--version')).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as unknown,
      err: '',
    });
  });
});
