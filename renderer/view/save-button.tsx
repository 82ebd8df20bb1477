import { Button, type ButtonProps } from '@mantine/core';
import { useSaveAnswer } from './use-save-answer.ts';

/** Has the backend write a file, which is itself logged, and saves it. */
export function SaveButton({
  label,
  ask,
  ...look
}: ButtonProps & { label: string; ask: () => Promise<{ name: string; base64: string }> }) {
  const save = useSaveAnswer(ask);
  return (
    <Button
      variant="default"
      {...look}
      loading={save.isPending}
      onClick={() => {
        save.mutate();
      }}
    >
      {label}
    </Button>
  );
}
