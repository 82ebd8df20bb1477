import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CountedReason } from '#shared/contract/abstractions.ts';
import {
  AbstractionKind,
  abstractionKindNames,
  abstractionKinds,
  MAX_REASON,
  type Reason,
} from '#shared/domain/abstraction.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { useAskedForm } from '../../components/form/use-asked-form.ts';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Section } from '../../view/page.tsx';
import { keyOfReason } from './draft.ts';
import { showReason } from './model.ts';
import {
  afterwards,
  reasonOf,
  reasonProblems,
  withoutReason,
  withReason,
  withReasonChange,
  type ReasonDraft,
} from './reasons-model.ts';
import styles from './abstractions.module.css';

type Props = {
  /** Null for a new one. */
  held: CountedReason | null;
  first: ReasonDraft;
  reasons: readonly Reason[];
  onDone: () => void;
};

/** One reason of the list: written, changed, or taken off it; saved at once. */
export function ReasonForm({ held, first, reasons, onDone }: Props) {
  const [draft, setDraft] = useState(first);
  const { save, send } = useSaveReasons(onDone);
  const next = reasonOf(draft);
  const problems = reasonProblems(draft, reasons, held);
  const after = withReason(reasons, held, next);
  const { isAsked, onSubmit } = useAskedForm(() => {
    if (Object.keys(problems).length === 0) send(after, `Saved: ${showReason(next)}.`);
  });
  const hasOtherWords = held !== null && keyOfReason(held) !== keyOfReason(next);
  return (
    <div className={styles.details}>
      <form className={styles.form} noValidate onSubmit={onSubmit}>
        <ReasonFields
          draft={draft}
          problems={isAsked ? problems : {}}
          onChange={(changes) => {
            setDraft((old) => withReasonChange(old, changes));
          }}
        />
        {hasOtherWords && <p aria-live="polite">{afterwards(held, after)}</p>}
        {save.error && (
          <div role="alert">
            <Banner tone="bad">{save.error.message}</Banner>
          </div>
        )}
        <EndButtons onCancel={onDone}>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </EndButtons>
      </form>
      {held && (
        <Remove
          held={held}
          reasons={reasons}
          isPending={save.isPending}
          onRemove={(list) => {
            send(list, `Taken off the list: ${showReason(held)}.`);
          }}
        />
      )}
    </div>
  );
}

/** Saves the list whole, and says what was done once it is. */
function useSaveReasons(onDone: () => void) {
  const save = useCommandOnce('abstractions.saveReasons');
  const send = (reasons: Reason[], done: string) => {
    save.mutate(
      { reasons },
      {
        onSuccess: () => {
          notify(done);
          onDone();
        },
      },
    );
  };
  return { save, send };
}

function ReasonFields({
  draft,
  problems,
  onChange,
}: {
  draft: ReasonDraft;
  problems: ReturnType<typeof reasonProblems>;
  onChange: (changes: Partial<ReasonDraft>) => void;
}) {
  return (
    <>
      <TextInput
        label="Group"
        maxLength={MAX_REASON}
        value={draft.group}
        error={problems.group}
        data-autofocus
        onChange={(event) => {
          onChange({ group: event.currentTarget.value });
        }}
      />
      <TextInput
        label="Activity"
        description="Empty for the group as a whole"
        maxLength={MAX_REASON}
        value={draft.activity}
        error={problems.activity}
        onChange={(event) => {
          onChange({ activity: event.currentTarget.value });
        }}
      />
      <NativeSelect
        size="xs"
        label="Kind"
        value={draft.kind}
        data={abstractionKinds.map((kind) => ({ value: kind, label: abstractionKindNames[kind] }))}
        onChange={(event) => {
          onChange({ kind: AbstractionKind.parse(event.currentTarget.value) });
        }}
      />
      <Checkbox
        label="Lent to other policing"
        description="Ticked beforehand when an absence is recorded"
        checked={draft.toOtherPolicing}
        onChange={(event) => {
          onChange({ toOtherPolicing: event.currentTarget.checked });
        }}
      />
    </>
  );
}

function Remove({
  held,
  reasons,
  isPending,
  onRemove,
}: {
  held: CountedReason;
  reasons: readonly Reason[];
  isPending: boolean;
  onRemove: (list: Reason[]) => void;
}) {
  const list = withoutReason(reasons, held);
  const isLast = list.length === 0;
  return (
    <Section title="Take it off the list">
      <p>{isLast ? 'The list needs one reason: add another first.' : afterwards(held, list)}</p>
      <div>
        <Button
          variant="default"
          disabled={isLast || isPending}
          onClick={() => {
            onRemove(list);
          }}
        >
          Take off
        </Button>
      </div>
    </Section>
  );
}
