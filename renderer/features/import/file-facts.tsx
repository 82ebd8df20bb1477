import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FileKind, Inspection, Mapping } from '#shared/contract/mapping.ts';
import { isIsoDate, isoDate } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { Section } from '../../view/page.tsx';
import { mappingOf, onHeadingLine, onSheet, type Reading } from './mapping-model.ts';
import styles from './mapping.module.css';

type Props = {
  kind: FileKind;
  reading: Reading;
  inspection: Inspection;
  onRead: (reading: Reading) => void;
};

/** What the file is: sheet, headings, day; what can be found otherwise can be set. */
export function FileFacts({ kind, reading, inspection, onRead }: Props) {
  const { sheets, sheet, format, encoding, delimiter, rows } = inspection;
  const form =
    format === 'xlsx' ? 'Excel' : [encoding, delimiter === '' ? '' : `separated by ${delimiter}`].join(', ');
  return (
    <Section title="The file" about={`${form}: ${counted(rows, 'row')}.`}>
      <div className={styles.facts}>
        {sheets.length > 1 && (
          <NativeSelect
            size="xs"
            label="Sheet"
            value={reading.sheet ?? sheet ?? ''}
            data={sheets.map((one) => ({
              value: one.name,
              label: `${one.name} (${counted(one.rows, 'line')})`,
            }))}
            onChange={(event) => {
              onRead(onSheet(reading, event.currentTarget.value));
            }}
          />
        )}
        <HeadingLine
          key={inspection.headingLine}
          line={inspection.headingLine}
          onLine={(line) => {
            onRead(onHeadingLine(reading, line));
          }}
        />
        <AsAt kind={kind} reading={reading} inspection={inspection} onRead={onRead} />
        {kind === 'caseload' && (
          <RowShape
            mapping={mappingOf(reading, inspection)}
            onChange={(mapping) => {
              onRead({ ...reading, mapping });
            }}
          />
        )}
      </div>
      <Lines inspection={inspection} />
    </Section>
  );
}

/** Goes out when the field is left or Enter is pressed: a line half typed is another line. */
function HeadingLine({ line, onLine }: { line: number; onLine: (line: number) => void }) {
  const [text, setText] = useState(String(line));
  const typed = Number(text);
  const isGood = Number.isInteger(typed) && typed >= 1 && typed <= 400_000;
  const commit = () => {
    if (!isGood) setText(String(line));
    else if (typed !== line) onLine(typed);
  };
  return (
    <TextInput
      size="xs"
      className={styles.short ?? ''}
      label="Line of headings"
      inputMode="numeric"
      value={text}
      error={isGood ? undefined : 'A whole number from 1'}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

/** A year that is half typed is a date as well, of the year 20: no extract is as old as that. */
const EARLIEST = '1990-01-01';

function AsAt({ kind, reading, inspection, onRead }: Props) {
  // Of a list of abstractions the rows have a say too, so a person's word is told from what is found.
  const isList = kind === 'abstractions';
  const [text, setText] = useState(reading.asAt ?? (isList ? null : inspection.asAt) ?? '');
  const found =
    inspection.asAtFrom === 'file-name'
      ? 'from the file’s name'
      : inspection.asAtFrom === 'title'
        ? 'from the title'
        : inspection.asAtDoubt === null
          ? 'not said by the file'
          : 'in doubt';
  const from = reading.asAt !== undefined ? 'as given' : isList ? 'else by its name, title and rows' : found;
  return (
    <TextInput
      type="date"
      size="xs"
      label={`As at (${from})`}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        if (isIsoDate(typed) && typed >= EARLIEST) onRead({ ...reading, asAt: isoDate(typed) });
      }}
    />
  );
}

const shapes: ReadonlyArray<{ value: Mapping['shape']; label: string }> = [
  { value: 'record', label: 'a case' },
  { value: 'case-and-duty', label: 'a case and one of its duties' },
];

function RowShape({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  return (
    <NativeSelect
      size="xs"
      label="One row is"
      value={mapping.shape}
      data={[...shapes]}
      onChange={(event) => {
        const chosen = shapes.find(({ value }) => value === event.currentTarget.value);
        if (chosen) onChange({ ...mapping, shape: chosen.value });
      }}
    />
  );
}

const SHOWN = 5;

function Lines({ inspection }: { inspection: Inspection }) {
  const lines = [
    ...inspection.titleLines.map((line) => ({ ...line, what: 'Title' })),
    ...inspection.totalsLines.map((line) => ({ ...line, what: 'Totals or note' })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.lines} aria-label="Lines that are no rows">
      {lines.slice(0, SHOWN).map(({ row, text, what }) => (
        <li key={row}>
          {what}, line {row}: <q>{text}</q>
        </li>
      ))}
      {lines.length > SHOWN && <li>{lines.length - SHOWN} more lines</li>}
    </ul>
  );
}
