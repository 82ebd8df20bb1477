import { NumberInput } from '@mantine/core';

/** A labelled number; what is not a number yet is not passed on. */
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
}: {
  label: string;
  description?: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  suffix?: string;
  isWhole?: boolean;
  onChange: (value: number) => void;
}) {
  return (
    <NumberInput
      label={label}
      description={description}
      value={value}
      min={min}
      max={max}
      step={step}
      suffix={suffix}
      allowDecimal={!isWhole}
      clampBehavior="blur"
      onChange={(typed) => {
        if (typeof typed === 'number' && Number.isFinite(typed)) onChange(typed);
      }}
    />
  );
}
