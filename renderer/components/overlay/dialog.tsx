import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Buttons } from '../form/buttons.tsx';
import { Banner } from '../states/panels.tsx';
import styles from './overlay.module.css';

/** A question over the page, which lays out what is asked, in a form or not; Esc closes. Its head is no `header`: the page has its banner already. */
export function Dialog({
  isOpen,
  title,
  onClose,
  size = 'md',
  hasTyped = false,
  children,
}: {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  size?: 'md' | 'lg';
  /** Something was typed that closing would drop: asked first. */
  hasTyped?: boolean;
  children: ReactNode;
}) {
  const [isAsked, setIsAsked] = useState(false);
  const before = useRef<Element | null>(null);
  const goOn = () => {
    setIsAsked(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const close = () => {
    if (isAsked) goOn();
    else if (hasTyped) {
      before.current = document.activeElement;
      setIsAsked(true);
    } else onClose();
  };
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
        <Modal.Body className={cx(styles.body, styles.question)}>
          {isAsked && (
            <AskedFirst
              onGoOn={goOn}
              onDrop={() => {
                setIsAsked(false);
                onClose();
              }}
            />
          )}
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Its first button has the focus: Enter, like Esc, loses nothing. */
function AskedFirst({ onGoOn, onDrop }: { onGoOn: () => void; onDrop: () => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  return (
    <div role="alert">
      <Banner tone="warn">
        <Buttons>
          What was typed has not been saved.
          <Button ref={first} variant="default" onClick={onGoOn}>
            Go on
          </Button>
          <Button color="red" onClick={onDrop}>
            Drop it
          </Button>
        </Buttons>
      </Banner>
    </div>
  );
}
