import type { ComponentProps, ReactNode } from 'react';
import styles from './form.module.css';

/** Fields beside each other, their boxes in one line. */
export const Choices = (props: ComponentProps<'div'>) => <div {...props} className={styles.choices} />;

/** Things to tick under one name. */
export const Ticks = ({ legend, children }: { legend: string; children: ReactNode }) => (
  <fieldset>
    <legend>{legend}</legend>
    <div className={styles.ticks}>{children}</div>
  </fieldset>
);
