import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { withUnit } from '#shared/planning/figures.ts';
import type { Fault } from './draft.ts';
import { asPercent } from './said.ts';

/** A labelled number that passes on what is typed as it is typed; what is no number is passed on as NaN. */
export function TypedNumber({
  label,
  value,
  unit,
  step = 1,
  orNone,
  fault,
  onChange,
}: {
  label: string;
  /** In the domain's own unit: a share for per cent. Null where it may be left open. */
  value: number | null;
  unit: string;
  step?: number;
  /** Said while the field is empty, where it may be. */
  orNone?: string | undefined;
  fault?: Fault | undefined;
  onChange: (value: number | null) => void;
}) {
  const [text, setText] = useState<number | string | null>(null);
  const isShare = unit === 'percent';
  const shown = value === null || Number.isNaN(value) ? '' : isShare ? asPercent(value) : value;
  const sign = isShare ? '%' : unit;
  return (
    <NumberInput
      label={sign === '' ? label : `${label}, ${sign}`}
      placeholder={orNone}
      step={step}
      clampBehavior="none"
      thousandSeparator={unit === '£' ? ',' : ''}
      value={text ?? shown}
      error={fault && faultSaid(fault, isShare, sign)}
      onChange={(typed) => {
        setText(typed);
        const isEmpty = typed === '';
        if (isEmpty && orNone !== undefined) {
          onChange(null);
          return;
        }
        const read = isEmpty ? NaN : Number(typed);
        onChange(isShare ? Number((read / 100).toPrecision(12)) : read);
      }}
      onBlur={() => {
        setText(null);
      }}
    />
  );
}

/** What is wrong, in the unit of the field. */
export function faultSaid(fault: Fault, isShare: boolean, sign: string): string {
  if (fault.kind === 'words') return fault.words;
  const figure = String(isShare ? asPercent(fault.bound) : fault.bound);
  const bound = sign === '' ? figure : withUnit(figure, sign);
  return fault.kind === 'at-least' ? `At least ${bound}` : `At most ${bound}`;
}
