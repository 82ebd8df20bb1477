import type { ComponentProps } from 'react';
import { NumberField } from '../../components/form/number-field.tsx';

type Props = Omit<ComponentProps<typeof NumberField>, 'value' | 'suffix'> & { share: number };

/** A share, typed in per cent: its value and what it is changed to are parts of one, its limits per cent. */
export function ShareField({ share, onChange, ...field }: Props) {
  return (
    <NumberField
      {...field}
      suffix=" %"
      value={Math.round(share * 1000) / 10}
      onChange={(percent) => {
        onChange(percent / 100);
      }}
    />
  );
}
