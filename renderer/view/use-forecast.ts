import { useEffect } from 'react';
import { useJob } from '../api/jobs.ts';

export const FORECAST_YEARS = 5;

/**
 * The forecast of the number of RSOs, worked out when it is first wanted and kept while the workspace is open, for all
 * pages that ask for it.
 *
 * @param snapshotId null until it is known
 * @param held rates rest on the snapshots before, too: with one loaded or rolled back the forecast is another
 */
export function useForecast(
  snapshotId: number | null,
  held: ReadonlyArray<{ id: number }>,
  isWanted: boolean,
) {
  const { start, state, ...job } = useJob(
    'forecast.cases',
    JSON.stringify([snapshotId, held.map(({ id }) => id)]),
  );
  useEffect(() => {
    if (isWanted && snapshotId !== null && state === 'idle')
      void start({ snapshotId, years: FORECAST_YEARS });
  }, [isWanted, snapshotId, start, state]);
  const again = () => {
    if (snapshotId !== null) void start({ snapshotId, years: FORECAST_YEARS });
  };
  return { ...job, state, again };
}
