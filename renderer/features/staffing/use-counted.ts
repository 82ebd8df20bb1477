import { Denominator, Numerator } from '#shared/domain/settings.ts';
import { useLookedAt } from '../../view/looked-at.ts';

/** What the ratio is to count, as chosen in the address; absent where it is left to the settings. */
export function useCounted(): { numerator?: Numerator; denominator?: Denominator } {
  const { search } = useLookedAt();
  const numerator = Numerator.safeParse(search.get('numerator')).data;
  const denominator = Denominator.safeParse(search.get('denominator')).data;
  return {
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
  };
}
