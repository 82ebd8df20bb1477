import { describe, expect, it } from 'vitest';
import { cx } from '../../../../renderer/components/cx.ts';
import { numberFault, readNumber } from '../../../../renderer/components/form/read-number.ts';
import { nextCell } from '../../../../renderer/components/table/cell-focus.ts';
import { compareValues } from '../../../../renderer/components/table/column.ts';
import { nextRow } from '../../../../renderer/components/table/row-focus.ts';

describe('table order', () => {
  it('sorts numbers by size and numbered words as people do', () => {
    expect([10, 9, 100].sort(compareValues)).toEqual([9, 10, 100]);
    expect(['V10', 'V9', 'v1'].sort(compareValues)).toEqual(['v1', 'V9', 'V10']);
  });
});

describe('keys in a table', () => {
  it('move by a row, by a page and to the ends, and no further', () => {
    expect(nextRow('ArrowDown', 3, 20)).toBe(4);
    expect(nextRow('ArrowUp', 0, 20)).toBe(0);
    expect(nextRow('PageDown', 15, 20)).toBe(19);
    expect(nextRow('Home', 9, 20)).toBe(0);
    expect(nextRow('End', 9, 20)).toBe(19);
  });

  it('leave other keys alone', () => {
    expect(nextRow('a', 3, 20)).toBeNull();
    expect(nextRow('Tab', 3, 20)).toBeNull();
  });
});

describe('keys among the cells of a table', () => {
  const size = { rows: 4, columns: 30 };
  const from = (row: number, column: number) => (key: string, ctrlKey?: boolean) =>
    nextCell({ key, ...(ctrlKey === undefined ? {} : { ctrlKey }) }, { row, column }, size);

  it('move by one in each direction, and the edges hold', () => {
    expect(from(0, 0)('ArrowRight')).toEqual({ row: 0, column: 1 });
    expect(from(0, 0)('ArrowDown')).toEqual({ row: 1, column: 0 });
    expect(from(0, 3)('ArrowUp')).toEqual({ row: 0, column: 3 });
    expect(from(3, 29)('ArrowRight')).toEqual({ row: 3, column: 29 });
  });

  it('lead to the ends of the row, with Ctrl to the first and the last of all', () => {
    expect(from(1, 3)('Home')).toEqual({ row: 1, column: 0 });
    expect(from(1, 3)('End')).toEqual({ row: 1, column: 29 });
    expect(from(1, 3)('Home', true)).toEqual({ row: 0, column: 0 });
    expect(from(1, 3)('End', true)).toEqual({ row: 3, column: 29 });
  });

  it('leave other keys, and a table without cells, alone', () => {
    expect(from(1, 3)('x')).toBeNull();
    expect(nextCell({ key: 'ArrowDown' }, { row: 0, column: 0 }, { rows: 0, columns: 3 })).toBeNull();
  });
});

describe('a typed number', () => {
  const upTo = (min: number, max: number, isWhole = false) => ({ min, max, isWhole });

  it('is read with a point or a comma', () => {
    expect(readNumber('3.5', upTo(0, 10))).toBe(3.5);
    expect(readNumber(' 3,5 ', upTo(0, 10))).toBe(3.5);
  });

  it('is refused when empty, out of bounds, or not whole where it must be', () => {
    expect(readNumber('', upTo(0, 10))).toBeNull();
    expect(readNumber('x', upTo(0, 10))).toBeNull();
    expect(readNumber('11', upTo(0, 10))).toBeNull();
    expect(readNumber('0', upTo(1, 10, true))).toBeNull();
    expect(readNumber('1.5', upTo(1, 10, true))).toBeNull();
  });

  it('that is refused is told with what was expected', () => {
    expect(numberFault(' 120 ', upTo(0, 100))).toBe('Expected a number from 0 to 100, found 120');
    expect(numberFault('', upTo(1, 60, true))).toBe('Expected a whole number from 1 to 60, found nothing');
  });
});

describe('class names', () => {
  it('are joined without those that are not there', () => {
    expect(cx('a', false, undefined, null, '', 'b')).toBe('a b');
  });
});
