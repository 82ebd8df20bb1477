import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { EndButtons } from '../../components/form/buttons.tsx';
import { Banner } from '../../components/states/panels.tsx';

/** The name of a kept mapping, asked for in a dialog. */
export function NameForm({
  name: first,
  submit,
  error,
  isPending,
  children,
  noteOn,
  onName,
  onClose,
}: {
  name: string;
  /** What the button says for a name. */
  submit: (name: string) => string;
  error: { message: string } | null;
  isPending: boolean;
  /** Above the name. */
  children?: ReactNode;
  /** What is to be known of a name, below it. */
  noteOn?: (name: string) => string | null;
  onName: (name: string) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState(first);
  const name = typed.trim();
  const note = noteOn?.(name) ?? null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') onName(name);
      }}
    >
      {children}
      <TextInput
        label="Name"
        maxLength={80}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
        data-autofocus
      />
      {note !== null && <Banner tone="warn">{note}</Banner>}
      {error && <Banner tone="bad">{error.message}</Banner>}
      <EndButtons onCancel={onClose}>
        <Button type="submit" loading={isPending} disabled={name === ''}>
          {submit(name)}
        </Button>
      </EndButtons>
    </form>
  );
}
