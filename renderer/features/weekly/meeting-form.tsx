import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { Banner } from '../../components/states/panels.tsx';
import styles from './weekly.module.css';

/** A form of one line, in the place of what it is about; Escape leaves it. */
export function MeetingForm({
  label,
  submit,
  isReady = true,
  isPending,
  error,
  onSubmit,
  onCancel,
  children,
}: {
  label: string;
  /** What the button says. */
  submit: string;
  isReady?: boolean;
  isPending: boolean;
  error: ApiError | null;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      {children}
      <Button type="submit" size="xs" disabled={!isReady} loading={isPending}>
        {submit}
      </Button>
      <Button size="xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
      {error && (
        <div role="alert" className={styles.wide}>
          <Banner tone="bad">{error.message}</Banner>
        </div>
      )}
    </form>
  );
}
