import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Dialog } from '../../components/overlay/dialog.tsx';

/** Takes something held out again, after the dialog that says what goes with it. */
export function RollbackButton({
  what,
  onOpen,
  children,
}: {
  /** With its article, within a sentence. */
  what: string;
  onOpen?: () => void;
  /** What the dialog says and asks, which can close it. */
  children: (close: () => void) => ReactNode;
}) {
  const [isOpen, dialog] = useDisclosure(false, onOpen && { onOpen });
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={dialog.open} aria-label={`Roll back ${what}`}>
        Roll back …
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={`Roll back ${what}?`}>
        {children(dialog.close)}
      </Dialog>
    </>
  );
}
