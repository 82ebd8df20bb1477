import type { Standards } from '#shared/domain/standards.ts';
import { counted } from '#shared/planning/wording.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { Faults, useFaults } from '../../components/form/faults.ts';
import { UnsavedGuard } from '../../components/form/unsaved-guard.tsx';
import { notify } from '../../components/notify.ts';
import { Later } from '../../components/states/later.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { Page } from '../../view/page.tsx';
import { useDraft } from '../../view/use-draft.ts';
import { AssumptionsTable } from './assumptions-table.tsx';
import { DutiesTable } from './duties-table.tsx';
import { changedNames } from './model.ts';
import { EffectBar } from './effect-bar.tsx';

/** Which work recurs, how often, how long it takes, who owes it: each value with its source. */
export function StandardsPage() {
  const query = useQuery('standards.get', {});
  return (
    <Asked query={query} title="The standards could not be read">
      {(data) => <StandardsForm saved={data.standards} unconfirmed={data.unconfirmed} />}
    </Asked>
  );
}

function StandardsForm({ saved, unconfirmed }: { saved: Standards; unconfirmed: string[] }) {
  const { draft, change, discard } = useDraft(saved);
  const save = useCommand('standards.save');
  const shown = draft ?? saved;
  const changes = draft === null ? [] : changedNames(saved, draft);
  const faults = useFaults();
  const isDirty = changes.length > 0 || faults.count > 0;
  return (
    <Page
      title="Standards"
      about="Planning values of this force. No published source gives the hours; shipped values are examples until confirmed."
    >
      {unconfirmed.length > 0 && (
        <Banner tone="warn">
          {counted(unconfirmed.length, 'value')} not confirmed. Tick a value once it is the force’s own; every
          figure that rests on an unticked one says so.
        </Banner>
      )}
      <Faults key={faults.key} value={faults.tell}>
        <DutiesTable duties={shown.duties} onChange={change} />
        <Later>
          <AssumptionsTable assumptions={shown.assumptions} onChange={change} />
        </Later>
      </Faults>
      {isDirty && (
        <EffectBar
          saved={saved}
          draft={shown}
          changes={changes}
          faults={faults.count}
          isSaving={save.isPending}
          error={save.error}
          onDiscard={() => {
            discard();
            faults.forget();
            save.reset();
          }}
          onSave={() => {
            save.mutate(
              { standards: shown },
              {
                onSuccess: () => {
                  discard();
                  notify(`${counted(changes.length, 'change')} of the standards saved.`);
                },
              },
            );
          }}
        />
      )}
      <UnsavedGuard isDirty={isDirty} what="the standards" />
    </Page>
  );
}
