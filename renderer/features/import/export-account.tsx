import { Button } from '@mantine/core';
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { FileKind } from '#shared/contract/mapping.ts';
import { exportFile } from '#shared/domain/export.ts';
import { useCommand } from '../../api/hooks.ts';
import { notify } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';
import { accountCsv, accountFileName } from './account-csv.ts';

/** The account as a file, for whoever has to put the register right. Logged first: what is not is not given out. */
export function ExportAccount({ account, kind }: { account: ImportAccount; kind: FileKind }) {
  const note = useCommand('audit.noteFile');
  const save = () => {
    const fileName = accountFileName(account, kind);
    note.mutate(
      { fileName },
      {
        onSuccess: () => {
          saveFile(exportFile({ name: fileName, content: accountCsv(account) }));
          notify(`${fileName} is in your downloads folder, or where you have chosen.`);
        },
        onError: (error) => {
          notify(`The file was not made. ${error.message}`);
        },
      },
    );
  };
  return (
    <Button variant="default" loading={note.isPending} onClick={save}>
      Export account
    </Button>
  );
}
