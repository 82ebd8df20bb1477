import { isoDate } from '#shared/domain/dates.ts';
import { overlapSaid } from '#shared/planning/abstractions/overlap.ts';
import { useQuery } from '../../api/hooks.ts';
import { askedOf, withHours, type Draft } from './draft.ts';

/**
 * What the records say of a draft's days: the hours they hold, and absences that are there already.
 * @param id of the record that is being changed
 */
export function useProposal(draft: Draft, id?: number) {
  const asked = askedOf(draft, id);
  const { data, isFetching, refetch } = useQuery(
    'abstractions.propose',
    asked ?? { collar: '-', from: draft.from, to: draft.to },
    { enabled: asked !== null },
  );
  const held = asked && data ? data : null;
  const { collar } = draft;
  return {
    /** With hours as far as they are known. */
    filled: withHours(draft, held?.hours ?? null),
    isWaiting: asked !== null && !held && isFetching,
    /** With hours once they are known: Enter may come before them. */
    whenFilled: async (): Promise<Draft> => {
      if (asked === null || held || draft.areHoursOwn) return withHours(draft, held?.hours ?? null);
      const answer = await refetch({ cancelRefetch: false });
      return withHours(draft, answer.data?.hours ?? null);
    },
    overlap: held && overlapSaid(collar, { from: isoDate(draft.from), to: isoDate(draft.to) }, held.overlaps),
  };
}
