import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { saveAnswer } from './save-answer.ts';

/** Has the backend write a file, which is itself logged, and saves it. */
export function SaveButton({
  label,
  ask,
  ...look
}: ButtonProps & { label: string; ask: () => Promise<{ name: string; base64: string }> }) {
  const [isMaking, setIsMaking] = useState(false);
  const save = async (): Promise<void> => {
    setIsMaking(true);
    await saveAnswer(ask());
    setIsMaking(false);
  };
  return (
    <Button variant="default" {...look} loading={isMaking} onClick={() => void save()}>
      {label}
    </Button>
  );
}
