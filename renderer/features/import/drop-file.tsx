import { Dropzone } from '@mantine/dropzone';
import type { FileKind } from '#shared/contract/mapping.ts';
import { Icon } from '../../components/icon.tsx';
import { kindWords } from './model.ts';
import styles from './import.module.css';

/** A place to drop one file, or to choose it by pointer or Enter. */
export function DropFile({ kind, onFile }: { kind: FileKind; onFile: (file: File) => void }) {
  const words = kindWords[kind];
  return (
    <Dropzone
      onDrop={(files) => {
        const [file] = files;
        if (file) onFile(file);
      }}
      multiple={false}
      aria-label={`${words.title}: drop a CSV or Excel file here, or press Enter to choose one`}
      inputProps={{ 'aria-label': `${words.title} file` }}
    >
      <div className={styles.zone}>
        <Icon name="file" size={28} />
        <h2>{words.title}</h2>
        <p>{words.what}</p>
        <p>{words.need}</p>
        <p>Drop a CSV or Excel file here, or choose one</p>
      </div>
    </Dropzone>
  );
}
