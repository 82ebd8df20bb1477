import { Button } from '@mantine/core';
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { FileKind } from '#shared/contract/mapping.ts';
import { exportFile } from '#shared/domain/export.ts';
import { notify } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';
import { accountCsv, accountFileName } from './account-csv.ts';

/** The account as a file, for whoever has to put the register right. */
export function ExportAccount({ account, kind }: { account: ImportAccount; kind: FileKind }) {
  return (
    <Button
      variant="default"
      onClick={() => {
        const name = accountFileName(account, kind);
        saveFile(exportFile({ name, content: accountCsv(account) }));
        notify(`${name} is in your downloads folder, or where you have chosen.`);
      }}
    >
      Export account
    </Button>
  );
}
