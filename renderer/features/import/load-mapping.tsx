import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { KeptMapping } from '#shared/contract/mapping.ts';
import { counted } from '#shared/planning/wording.ts';
import { useCommand } from '../../api/hooks.ts';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { readMappingFile, type MappingFile } from './mapping-file.ts';
import { kindWords } from './model.ts';
import { NameForm } from './name-form.tsx';

type Loaded = { fileName: string } & ReturnType<typeof readMappingFile>;

/** Keeps a mapping from a file that another workspace has exported. */
export function LoadMapping({ kept }: { kept: readonly KeptMapping[] }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const close = () => {
    setLoaded(null);
  };
  const open = async (file: File | null) => {
    if (!file) return;
    setLoaded({ fileName: file.name, ...readMappingFile(await file.text()) });
  };
  return (
    <>
      <FileButton
        accept="application/json,.json"
        inputProps={{ 'aria-label': 'Mapping file' }}
        onChange={(file) => void open(file)}
      >
        {(props) => (
          <Button size="compact-xs" variant="default" {...props}>
            Load a mapping …
          </Button>
        )}
      </FileButton>
      {loaded && 'problem' in loaded && (
        <Dialog isOpen onClose={close} title={`${loaded.fileName} was not loaded`}>
          <p role="alert">{loaded.problem}</p>
        </Dialog>
      )}
      {loaded && 'file' in loaded && <KeepDialog file={loaded.file} kept={kept} onClose={close} />}
    </>
  );
}

function KeepDialog({
  file,
  kept,
  onClose,
}: {
  file: MappingFile;
  kept: readonly KeptMapping[];
  onClose: () => void;
}) {
  const keep = useCommand('mappings.keep');
  const isTaken = (name: string): boolean => kept.some((one) => one.kind === file.kind && one.name === name);
  return (
    <Dialog isOpen onClose={onClose} title="Keep this mapping?">
      <NameForm
        name={file.name}
        submit={(name) => (isTaken(name) ? 'Replace' : 'Keep')}
        error={keep.error}
        isPending={keep.isPending}
        noteOn={(name) => (isTaken(name) ? 'A mapping of this name is kept already; it is replaced.' : null)}
        onName={(name) => {
          keep.mutate(
            { kind: file.kind, name, mapping: file.mapping },
            {
              onSuccess: () => {
                onClose();
                notify(`The mapping “${name}” is kept.`);
              },
            },
          );
        }}
        onClose={onClose}
      >
        <p>
          For: {kindWords[file.kind].title.toLowerCase()}, {counted(file.mapping.columns.length, 'column')},{' '}
          {counted(file.mapping.codes.length, 'code')}.
        </p>
      </NameForm>
    </Dialog>
  );
}
