import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { askBeforeLeaving, leavingQuestion } from '#electron/main/leaving.ts';

describe('a page with unsaved changes', () => {
  const isLeft = (chosen: string): boolean => {
    const page = new EventEmitter();
    askBeforeLeaving(page, ({ buttons }) => buttons.indexOf(chosen));
    let left = false;
    page.emit('will-prevent-unload', {
      preventDefault: () => {
        left = true;
      },
    });
    return left;
  };

  it('is left only when a person says so', () => {
    expect(isLeft('Leave')).toBe(true);
    expect(isLeft('Stay')).toBe(false);
  });

  it('is kept by Enter and by Esc', () => {
    const { buttons, defaultId, cancelId } = leavingQuestion;
    expect([buttons[defaultId], buttons[cancelId]]).toEqual(['Stay', 'Stay']);
  });
});
