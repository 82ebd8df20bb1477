import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeptMapping } from '#shared/contract/mapping.ts';
import { useCommand } from '../../api/hooks.ts';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import styles from './import.module.css';

type Props = { mapping: KeptMapping; onClose: () => void };

/** Another name for a kept mapping. */
export function RenameDialog({ mapping, onClose }: Props) {
  const [name, setName] = useState(mapping.name);
  const rename = useCommand('mappings.rename');
  const trimmed = name.trim();
  return (
    <Dialog isOpen onClose={onClose} title={`Rename “${mapping.name}”`}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed === '') return;
          rename.mutate({ mappingId: mapping.id, name: trimmed }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label="Name"
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          data-autofocus
        />
        {rename.error && <Banner tone="bad">{rename.error.message}</Banner>}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={rename.isPending} disabled={trimmed === ''}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Forgets a kept mapping, after one confirmation. */
export function RemoveDialog({ mapping, onClose }: Props) {
  const remove = useCommand('mappings.remove');
  return (
    <Dialog isOpen onClose={onClose} title={`Remove “${mapping.name}”?`}>
      <div className={styles.dialog}>
        <p>Files with its headings will be asked about again. What has been imported by it stays as it is.</p>
        {remove.error && <Banner tone="bad">{remove.error.message}</Banner>}
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            Keep the mapping
          </Button>
          <Button
            loading={remove.isPending}
            onClick={() => {
              remove.mutate(
                { mappingId: mapping.id },
                {
                  onSuccess: () => {
                    onClose();
                    notify(`The mapping “${mapping.name}” is removed.`);
                  },
                },
              );
            }}
          >
            Remove the mapping
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
