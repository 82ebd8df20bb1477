import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KeptMapping } from '#shared/contract/mapping.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { exportFile } from '#shared/domain/export.ts';
import { useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';
import { Asked } from '../../view/asked.tsx';
import { Section } from '../../view/page.tsx';
import { RemoveDialog, RenameDialog } from './kept-dialogs.tsx';
import { LoadMapping } from './load-mapping.tsx';
import { mappingFileName, mappingFileText } from './mapping-file.ts';
import { kindWords } from './model.ts';
import styles from './import.module.css';

/** Mappings kept under a name: files with the same headings are read by them without asking. */
export function KeptMappings() {
  const kept = useQuery('mappings.list', {});
  return (
    <Section
      title="Mappings kept"
      about="A file with the same headings is read without asking. To change one, import a file, change how its columns are read and keep it under the same name."
      actions={<LoadMapping kept={kept.data ?? []} />}
    >
      <Asked query={kept}>{(data) => <KeptTable kept={data} />}</Asked>
    </Section>
  );
}

type Asking = { what: 'rename' | 'remove'; mapping: KeptMapping } | null;

function KeptTable({ kept }: { kept: KeptMapping[] }) {
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => {
    setAsking(null);
  };
  if (kept.length === 0) return <p className={styles.dim}>None yet.</p>;
  return (
    <>
      <table className={styles.table} aria-label="Mappings kept">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">For</th>
            <th scope="col">Kept on</th>
            <th scope="col" className={styles.number}>
              Columns read
            </th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {kept.map((mapping) => (
            <tr key={mapping.id}>
              <th scope="row" className={styles.wrap}>
                {mapping.name}
              </th>
              <td>{kindWords[mapping.kind].title}</td>
              <td className={styles.nowrap}>{showDate(isoDate(mapping.keptAt.slice(0, 10)))}</td>
              <td className={styles.number}>{columnsRead(mapping)}</td>
              <td>
                <Actions mapping={mapping} onAsk={setAsking} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking?.what === 'rename' && <RenameDialog mapping={asking.mapping} onClose={close} />}
      {asking?.what === 'remove' && <RemoveDialog mapping={asking.mapping} onClose={close} />}
    </>
  );
}

const columnsRead = ({ mapping }: KeptMapping): string =>
  `${String(mapping.columns.filter(({ field }) => field !== null).length)} of ${String(mapping.columns.length)}`;

function Actions({ mapping, onAsk }: { mapping: KeptMapping; onAsk: (asking: Asking) => void }) {
  const { name } = mapping;
  return (
    <Buttons>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Rename ${name}`}
        onClick={() => {
          onAsk({ what: 'rename', mapping });
        }}
      >
        Rename …
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Export ${name}`}
        onClick={() => {
          const fileName = mappingFileName(name);
          saveFile(exportFile({ name: fileName, content: mappingFileText(mapping) }));
          notify(`${fileName} is in your downloads folder, or where you have chosen.`);
        }}
      >
        Export
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Remove ${name}`}
        onClick={() => {
          onAsk({ what: 'remove', mapping });
        }}
      >
        Remove …
      </Button>
    </Buttons>
  );
}
