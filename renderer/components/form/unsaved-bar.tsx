import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Banner } from '../states/panels.tsx';
import { Buttons } from './buttons.tsx';
import styles from './form.module.css';

/** What is unsaved, in sight at the foot of the page, and what saves or discards it. */
export function UnsavedBar({
  label = 'Unsaved changes',
  isDirty = true,
  isSaving,
  canSave = true,
  faults = 0,
  error,
  above,
  buttons,
  onSave,
  onDiscard,
  children,
}: {
  label?: string;
  /** False where the bar also stands while all is saved. */
  isDirty?: boolean;
  isSaving: boolean;
  canSave?: boolean;
  /** Fields that hold what cannot be saved. */
  faults?: number;
  error: { message: string } | null;
  above?: ReactNode;
  /** Before those of the bar. */
  buttons?: ReactNode;
  /** Missing where the bar stands in the form that it saves. */
  onSave?: () => void;
  /** Missing where nothing saved is there to go back to. */
  onDiscard?: (() => void) | undefined;
  children: ReactNode;
}) {
  return (
    <section className={styles.unsaved} aria-label={label} data-dirty={isDirty} data-print="hide">
      {above}
      {error && <Banner tone="bad">{error.message}</Banner>}
      <div className={styles.unsavedLine}>
        <div aria-live="polite">
          {faults > 0 && (
            <strong>
              {faults === 1 ? 'One field holds' : `${String(faults)} fields hold`} what cannot be saved: see
              what is marked in red.{' '}
            </strong>
          )}
          {children}
        </div>
        <Buttons>
          {buttons}
          {onDiscard && (
            <Button variant="default" onClick={onDiscard}>
              Discard
            </Button>
          )}
          <Button
            type={onSave ? 'button' : 'submit'}
            onClick={onSave}
            loading={isSaving}
            disabled={!isDirty || !canSave || faults > 0}
          >
            Save
          </Button>
        </Buttons>
      </div>
    </section>
  );
}
