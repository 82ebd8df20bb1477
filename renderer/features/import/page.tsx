import { Page } from '../../view/page.tsx';
import { DropFile } from './drop-file.tsx';
import { FileFlow } from './file-flow.tsx';
import { Held } from './held.tsx';
import { useFileImport } from './use-file-import.ts';
import styles from './import.module.css';

/** Drop a file, see what it is and what happens to every row, confirm. */
export function ImportPage() {
  const caseload = useFileImport('caseload');
  const staff = useFileImport('staff');
  const isChoosing = caseload.step.kind === 'choose' && staff.step.kind === 'choose';
  return (
    <Page
      title="Import"
      about="CSV files. Nothing is stored before you confirm; names, birth dates and offence text never are."
    >
      {isChoosing && (
        <div className={styles.zones}>
          <DropFile kind="caseload" onFile={(file) => void caseload.take(file)} />
          <DropFile kind="staff" onFile={(file) => void staff.take(file)} />
        </div>
      )}
      {caseload.step.kind !== 'choose' && <FileFlow kind="caseload" flow={caseload} />}
      {staff.step.kind !== 'choose' && <FileFlow kind="staff" flow={staff} />}
      {isChoosing && <Held />}
    </Page>
  );
}
