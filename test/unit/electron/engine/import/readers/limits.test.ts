import { describe, expect, it } from 'vitest';
import { readBook } from '#electron/engine/import/readers/book.ts';
import { MAX_COLUMNS, RowCollector } from '#electron/engine/import/readers/limits.ts';

const collect = (rows: number, cells: readonly string[]): RowCollector => {
  const collector = new RowCollector();
  const row = { line: 1, cells: [...cells] };
  for (let index = 0; index < rows; index++) collector.add(row);
  return collector;
};

describe('more than any extract holds', () => {
  it('is more than 300,000 rows', () => {
    const full = collect(300_000, ['A1', 'Harbour']);
    expect(full.rows).toHaveLength(300_000);
    expect(() => {
      full.add({ line: 300_001, cells: ['A1', 'Harbour'] });
    }).toThrow('more than 300,000 rows');
  });

  it('is more than 20 million cells, however few the rows', () => {
    const widest = Array<string>(MAX_COLUMNS).fill('');
    const full = collect(20_000_000 / MAX_COLUMNS, widest);
    expect(() => {
      full.add({ line: 1, cells: ['A1'] });
    }).toThrow('20 million cells');
  });

  it('is refused while the file is read, with what to do', async () => {
    const bytes = new TextEncoder().encode(`Reference,Team\n${'A1,Harbour\n'.repeat(300_000)}`);
    await expect(readBook(bytes, () => 2)).rejects.toThrow(
      'Check that this is the right file. Nothing was stored.',
    );
  });
});
