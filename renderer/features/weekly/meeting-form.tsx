import { Button } from '@mantine/core';
import type { ReactNode, SubmitEventHandler } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Banner } from '../../components/states/panels.tsx';
import styles from './weekly.module.css';

/** A form of one line, in the place of what it is about; Escape leaves it. */
export function MeetingForm({
  label,
  submit,
  isPending,
  error,
  onSubmit,
  onCancel,
  children,
}: {
  label: string;
  /** What the button says. */
  submit: string;
  isPending: boolean;
  error: ApiError | null;
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  onCancel: () => void;
  children: ReactNode;
}) {
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {children}
      <div className={styles.send}>
        <Buttons>
          <Button type="submit" size="xs" loading={isPending}>
            {submit}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Buttons>
      </div>
      {error && (
        <div role="alert" className={styles.wide}>
          <Banner tone="bad">{error.message}</Banner>
        </div>
      )}
    </form>
  );
}
