import { Button } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import styles from './form.module.css';

/** Buttons beside each other. */
export const Buttons = (props: ComponentProps<'div'>) => <div {...props} className={styles.buttons} />;

/** What ends a dialog, or a form like one: a way out that changes nothing, then the action, last. */
export const EndButtons = ({
  cancel = 'Cancel',
  onCancel,
  children,
}: {
  cancel?: string;
  /** Missing where the form is left by other means. */
  onCancel?: (() => void) | undefined;
  children: ReactNode;
}) => (
  <div className={styles.endButtons}>
    {onCancel && (
      <Button variant="default" onClick={onCancel}>
        {cancel}
      </Button>
    )}
    {children}
  </div>
);
