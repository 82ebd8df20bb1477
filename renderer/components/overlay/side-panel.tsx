import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { useAskedFirst } from './asked-first.tsx';
import styles from './overlay.module.css';

/** Beside the page, from the right; Esc closes. */
export function SidePanel({
  isOpen,
  isWide = false,
  holdsForms = false,
  title,
  onClose,
  children,
}: {
  isOpen: boolean;
  /** Room for a table. */
  isWide?: boolean;
  /** What is typed in it is to be saved: asked before it is dropped. */
  holdsForms?: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { close, question, onInput } = useAskedFirst({ isOpen, holdsForms, onClose });
  return (
    <Drawer.Root
      opened={isOpen}
      onClose={close}
      position="right"
      size={isWide ? 860 : 'md'}
      transitionProps={{ duration: 0 }}
      classNames={{ content: cx(styles.content) }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={styles.head}>
          <Drawer.Title className={cx(styles.title)}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <Drawer.Body className={cx(styles.body)} onInput={onInput}>
          {question}
          {children}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
