import { describe, expect, it } from 'vitest';
import { rebased } from '../../../../renderer/view/use-draft.ts';

const saved = {
  limit: 50,
  tolerance: 0.05,
  posts: { Harbour: 4, Moor: 3 },
  duties: [{ hours: 7 }, { hours: 2 }],
};

describe('a draft, when something was saved elsewhere in the meantime', () => {
  it('keeps what it changes and takes what it does not', () => {
    const draft = { ...saved, limit: 45, duties: [{ hours: 7 }, { hours: 3 }] };
    const now = { ...saved, tolerance: 0.03, duties: [{ hours: 8 }, { hours: 2 }] };
    expect(rebased(saved, draft, now)).toEqual({
      limit: 45,
      tolerance: 0.03,
      posts: saved.posts,
      duties: [{ hours: 8 }, { hours: 3 }],
    });
  });

  it('stands where both changed the same value', () => {
    expect(rebased(saved, { ...saved, limit: 45 }, { ...saved, limit: 40 }).limit).toBe(45);
  });

  it('adds and takes away what a list by name holds', () => {
    const draft = { ...saved, posts: { Moor: 3, Highfold: 2 } };
    const now = { ...saved, posts: { Harbour: 4, Moor: 5 } };
    expect(rebased<{ posts: Record<string, number> }>(saved, draft, now).posts).toEqual({
      Moor: 5,
      Highfold: 2,
    });
  });

  it('that changes a list in length stands as it is', () => {
    const draft = { ...saved, duties: [{ hours: 7 }] };
    const now = { ...saved, duties: [{ hours: 8 }, { hours: 2 }] };
    expect(rebased(saved, draft, now).duties).toEqual([{ hours: 7 }]);
  });

  it('without a change is what is saved now', () => {
    const now = { ...saved, limit: 40 };
    expect(rebased(saved, { ...saved }, now)).toBe(now);
  });
});
