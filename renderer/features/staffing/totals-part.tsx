import { Dropzone } from '@mantine/dropzone';
import { useMutation } from '@tanstack/react-query';
import type { TotalsForecast } from '#shared/domain/forecast.ts';
import type { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { Icon } from '../../components/icon.tsx';
import { ErrorPanel } from '../../components/states/panels.tsx';
import { Section } from '../../view/page.tsx';
import styles from './staffing.module.css';
import { TotalsResult } from './totals-result.tsx';

const WHAT = 'A CSV file with the columns year and count: RSOs at 31 March, say';

/** A forecast where only yearly counts are at hand. Nothing of the file is kept. */
export function TotalsPart() {
  const forecast = useMutation<TotalsForecast, ApiError, File>({
    mutationFn: async (file) => call('forecast.totals', { csv: await file.text(), years: 5 }),
  });
  return (
    <Section
      title="From yearly totals"
      about="Where only a count a year is known: of this force before its snapshots, or of another area"
    >
      <Dropzone
        multiple={false}
        loading={forecast.isPending}
        onDrop={(files) => {
          const [file] = files;
          if (file) forecast.mutate(file);
        }}
        aria-label="Yearly totals: drop a CSV file here, or press Enter to choose one"
        inputProps={{ 'aria-label': 'Yearly totals file' }}
        data-print="hide"
      >
        <div className={styles.zone}>
          <Icon name="file" size={20} />
          <span>Drop a file here, or choose one</span>
          <span className={styles.small}>{WHAT}. Nothing of it is kept.</span>
        </div>
      </Dropzone>
      {forecast.error && (
        <ErrorPanel
          title="The file could not be read"
          message={forecast.error.message}
          reference={forecast.error.reference}
        />
      )}
      {forecast.data && <TotalsResult forecast={forecast.data} fileName={forecast.variables.name} />}
    </Section>
  );
}
