import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { newAction, readDraft } from '../../../../renderer/features/weekly/model.ts';

describe('an action that is typed', () => {
  it('is due at the next meeting unless another day is given', () => {
    expect(newAction(isoDate('2026-11-25'))).toEqual({ text: '', owner: '', due: '2026-12-02' });
  });

  it('is whole once it says what, who and by when', () => {
    const draft = { text: ' Ask for cover ', owner: '3010', due: '2026-12-02' };
    expect(readDraft(draft)).toEqual({ text: 'Ask for cover', owner: '3010', due: '2026-12-02' });
    expect(readDraft({ ...draft, text: ' ' })).toBeNull();
    expect(readDraft({ ...draft, owner: '' })).toBeNull();
    expect(readDraft({ ...draft, due: '2026-02-30' })).toBeNull();
  });
});
