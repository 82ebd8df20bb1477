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
import { useCommand } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { askFor } from '../../components/form/first-fault.ts';
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
  const [isAsked, setIsAsked] = useState(false);
  const save = useCommand('abstractions.saveReasons');
  const next = reasonOf(draft);
  const problems = reasonProblems(draft, reasons, held);
  const shown = isAsked ? problems : {};
  const change = (changes: Partial<ReasonDraft>) => {
    setDraft((old) => withReasonChange(old, changes));
  };
  const send = (list: Reason[], done: string) => {
    save.mutate(
      { reasons: list },
      {
        onSuccess: () => {
          notify(done);
          onDone();
        },
      },
    );
  };
  const after = withReason(reasons, held, next);
  const hasOtherWords = held !== null && keyOfReason(held) !== keyOfReason(next);
  return (
    <div className={styles.details}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          askFor(event.currentTarget, () => {
            setIsAsked(true);
          });
          if (Object.keys(problems).length === 0) send(after, `Saved: ${showReason(next)}.`);
        }}
      >
        <TextInput
          label="Group"
          maxLength={MAX_REASON}
          value={draft.group}
          error={shown.group}
          data-autofocus
          onChange={(event) => {
            change({ group: event.currentTarget.value });
          }}
        />
        <TextInput
          label="Activity"
          description="Empty for the group as a whole"
          maxLength={MAX_REASON}
          value={draft.activity}
          error={shown.activity}
          onChange={(event) => {
            change({ activity: event.currentTarget.value });
          }}
        />
        <NativeSelect
          size="xs"
          label="Kind"
          value={draft.kind}
          data={abstractionKinds.map((kind) => ({ value: kind, label: abstractionKindNames[kind] }))}
          onChange={(event) => {
            change({ kind: AbstractionKind.parse(event.currentTarget.value) });
          }}
        />
        <Checkbox
          label="Lent to other policing"
          description="Ticked beforehand when an absence is recorded"
          checked={draft.toOtherPolicing}
          onChange={(event) => {
            change({ toOtherPolicing: event.currentTarget.checked });
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
