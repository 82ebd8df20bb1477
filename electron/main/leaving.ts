/** Asks before a page with unsaved changes is left. A browser asks by itself; Electron would stay without a word. */
import type { MessageBoxSyncOptions } from 'electron';

const LEAVE = 1;

export const leavingQuestion = {
  type: 'warning',
  message: 'Leave without saving?',
  detail: 'Changes on this page have not been saved. Leaving drops them.',
  buttons: ['Stay', 'Leave'],
  // Enter and Esc lose nothing.
  defaultId: 0,
  cancelId: 0,
  noLink: true,
} satisfies MessageBoxSyncOptions;

type Page = {
  on(event: 'will-prevent-unload', listener: (event: { preventDefault(): void }) => void): unknown;
};

/** @param ask shows the question and gives the index of the button that was chosen */
export function askBeforeLeaving(page: Page, ask: (question: typeof leavingQuestion) => number): void {
  page.on('will-prevent-unload', (event) => {
    // What is prevented here is that the page keeps itself open.
    if (ask(leavingQuestion) === LEAVE) event.preventDefault();
  });
}
