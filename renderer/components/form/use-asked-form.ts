import { useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';

/**
 * A form that says what it lacks once it is sent off, not while it is first written; the focus then goes to the first
 * field that is at fault.
 *
 * @param send sends what stands in the form, where nothing is at fault
 */
export function useAskedForm(send: () => void) {
  const [isAsked, setIsAsked] = useState(false);
  return {
    /** Whether faults are to be shown. */
    isAsked,
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      flushSync(() => {
        setIsAsked(true);
      });
      event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      send();
    },
    /** Where other fields take the place of those that were sent off. */
    askAnew: () => {
      setIsAsked(false);
    },
  };
}
