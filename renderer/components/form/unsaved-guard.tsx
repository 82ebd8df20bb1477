import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Dialog } from '../overlay/dialog.tsx';
import { EndButtons } from './buttons.tsx';

/** Asks before a page with unsaved changes is left. */
export function UnsavedGuard({ isDirty, what }: { isDirty: boolean; what: string }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isDirty]);
  const stay = () => {
    blocker.reset?.();
  };
  return (
    <Dialog isOpen={blocker.state === 'blocked'} onClose={stay} title="Leave without saving?">
      <p>Changes to {what} have not been saved. Leaving drops them.</p>
      <EndButtons cancel="Stay" onCancel={stay}>
        <Button color="red" onClick={() => blocker.proceed?.()}>
          Leave
        </Button>
      </EndButtons>
    </Dialog>
  );
}
