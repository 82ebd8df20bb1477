import { SegmentedControl } from '@mantine/core';
import { useLookedAt } from '../../view/looked-at.ts';
import { WithWithout } from '../../view/with-without.tsx';

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
        <WithWithout
          label="Expected joiners"
          inAddress="joiners"
          isWith={choices.hasJoiners}
          names={{ without: 'Cases held', with: 'With expected joiners' }}
        />
      )}
      {hasPlan && choices.measure === 'hours' && (
        <WithWithout
          label="Accepted plan"
          inAddress="plans"
          isWith={choices.isPlanned}
          names={{ without: 'Without the plan', with: 'With the plan' }}
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
