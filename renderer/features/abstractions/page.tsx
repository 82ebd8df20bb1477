import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import type { LedgerRow } from '#shared/contract/abstractions.ts';
import { monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { useSidePanel } from '../../components/overlay/use-side-panel.ts';
import { showCount } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { PartTabs } from '../../view/part-tabs.tsx';
import { today } from '../../view/today.ts';
import { WithSnapshots } from '../../view/with-snapshots.tsx';
import { CalendarPart } from './calendar-part.tsx';
import { CapacityPart } from './capacity-part.tsx';
import { DayPanel } from './day-panel.tsx';
import { EffectPart } from './effect-part.tsx';
import { LedgerPart } from './ledger-part.tsx';
import { lookedUpTo } from './regular-model.ts';
import { ReasonsPart } from './reasons-part.tsx';
import { RegularPart } from './regular-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { openingMonth, showDay } from './model.ts';
import { RecordDetails } from './record-details.tsx';
import { RecordDialog, type Seed } from './record-dialog.tsx';
import { usePeople } from './use-people.ts';
import styles from './abstractions.module.css';

const TITLE = 'Abstractions';

/** Hours lost to leave, sickness, training, court and other policing: recorded, reviewed, and what they come to. */
export function AbstractionsPage() {
  const { snapshot } = useLookedAt();
  return (
    <WithSnapshots title={TITLE}>
      {(held) => <Held asAt={(held.find(({ id }) => id === snapshot) ?? held[0]).asAt} />}
    </WithSnapshots>
  );
}

type OfDay = { collar: string; day: IsoDate };
type Opened = { row: LedgerRow } | OfDay;

function Held({ asAt }: { asAt: IsoDate }) {
  const { search, team } = useLookedAt();
  const month = openingMonth(search.get('month'), asAt, today());
  const { people, firstWorked } = usePeople(team, month);
  const [seed, setSeed] = useState<Seed | null>(null);
  const [reviewed, setReviewed] = useState<readonly number[]>([]);
  const panel = useSidePanel<Opened>();
  const recordAnew = () => {
    const now = today();
    setSeed({ collar: '', day: monthOf(now) === month ? now : firstWorked });
  };
  useHotkeys([['alt+N', recordAnew, { usePhysicalKeys: true }]], []);
  return (
    <Page
      title={TITLE}
      about={team ?? 'All teams'}
      actions={
        <Button onClick={recordAnew} aria-keyshortcuts="Alt+N">
          Record an absence <kbd className={styles.shortcut}>Alt N</kbd>
        </Button>
      }
    >
      <Parts
        asAt={asAt}
        month={month}
        people={people}
        review={{ last: reviewed, onReviewed: setReviewed }}
        onOpen={panel.open}
        onRecord={setSeed}
      />
      <RecordDialog
        seed={seed}
        people={people}
        onClose={() => {
          setSeed(null);
        }}
      />
      <OpenedPanel
        panel={panel}
        people={people}
        onReviewed={setReviewed}
        onRecord={(day) => {
          panel.close();
          setSeed(day);
        }}
      />
    </Page>
  );
}

function Parts({
  asAt,
  month,
  people,
  review,
  onOpen,
  onRecord,
}: {
  asAt: IsoDate;
  month: Month;
  people: readonly string[];
  /** What was reviewed last, to be taken back. */
  review: { last: readonly number[]; onReviewed: (ids: readonly number[]) => void };
  onOpen: (opened: Opened) => void;
  onRecord: (of: OfDay) => void;
}) {
  const openRow = (row: LedgerRow) => {
    onOpen({ row });
  };
  return (
    <PartTabs
      label="Parts of the abstractions"
      parts={[
        {
          key: 'calendar',
          name: 'Calendar',
          body: (
            <CalendarPart
              month={month}
              onOpen={(collar, day, cell) => {
                if (cell) onOpen({ collar, day });
                else onRecord({ collar, day });
              }}
            />
          ),
        },
        { key: 'ledger', name: 'Ledger', body: <LedgerPart people={people} onOpen={openRow} /> },
        {
          key: 'review',
          name: (
            <>
              To review
              <Waiting />
            </>
          ),
          body: <ReviewPart onOpen={openRow} {...review} />,
        },
        { key: 'regular', name: 'Regular', body: <RegularPart asAt={lookedUpTo(asAt, today())} /> },
        { key: 'capacity', name: 'Capacity', body: <CapacityPart /> },
        { key: 'effect', name: 'Effect', body: <EffectPart /> },
        { key: 'reasons', name: 'Reasons', body: <ReasonsPart /> },
      ]}
    />
  );
}

/** A record, or what is held of a person on a day. */
function OpenedPanel({
  panel: { isOpen, shown, close },
  people,
  onReviewed,
  onRecord,
}: Pick<ReturnType<typeof usePeople>, 'people'> & {
  panel: ReturnType<typeof useSidePanel<Opened>>;
  onReviewed: (ids: readonly number[]) => void;
  onRecord: (of: OfDay) => void;
}) {
  const title =
    shown === null ? '' : 'row' in shown ? shown.row.collar : `${shown.collar}, ${showDay(shown.day)}`;
  return (
    <SidePanel isOpen={isOpen} isWide holdsForms title={title} onClose={close}>
      {shown &&
        ('row' in shown ? (
          <RecordDetails row={shown.row} people={people} onDone={close} onReviewed={onReviewed} />
        ) : (
          <DayPanel
            {...shown}
            people={people}
            onDone={close}
            onReviewed={onReviewed}
            onRecord={() => {
              onRecord(shown);
            }}
          />
        ))}
    </SidePanel>
  );
}

/** How many wait for a review. */
function Waiting() {
  const { team } = useLookedAt();
  const queue = useQuery('abstractions.queue', { ...(team === undefined ? {} : { team }), limit: 1 });
  if (!queue.data || queue.data.total === 0) return null;
  return <> ({showCount(queue.data.total)})</>;
}
