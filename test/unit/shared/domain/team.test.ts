import { describe, expect, it } from 'vitest';
import { teamKey, tidyName } from '#shared/domain/team.ts';

describe('team names', () => {
  it.each([
    ["St Aldren's", ' st  aldren’s '],
    ["St Aldren's", 'ST ALDRENS'],
    ['Moor & Coast', 'moor and coast'],
    ['Harbour', 'Harbour\u00a0'],
  ])('%s and "%s" are one team', (one, other) => {
    expect(teamKey(other)).toBe(teamKey(one));
  });

  it('stay apart when the words differ', () => {
    expect(teamKey('Harbour East')).not.toBe(teamKey('Harbour West'));
  });

  it('are shown tidily', () => {
    expect(tidyName('  St   Aldren’s ')).toBe("St Aldren's");
  });
});
