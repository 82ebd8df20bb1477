import { useState } from 'react';
import { useFault } from './faults.ts';
import { numberFault, readNumber, type Bounds } from './read-number.ts';

/**
 * What is typed into a field of numbers: passed on as soon as it is a number in its bounds. What is none stays until
 * mended. What was expected is said at once: said on leaving the field, it would push away the button just clicked.
 *
 * @param onEmpty where the field may be left empty
 */
export function useTypedNumber(bounds: Bounds, onChange: (value: number) => void, onEmpty?: () => void) {
  const [text, setText] = useState<string | null>(null);
  const isEmptied = onEmpty !== undefined && text?.trim() === '';
  const isFaulty = text !== null && !isEmptied && readNumber(text, bounds) === null;
  useFault(isFaulty);
  return {
    /** Null where the value is to be shown. */
    text,
    fault: isFaulty ? numberFault(text, bounds) : null,
    onType: (typed: string) => {
      setText(typed);
      const read = readNumber(typed, bounds);
      if (read !== null) onChange(read);
      else if (typed.trim() === '') onEmpty?.();
    },
    onLeave: () => {
      if (!isFaulty) setText(null);
    },
  };
}
