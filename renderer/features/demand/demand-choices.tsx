import { SegmentedControl } from '@mantine/core';
import { useLookedAt } from '../../view/looked-at.ts';

/** What the chart of demand counts, and what is laid over it; kept in the address. */
export type Choices = { measure: 'hours' | 'occurrences'; isPlanned: boolean; hasJoiners: boolean };

export function useChoices(hasPlan: boolean): Choices {
  const { search } = useLookedAt();
  const measure = search.get('measure') === 'occurrences' ? 'occurrences' : 'hours';
  const isInHours = measure === 'hours';
  return {
    measure,
    isPlanned: isInHours && hasPlan && search.get('plans') === 'with',
    hasJoiners: isInHours && search.get('joiners') === 'with',
  };
}

export function DemandChoices({ choices, hasPlan }: { choices: Choices; hasPlan: boolean }) {
  const { change } = useLookedAt();
  return (
    <>
      {choices.measure === 'hours' && (
        <SegmentedControl
          aria-label="Expected joiners"
          value={choices.hasJoiners ? 'with' : 'without'}
          onChange={(value) => {
            change({ joiners: value === 'with' ? 'with' : null });
          }}
          data={[
            { value: 'without', label: 'Cases held' },
            { value: 'with', label: 'With expected joiners' },
          ]}
        />
      )}
      {hasPlan && choices.measure === 'hours' && (
        <SegmentedControl
          aria-label="Accepted plan"
          value={choices.isPlanned ? 'with' : 'without'}
          onChange={(value) => {
            change({ plans: value === 'with' ? 'with' : null });
          }}
          data={[
            { value: 'without', label: 'Without the plan' },
            { value: 'with', label: 'With the plan' },
          ]}
        />
      )}
      <SegmentedControl
        aria-label="Measure"
        value={choices.measure}
        onChange={(value) => {
          change({ measure: value === 'hours' ? null : value });
        }}
        data={[
          { value: 'hours', label: 'Hours' },
          { value: 'occurrences', label: 'Occurrences' },
        ]}
      />
    </>
  );
}
