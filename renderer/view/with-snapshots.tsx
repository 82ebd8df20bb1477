import type { ReactNode } from 'react';
import type { Demand } from '#shared/contract/demand.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import { useQuery } from '../api/hooks.ts';
import { Asked } from './asked.tsx';
import { FirstUse } from './first-use.tsx';
import { useLookedAt } from './looked-at.ts';
import { Page } from './page.tsx';

/** A page that looks at snapshots; until one is loaded it says how. */
export function WithSnapshots({
  title,
  children,
}: {
  title: string;
  /** The newest first; at least one. */
  children: (held: readonly [Snapshot, ...Snapshot[]]) => ReactNode;
}) {
  const snapshots = useQuery('snapshots.list', {});
  return (
    <Asked query={snapshots} title="The snapshots could not be listed">
      {([newest, ...earlier]) =>
        newest ? (
          children([newest, ...earlier])
        ) : (
          <Page title={title}>
            <FirstUse needs="snapshot" />
          </Page>
        )
      }
    </Asked>
  );
}

/** A page that looks at the demand of every team: one question for them all, so that changing page or team asks nothing new. */
export const WithDemand = ({
  title,
  children,
}: {
  title: string;
  children: (demand: Demand) => ReactNode;
}) => <WithSnapshots title={title}>{() => <DemandAsked>{children}</DemandAsked>}</WithSnapshots>;

function DemandAsked({ children }: { children: (demand: Demand) => ReactNode }) {
  const { months, snapshotChoice } = useLookedAt();
  const demand = useQuery(
    'demand.get',
    { ...snapshotChoice, ...(months === undefined ? {} : { months }) },
    { keepsPrevious: true },
  );
  return (
    <Asked query={demand} title="The demand could not be worked out">
      {children}
    </Asked>
  );
}
