import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { HoursOf, type DutyStandard, type Standards } from '#shared/domain/standards.ts';
import { hoursWords } from '#shared/planning/standards-words.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { modelDuties, withOwnDuty } from './own-duties.ts';
import styles from './standards.module.css';

type Props = {
  duties: readonly DutyStandard[];
  onChange: (update: (standards: Standards) => Standards) => void;
};

/** A duty of the force's own, made like one that is there; saved with the other changes. */
export function AddDuty({ duties, onChange }: Props) {
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={dialog.open}>
        Add a duty …
      </Button>
      {isOpen && <AddDutyDialog duties={duties} onChange={onChange} onClose={dialog.close} />}
    </>
  );
}

function AddDutyDialog({ duties, onChange, onClose }: Props & { onClose: () => void }) {
  const models = modelDuties(duties);
  const [name, setName] = useState('');
  const [modelKey, setModelKey] = useState(models[0]?.key ?? '');
  const [hoursOf, setHoursOf] = useState<HoursOf>('offender-manager');
  const [movable, setMovable] = useState(true);
  const model = models.find(({ key }) => key === modelKey);
  const trimmed = name.trim();
  const isTaken = duties.some((duty) => duty.name.toLowerCase() === trimmed.toLowerCase());
  return (
    <Dialog isOpen onClose={onClose} title="Add a duty">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!model || trimmed === '' || isTaken) return;
          onChange((standards) => withOwnDuty(standards, { name: trimmed, hoursOf, movable }, model));
          onClose();
        }}
      >
        <TextInput
          label="Name"
          description="For example: review of a breach investigation"
          maxLength={60}
          value={name}
          error={isTaken ? 'There is a duty of this name already.' : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          data-autofocus
        />
        <NativeSelect
          size="xs"
          label="Values and rules copied from"
          description="Change them in the table and under “Rules” afterwards"
          value={modelKey}
          data={models.map((duty) => ({ value: duty.key, label: duty.name }))}
          onChange={(event) => {
            setModelKey(event.currentTarget.value);
          }}
        />
        <NativeSelect
          size="xs"
          label="Whose hours it takes"
          value={hoursOf}
          data={HoursOf.options.map((one) => ({ value: one, label: hoursWords[one] }))}
          onChange={(event) => {
            setHoursOf(HoursOf.parse(event.currentTarget.value));
          }}
        />
        <Checkbox
          label="Levelling may bring it forward"
          checked={movable}
          onChange={(event) => {
            setMovable(event.currentTarget.checked);
          }}
        />
        <p className={styles.dim}>
          As long as no extract holds its dates, every case that owes it is taken to owe its first so many
          days after the snapshot as “First” says. The effect on the load is shown before anything is saved.
        </p>
        <EndButtons onCancel={onClose}>
          <Button type="submit" disabled={trimmed === '' || isTaken || !model}>
            Add
          </Button>
        </EndButtons>
      </form>
    </Dialog>
  );
}
