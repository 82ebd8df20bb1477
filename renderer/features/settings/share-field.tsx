import { NumberField } from '../../components/form/number-field.tsx';

/** A share, typed in per cent: its value and what it is changed to are parts of one, its limits per cent. */
export function ShareField({
  label,
  description,
  share,
  min,
  max,
  onChange,
}: {
  label: string;
  description: string;
  share: number;
  min: number;
  max: number;
  onChange: (share: number) => void;
}) {
  return (
    <NumberField
      label={label}
      description={description}
      min={min}
      max={max}
      suffix=" %"
      value={Math.round(share * 1000) / 10}
      onChange={(percent) => {
        onChange(percent / 100);
      }}
    />
  );
}
