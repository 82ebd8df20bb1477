import { Button } from '@mantine/core';
import type { KeptMapping } from '#shared/contract/mapping.ts';
import { useCommand } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { NameForm } from './name-form.tsx';

type Props = { mapping: KeptMapping; onClose: () => void };

/** Another name for a kept mapping. */
export function RenameDialog({ mapping, onClose }: Props) {
  const rename = useCommand('mappings.rename');
  return (
    <Dialog isOpen onClose={onClose} title={`Rename “${mapping.name}”`}>
      <NameForm
        name={mapping.name}
        submit={() => 'Rename'}
        error={rename.error}
        isPending={rename.isPending}
        onName={(name) => {
          rename.mutate({ mappingId: mapping.id, name }, { onSuccess: onClose });
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}

/** Forgets a kept mapping, after one confirmation. */
export function RemoveDialog({ mapping, onClose }: Props) {
  const remove = useCommand('mappings.remove');
  return (
    <Dialog isOpen onClose={onClose} title={`Remove “${mapping.name}”?`}>
      <p>Files with its headings will be asked about again. What has been imported by it stays as it is.</p>
      {remove.error && <Banner tone="bad">{remove.error.message}</Banner>}
      <EndButtons cancel="Keep the mapping" onCancel={onClose}>
        <Button
          color="red"
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
      </EndButtons>
    </Dialog>
  );
}
