import type { Snapshot } from '#shared/contract/imports.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { Loading } from '../../components/states/loading.tsx';
import { Asked } from '../../view/asked.tsx';
import { FirstUse } from '../../view/first-use.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { ForecastPart } from './forecast-part.tsx';
import { RatioPart } from './ratio-part.tsx';
import { TotalsPart } from './totals-part.tsx';
import { useCounted } from './use-counted.ts';

const TITLE = 'Staffing';

/** How many offender managers are needed, today and in the years ahead. */
export function StaffingPage() {
  const snapshots = useQuery('snapshots.list', {});
  if (!snapshots.data) return <Loading />;
  if (snapshots.data.length === 0) {
    return (
      <Page title={TITLE}>
        <FirstUse needs="snapshot" />
        <TotalsPart />
      </Page>
    );
  }
  return <Staffing held={snapshots.data} />;
}

function Staffing({ held }: { held: Snapshot[] }) {
  const { snapshotChoice } = useLookedAt();
  const counted = useCounted();
  const ratio = useQuery('ratio.get', { ...snapshotChoice, ...counted }, { keepsPrevious: true });
  return (
    <Asked query={ratio} title="The ratio could not be worked out">
      {(data) => (
        <Page
          title={TITLE}
          about={
            data.rosterAsAt === null
              ? `Snapshot as at ${showDate(data.asAt)}`
              : `Snapshot as at ${showDate(data.asAt)}, roster as at ${showDate(data.rosterAsAt)}`
          }
        >
          {data.rosterAsAt === null && <FirstUse needs="roster" />}
          <RatioPart ratio={data} />
          <ForecastPart ratio={data} held={held} />
          <TotalsPart />
        </Page>
      )}
    </Asked>
  );
}
