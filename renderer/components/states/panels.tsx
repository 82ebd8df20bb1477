import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import styles from './states.module.css';

/** Nothing is here yet: what to do, with one button. */
export function EmptyPanel({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <section className={styles.panel} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}

/** What happened, its reference in the log, and a way to try again. */
export function ErrorPanel({
  title = 'This could not be shown',
  message,
  reference = '',
  onRetry,
  children,
}: {
  title?: string;
  message: string;
  reference?: string;
  onRetry?: (() => void) | undefined;
  children?: ReactNode;
}) {
  return (
    <section className={cx(styles.panel, styles.failed)} role="alert">
      <h2 className={styles.heading}>
        <Icon name="error" /> {title}
      </h2>
      <p>{message}</p>
      {children}
      {reference !== '' && <p className={styles.reference}>Reference {reference}</p>}
      {onRetry && (
        <div className={styles.actions}>
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </section>
  );
}

export type Tone = 'plain' | 'warn' | 'bad' | 'good';

/** One quiet line above a page. */
export function Banner({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  const icon = tone === 'plain' ? 'info' : tone === 'good' ? 'done' : 'warning';
  return (
    <div className={styles.banner} data-tone={tone} role="note">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
