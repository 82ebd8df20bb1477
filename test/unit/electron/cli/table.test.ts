import { describe, expect, it } from 'vitest';
import { number, percent, table } from '#electron/cli/table.ts';

describe('tables on the terminal', () => {
  it('put numbers to the right and words to the left', () => {
    expect(
      table(
        ['team', 'load'],
        [
          ['North', 7],
          ['St Mary', '1,200.5'],
          ['South', null],
        ],
      ),
    ).toBe(['team        load', 'North          7', 'St Mary  1,200.5', 'South          –'].join('\n'));
  });

  it('show headings when there is nothing else', () => {
    expect(table(['case', 'duty'], [])).toBe('case  duty');
  });
});

describe('numbers on the terminal', () => {
  it('are rounded for people, and stay missing when they are', () => {
    expect(percent(0.934)).toBe('93\u00a0%');
    expect(number(1234.56, 1)).toBe('1,234.6');
    expect([percent(null), number(null)]).toEqual([null, null]);
  });
});
