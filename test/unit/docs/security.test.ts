import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../../build/parts/paths.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

/** The names in back quotes of a cell: paths from the root of the project, and commands of npm. */
const named = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

const rows = read('docs/SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => {
    const [promise = '', where = '', tested = '', ...more] = line.split('|').slice(1, -1);
    return { promise: promise.trim(), where: named(where), tested: named(tested), more };
  });

const isThere = (name: string): boolean => {
  const script = /^npm run (\S+)$/.exec(name)?.[1];
  return script === undefined ? existsSync(join(root, name)) : script in scripts;
};

/** The tests that a file, or the files of a folder, hold. */
function countTests(path: string): number {
  if (!statSync(join(root, path)).isDirectory()) return read(path).match(/^\s*(it|test)\b/gm)?.length ?? 0;
  const files = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => name.endsWith('.test.ts'))
    .reduce((sum, name) => sum + countTests(join(path, name)), 0);
}

describe('the table of what is promised', () => {
  it('has a row for each promise, with three cells', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ more }) => more.length > 0)).toEqual([]);
    expect(new Set(rows.map(({ promise }) => promise)).size).toBe(rows.length);
  });

  it.each(rows)('names code that is there: $promise', ({ where }) => {
    expect(where.length).toBeGreaterThan(0);
    expect(where.filter((name) => !isThere(name))).toEqual([]);
  });

  it.each(rows)('names tests that are there: $promise', ({ tested }) => {
    expect(tested.filter((name) => !isThere(name))).toEqual([]);
    const files = tested.filter((name) => name.startsWith('test/'));
    expect(files.length).toBeGreaterThan(0);
    const empty = files.filter((name) => name !== 'test/e2e/fixtures.ts' && countTests(name) === 0);
    expect(empty).toEqual([]);
  });
});
