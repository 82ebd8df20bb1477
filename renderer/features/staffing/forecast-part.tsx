import { Button } from '@mantine/core';
import type { Ratio } from '#shared/contract/demand.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import { Risk } from '#shared/domain/case.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { EmptyPanel, ErrorPanel } from '../../components/states/panels.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { FORECAST_YEARS, useForecast } from '../../view/use-forecast.ts';
import { ForecastChart } from './forecast-chart.tsx';
import { ForecastNotes } from './forecast-notes.tsx';
import { subjectOf } from './model.ts';
import { NeedPanel } from './need-panel.tsx';
import { SpreadTable } from './spread-table.tsx';
import styles from './staffing.module.css';

const LABEL = 'Forecast of the number of RSOs';

/** The years ahead, worked out when the page is first opened; kept while it is open. */
export function ForecastPart({ ratio, held }: { ratio: Ratio; held: Snapshot[] }) {
  const { cancel, again, state, error, result, step, progress } = useForecast(ratio.snapshotId, held, true);
  if (state === 'failed' && error) {
    return (
      <ErrorPanel
        title="The forecast could not be worked out"
        message={error.message}
        reference={error.reference}
        onRetry={again}
      />
    );
  }
  if (state === 'cancelled') {
    return (
      <EmptyPanel
        title="The forecast was cancelled"
        actions={<Button onClick={again}>Run the forecast</Button>}
      >
        <p>Five years, from the snapshots held. It takes seconds.</p>
      </EmptyPanel>
    );
  }
  if (!result) {
    return (
      <JobProgress
        label={LABEL}
        step={step}
        progress={progress}
        {...(state === 'running' ? { onCancel: () => void cancel() } : {})}
      />
    );
  }
  return <Forecast forecast={result} ratio={ratio} held={held} />;
}

function Forecast({ forecast, ratio, held }: { forecast: CasesForecast; ratio: Ratio; held: Snapshot[] }) {
  const { team, search } = useLookedAt();
  const risk = team === undefined ? (Risk.safeParse(search.get('risk')).data ?? null) : null;
  const subject = subjectOf(forecast, ratio, { team, risk });
  const whole = subjectOf(forecast, ratio, { team, risk: null });
  if (!subject || !whole) {
    return (
      <EmptyPanel title={`${team ?? 'The force'} holds no case in this snapshot`}>
        <p>Choose another team, or another snapshot, above.</p>
      </EmptyPanel>
    );
  }
  return (
    <Section title="The years ahead" about={`${LABEL}, month by month, over ${String(FORECAST_YEARS)} years`}>
      <div className={styles.beside}>
        <ForecastChart
          key={`${team ?? ''} ${risk ?? ''}`}
          forecast={forecast}
          subject={subject}
          held={team === undefined && risk === null ? held : []}
          risk={risk}
        />
        <NeedPanel forecast={forecast} subject={whole} />
      </div>
      <SpreadTable forecast={forecast} />
      <ForecastNotes forecast={forecast} />
    </Section>
  );
}
