import { Modal } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import { useAskedFirst } from './asked-first.tsx';
import styles from './overlay.module.css';

type Props = {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  size?: 'md' | 'lg';
  /** What is typed in it is to be saved: asked before it is dropped. */
  holdsForms?: boolean;
  children: ReactNode;
};

/**
 * A question over the page, which lays out what is asked, in a form or not; Esc closes. Nothing of it is drawn before it
 * is first opened: a table has one in each row.
 */
export function Dialog(props: Props) {
  const [wasOpened, setWasOpened] = useState(props.isOpen);
  if (props.isOpen && !wasOpened) setWasOpened(true);
  return wasOpened && <Opened {...props} />;
}

/** Its head is no `header`: the page has its banner already. */
function Opened({ isOpen, title, onClose, size = 'md', holdsForms = false, children }: Props) {
  // Where the focus is to go back to is noted as it opens, not where it begins as open.
  const isMounted = useMounted();
  const { close, question, onInput } = useAskedFirst({ isOpen, holdsForms, onClose });
  return (
    <Modal.Root
      opened={isOpen && isMounted}
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
