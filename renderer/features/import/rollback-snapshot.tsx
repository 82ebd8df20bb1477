import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Snapshot } from '#shared/contract/imports.ts';
import type { RollbackPreview } from '#shared/contract/snapshots.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { rollbackConsequences, standingPlans } from './model.ts';
import { RollbackButton } from './rollback-button.tsx';
import styles from './import.module.css';

/** Takes a snapshot out again, after saying what goes with it. */
export function RollbackSnapshotButton({ snapshot }: { snapshot: Snapshot }) {
  return (
    <RollbackButton what={`the snapshot as at ${showDate(snapshot.asAt)}`}>
      {(close) => <Consequences snapshot={snapshot} onClose={close} />}
    </RollbackButton>
  );
}

function Consequences({ snapshot, onClose }: { snapshot: Snapshot; onClose: () => void }) {
  const preview = useQuery('snapshots.rollbackPreview', { snapshotId: snapshot.id });
  return <Asked query={preview}>{(data) => <Confirm preview={data} onClose={onClose} />}</Asked>;
}

function Confirm({ preview, onClose }: { preview: RollbackPreview; onClose: () => void }) {
  const { snapshot: looked, change } = useLookedAt();
  const rollback = useCommand('snapshots.rollback');
  const [reason, setReason] = useState('');
  const { snapshot } = preview;
  const hasPlans = standingPlans(preview).length > 0;
  const confirm = () => {
    rollback.mutate(
      { snapshotId: snapshot.id, alsoPlans: hasPlans, ...(reason.trim() === '' ? {} : { reason }) },
      {
        onSuccess: () => {
          onClose();
          if (looked === snapshot.id) change({ snapshot: null });
          notify(`The snapshot as at ${showDate(snapshot.asAt)} is rolled back.`);
        },
      },
    );
  };
  return (
    <>
      <ul className={styles.consequences}>
        {rollbackConsequences(preview).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>The file itself is not touched: importing it again brings the cases back, but no plan.</p>
      <TextInput
        label="Reason"
        description="For the log; may be left empty"
        maxLength={200}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      {rollback.error && <Banner tone="bad">{rollback.error.message}</Banner>}
      <EndButtons cancel="Keep the snapshot" onCancel={onClose}>
        <Button color="red" loading={rollback.isPending} onClick={confirm}>
          {hasPlans ? 'Roll back with its plans' : 'Roll back'}
        </Button>
      </EndButtons>
    </>
  );
}
