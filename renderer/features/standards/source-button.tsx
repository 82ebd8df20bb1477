import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { StandardValue } from '#shared/domain/standards.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { sourceWords } from '#shared/planning/standards-words.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { Dialog } from '../../components/overlay/dialog.tsx';
import styles from './standards.module.css';

type Part = { label: string; value: StandardValue };

/** Where the values of a row come from; opens to read and change it. */
export function SourceButton({
  name,
  parts,
  onChange,
}: {
  name: string;
  parts: Part[];
  onChange: (sources: string[]) => void;
}) {
  const [isOpen, dialog] = useDisclosure(false);
  const words = sourceWords(parts.map((part) => part.value));
  return (
    <>
      <button
        type="button"
        className={styles.source}
        title={words}
        aria-label={`Source of ${name}: ${words}`}
        onClick={dialog.open}
      >
        {words}
      </button>
      {isOpen && <SourceDialog name={name} parts={parts} onClose={dialog.close} onChange={onChange} />}
    </>
  );
}

function SourceDialog({
  name,
  parts,
  onClose,
  onChange,
}: {
  name: string;
  parts: Part[];
  onClose: () => void;
  onChange: (sources: string[]) => void;
}) {
  const [sources, setSources] = useState(parts.map((part) => part.value.source));
  return (
    <Dialog isOpen onClose={onClose} title={`Source of ${name}`} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange(sources);
          onClose();
        }}
      >
        {parts.map((part, index) => (
          <TextInput
            key={part.label}
            label={part.label}
            description={setOnWords(part.value)}
            maxLength={500}
            value={sources[index] ?? ''}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              setSources(sources.map((source, at) => (at === index ? typed : source)));
            }}
          />
        ))}
        <EndButtons onCancel={onClose}>
          {parts.length > 1 && (
            <Button
              variant="default"
              onClick={() => {
                setSources(sources.map(() => sources[0] ?? ''));
              }}
            >
              Same for all as the first
            </Button>
          )}
          <Button type="submit">Use</Button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

const setOnWords = (value: StandardValue): string =>
  value.setOn === null ? 'As shipped' : `Set on ${showDate(isoDate(value.setOn))}`;
