import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Buttons } from '../form/buttons.tsx';
import { Banner } from '../states/panels.tsx';

type Overlay = {
  isOpen: boolean;
  /** What is typed in it is to be saved: asked before it is dropped. */
  holdsForms: boolean;
  onClose: () => void;
};

/**
 * Closing what stands over the page, asked first where something was typed that it would drop.
 *
 * @returns the way to close it, the question once it is asked, and what its body is given to know of typing
 */
export function useAskedFirst({ isOpen, holdsForms, onClose }: Overlay): {
  close: () => void;
  question: ReactNode;
  onInput: () => void;
} {
  const [hasTyped, setHasTyped] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  // Whoever saved it closes it, too.
  if (!isOpen && hasTyped) {
    setHasTyped(false);
    setIsAsked(false);
  }
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
  const drop = () => {
    setIsAsked(false);
    onClose();
  };
  return {
    close,
    question: isAsked && <AskedFirst onGoOn={goOn} onDrop={drop} />,
    onInput: () => {
      setHasTyped(holdsForms);
    },
  };
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
