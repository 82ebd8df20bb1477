import { createContext, useCallback, useContext, useEffect, useId, useState } from 'react';

type Tell = (field: string, isFaulty: boolean) => void;

/** Given to the fields of a form, so that it knows of those that hold what cannot be saved. */
export const Faults = createContext<Tell>(() => undefined);

/**
 * How many fields below `Faults` hold what cannot be saved, and what is handed to it. Such fields keep what was typed to
 * themselves: `forget` makes all of them begin anew, where `Faults` has the `key`.
 */
export function useFaults(): { count: number; tell: Tell; key: number; forget: () => void } {
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set());
  const [key, setKey] = useState(0);
  const tell = useCallback<Tell>((field, isFaulty) => {
    setFields((old) => {
      const next = new Set(old);
      if (isFaulty) next.add(field);
      else next.delete(field);
      return next;
    });
  }, []);
  const forget = useCallback(() => {
    setKey((old) => old + 1);
  }, []);
  return { count: fields.size, tell, key, forget };
}

/** Says to the form around it, for as long as it is so, that this field cannot be saved. */
export function useFault(isFaulty: boolean): void {
  const tell = useContext(Faults);
  const field = useId();
  useEffect(() => {
    if (!isFaulty) return undefined;
    tell(field, true);
    return () => {
      tell(field, false);
    };
  }, [field, isFaulty, tell]);
}
