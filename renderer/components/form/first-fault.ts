import { flushSync } from 'react-dom';

/** Shows what a form that was sent off lacks, and leads the focus to the first field that is at fault. */
export function askFor(form: HTMLFormElement, showFaults: () => void): void {
  flushSync(showFaults);
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
