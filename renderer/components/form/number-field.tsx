import { NumberInput } from '@mantine/core';
import { useTypedNumber } from './use-typed-number.ts';

/** A labelled number. */
export function NumberField({
  label,
  description,
  value,
  min,
  max,
  step = 1,
  suffix = '',
  isWhole = false,
  onChange,
  onEmpty,
}: {
  label: string;
  description?: string;
  /** Null where it is not known. */
  value: number | null;
  min: number;
  max: number;
  step?: number;
  suffix?: string;
  isWhole?: boolean;
  onChange: (value: number) => void;
  /** Where the field may be left empty. */
  onEmpty?: () => void;
}) {
  const { text, fault, onType, onLeave } = useTypedNumber({ min, max, isWhole }, onChange, onEmpty);
  return (
    <NumberInput
      label={label}
      description={description}
      value={text ?? value ?? ''}
      min={min}
      max={max}
      step={step}
      suffix={suffix}
      clampBehavior="none"
      error={fault}
      onChange={(typed) => {
        onType(String(typed));
      }}
      onBlur={onLeave}
    />
  );
}
