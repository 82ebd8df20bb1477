import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { useAskedFirst } from './asked-first.tsx';
import styles from './overlay.module.css';

/** A question over the page, which lays out what is asked, in a form or not; Esc closes. Its head is no `header`: the page has its banner already. */
export function Dialog({
  isOpen,
  title,
  onClose,
  size = 'md',
  holdsForms = false,
  children,
}: {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  size?: 'md' | 'lg';
  /** What is typed in it is to be saved: asked before it is dropped. */
  holdsForms?: boolean;
  children: ReactNode;
}) {
  const { close, question, onInput } = useAskedFirst({ isOpen, holdsForms, onClose });
  return (
    <Modal.Root
      opened={isOpen}
      onClose={close}
      size={size}
      centered
      transitionProps={{ duration: 0 }}
      classNames={{ content: cx(styles.content) }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title className={cx(styles.title)}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body className={cx(styles.body, styles.question)} onInput={onInput}>
          {question}
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
