import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Dialog } from '../overlay/dialog.tsx';
import styles from './form.module.css';

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
      <div className={styles.dialog}>
        <p>Changes to {what} have not been saved. Leaving drops them.</p>
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            Leave
          </Button>
          <Button onClick={stay}>Stay</Button>
        </div>
      </div>
    </Dialog>
  );
}
