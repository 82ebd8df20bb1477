import { SegmentedControl } from '@mantine/core';
import { useLookedAt } from './looked-at.ts';

/** Lays something over what is shown, or takes it away: `with` in the address under that key, nothing without. */
export function WithWithout({
  label,
  inAddress,
  isWith,
  names,
}: {
  label: string;
  inAddress: string;
  isWith: boolean;
  names: { without: string; with: string };
}) {
  const { change } = useLookedAt();
  return (
    <SegmentedControl
      aria-label={label}
      value={isWith ? 'with' : 'without'}
      onChange={(value) => {
        change({ [inAddress]: value === 'with' ? 'with' : null });
      }}
      data={[
        { value: 'without', label: names.without },
        { value: 'with', label: names.with },
      ]}
    />
  );
}
