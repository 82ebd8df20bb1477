import { Button, NativeSelect } from '@mantine/core';
import { Link } from 'react-router';
import type { Snapshot } from '#shared/contract/imports.ts';
import { showDate } from '#shared/domain/dates.ts';
import { choosePair, type Pair } from '#shared/planning/changes/pair.ts';
import { counted } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import { Loading } from '../../components/states/loading.tsx';
import { Banner, EmptyPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { FirstUse } from '../../view/first-use.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { Difference } from './difference.tsx';
import { farApart } from './model.ts';

const TITLE = 'What changed';

/** What changed between two snapshots, and the cases behind every figure. */
export function ChangesPage() {
  const { snapshot, search } = useLookedAt();
  const snapshots = useQuery('snapshots.list', {});
  return (
    <Asked query={snapshots} title="The snapshots could not be listed">
      {(held) => {
        const chosen = choosePair(held, { from: Number(search.get('from') ?? NaN), to: snapshot });
        if (!chosen) {
          return (
            <Page title={TITLE}>
              <FirstUse needs="snapshot" />
            </Page>
          );
        }
        const { to, from, earlier } = chosen;
        if (!from) return <NothingBefore held={held} to={to} />;
        return <Between held={held} earlier={earlier} pair={{ from, to }} />;
      }}
    </Asked>
  );
}

function Between({
  held,
  earlier,
  pair,
}: {
  held: readonly Snapshot[];
  earlier: readonly Snapshot[];
  pair: Pair<Snapshot>;
}) {
  const { team } = useLookedAt();
  const input = { from: pair.from.id, to: pair.to.id, ...(team === undefined ? {} : { team }) };
  const difference = useQuery('changes.get', input, { keepsPrevious: true });
  const far = farApart(pair);
  return (
    <Page
      title={TITLE}
      about={`${team ?? 'All teams'}, ${showDate(pair.from.asAt)} to ${showDate(pair.to.asAt)}`}
      actions={<PairChoice held={held} earlier={earlier} pair={pair} />}
    >
      {far !== null && <Banner>{far}</Banner>}
      {difference.isLoading ? (
        <Loading />
      ) : (
        <Asked query={difference} title="The changes could not be worked out">
          {(data) => <Difference difference={data} />}
        </Asked>
      )}
    </Page>
  );
}

/** The later snapshot is the one looked at on every page, so that the two choices never disagree. */
function PairChoice({
  held,
  earlier,
  pair,
}: {
  held: readonly Snapshot[];
  earlier: readonly Snapshot[];
  pair: Pair<Snapshot>;
}) {
  const { change } = useLookedAt();
  const newest = held[0]?.id;
  const options = (list: readonly Snapshot[]) =>
    list.map(({ id, asAt }) => ({ value: String(id), label: showDate(asAt) }));
  return (
    <>
      <NativeSelect
        size="xs"
        label="From"
        value={String(pair.from.id)}
        data={options(earlier)}
        onChange={(event) => {
          change({ from: event.currentTarget.value });
        }}
      />
      <NativeSelect
        size="xs"
        label="To"
        value={String(pair.to.id)}
        data={options(held.slice(0, -1))}
        onChange={(event) => {
          const id = Number(event.currentTarget.value);
          change({ snapshot: id === newest ? null : id });
        }}
      />
    </>
  );
}

/** One snapshot only, or the oldest chosen: there is nothing to set beside it. */
function NothingBefore({ held, to }: { held: readonly Snapshot[]; to: Snapshot }) {
  const { change, toPlace } = useLookedAt();
  const isOnly = held.length === 1;
  return (
    <Page title={TITLE}>
      <EmptyPanel
        title={`There is no snapshot before ${showDate(to.asAt)}`}
        actions={
          isOnly ? (
            <Button component={Link} to={toPlace('/import')}>
              Import another caseload
            </Button>
          ) : (
            <Button
              onClick={() => {
                change({ snapshot: null, from: null });
              }}
            >
              Compare the two newest
            </Button>
          )
        }
      >
        <p>
          {isOnly
            ? `What changed shows once two snapshots are loaded. This workspace holds one, of ${counted(to.cases, 'case')}: load last month’s extract, or wait for the next.`
            : 'It is the oldest held. Choose a later one above.'}
        </p>
      </EmptyPanel>
    </Page>
  );
}
