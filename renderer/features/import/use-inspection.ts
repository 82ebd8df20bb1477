import { useCallback, useRef, useState } from 'react';
import type { FileKind } from '#shared/contract/mapping.ts';
import { asApiError, type ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import type { Reading } from './mapping-model.ts';
import type { FileInHand } from './use-file-import.ts';

/**
 * Looks at the file again after every change of how it is to be read. One look at a time: changes made
 * meanwhile wait for its end and go out together.
 */
export function useInspection(kind: FileKind, file: FileInHand) {
  const [reading, setReading] = useState(file.reading);
  const [inspection, setInspection] = useState(file.inspection);
  const [proposed, setProposed] = useState(file.proposed);
  const [error, setError] = useState<ApiError | null>(null);
  const [isLooking, setIsLooking] = useState(false);
  const wanted = useRef(file.reading);
  const isBusy = useRef(false);

  const look = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setIsLooking(true);
    let asked: Reading;
    do {
      asked = wanted.current;
      try {
        const found = await call('import.inspect', { ...asked, kind });
        setInspection(found);
        if (found.mappingFrom !== 'given') setProposed(found);
        setError(null);
      } catch (thrown) {
        setError(asApiError(thrown));
      }
    } while (asked !== wanted.current);
    isBusy.current = false;
    setIsLooking(false);
  }, [kind]);

  const read = useCallback(
    (next: Reading) => {
      wanted.current = next;
      setReading(next);
      void look();
    },
    [look],
  );

  return { reading, inspection, proposed, error, isLooking, read };
}
