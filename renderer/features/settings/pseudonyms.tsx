import { Checkbox } from '@mantine/core';
import type { Pseudonyms } from '#shared/contract/pseudonyms.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { Section } from '../../view/page.tsx';

/** Saved at once and apart from the other settings: it can only be chosen before the first snapshot. */
export function PseudonymSetting() {
  const query = useQuery('pseudonyms.get', {});
  return (
    <Section title="References" about="Of cases, as caseload files are read">
      <Asked query={query}>{(data) => <Choice pseudonyms={data} />}</Asked>
    </Section>
  );
}

function Choice({ pseudonyms: { isOn, canChange } }: { pseudonyms: Pseudonyms }) {
  const set = useCommand('pseudonyms.set');
  return (
    <>
      <Checkbox
        label="Replace references by pseudonyms as files are read"
        description={
          canChange
            ? 'The same reference is the same pseudonym in every month of this workspace, and in no other. The key stays in it: nobody can lead a pseudonym back. Staff numbers are kept.'
            : 'Snapshots are held: months read otherwise could not be compared with them. Roll them back to change this.'
        }
        checked={isOn}
        disabled={!canChange || set.isPending}
        onChange={(event) => {
          set.mutate({ isOn: event.currentTarget.checked });
        }}
      />
      {set.error && <Banner tone="bad">{set.error.message}</Banner>}
    </>
  );
}
