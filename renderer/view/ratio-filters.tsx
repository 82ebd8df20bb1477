import { Checkbox } from '@mantine/core';
import type { Numerator } from '#shared/domain/settings.ts';
import { filterKeys, filterNames, filtersOf, numeratorOf } from './ratio-choice.ts';

/** Which RSOs a ratio counts: a box for each filter. */
export function RatioFilters({
  numerator,
  onChange,
}: {
  numerator: Numerator;
  onChange: (numerator: Numerator) => void;
}) {
  const filters = filtersOf(numerator);
  return filterKeys.map((key) => (
    <Checkbox
      key={key}
      label={filterNames[key]}
      checked={filters.includes(key)}
      onChange={(event) => {
        const isOn = event.currentTarget.checked;
        const next = filterKeys.filter((one) => (one === key ? isOn : filters.includes(one)));
        onChange(numeratorOf(next));
      }}
    />
  ));
}
