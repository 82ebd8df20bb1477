import type { FileKind } from '#shared/contract/mapping.ts';
import { Page } from '../../view/page.tsx';
import { DropFile } from './drop-file.tsx';
import { FileFlow } from './file-flow.tsx';
import { Held } from './held.tsx';
import { KeptMappings } from './kept-mappings.tsx';
import { useFileImport, type ImportFlow } from './use-file-import.ts';
import styles from './import.module.css';

/** Drop a file, see what it is and what happens to every row, confirm. */
export function ImportPage() {
  const flows: Array<[FileKind, ImportFlow]> = [
    ['caseload', useFileImport('caseload')],
    ['staff', useFileImport('staff')],
    ['abstractions', useFileImport('abstractions')],
  ];
  const underWay = flows.find(([, flow]) => flow.step.kind !== 'choose');
  return (
    <Page
      title="Import"
      about="CSV and Excel files. Nothing is stored before you confirm; names, birth dates and offence text never are."
    >
      {underWay ? (
        <FileFlow kind={underWay[0]} flow={underWay[1]} />
      ) : (
        <>
          <div className={styles.zones}>
            {flows.map(([kind, flow]) => (
              <DropFile key={kind} kind={kind} onFile={(file) => void flow.take(file)} />
            ))}
          </div>
          <Held />
          <KeptMappings />
        </>
      )}
    </Page>
  );
}
