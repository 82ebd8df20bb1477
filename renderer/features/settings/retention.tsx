import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeptSnapshot, Retention } from '#shared/contract/retention.ts';
import { isIsoDate, isoDate, showDate, type IsoDate } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { useCommand, useJobCommand, useQuery } from '../../api/hooks.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { notify } from '../../components/notify.ts';
import { Dialog } from '../../components/overlay/dialog.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { Section } from '../../view/page.tsx';
import { countsSentence, purgeConsequences, snapshotState } from './retention-model.ts';
import styles from './settings.module.css';

/** Until when each snapshot may be kept, when to look at it again, and purging. */
export function RetentionSetting() {
  const query = useQuery('retention.get', {});
  return (
    <Section title="How long data are kept" about="A purged snapshot keeps counts by team and risk only">
      <Asked query={query}>{(data) => <Kept retention={data} />}</Asked>
    </Section>
  );
}

function Kept({ retention: { reviewBy, isReviewDue, snapshots } }: { retention: Retention }) {
  const set = useCommand('retention.set');
  const [going, setGoing] = useState<KeptSnapshot[]>([]);
  const expired = snapshots.filter(({ isExpired }) => isExpired);
  return (
    <div className={styles.form}>
      {isReviewDue && reviewBy !== null && (
        <Banner tone="warn">What is kept was to be reviewed by {showDate(reviewBy)}.</Banner>
      )}
      <DayField
        label="Review what is kept by"
        day={reviewBy}
        onChange={(day) => {
          set.mutate({ reviewBy: day });
        }}
      />
      {set.error && <Banner tone="bad">{set.error.message}</Banner>}
      {snapshots.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.list}>
            <thead>
              <tr>
                <th scope="col">Snapshot</th>
                <th scope="col">Cases</th>
                <th scope="col">Keep until</th>
                <th scope="col">State</th>
                <th scope="col">
                  <span className="visually-hidden">Action</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {snapshots.map((snapshot) => (
                <SnapshotRow
                  key={snapshot.id}
                  snapshot={snapshot}
                  onKeep={(keepUntil) => {
                    set.mutate({ expiries: [{ snapshotId: snapshot.id, keepUntil }] });
                  }}
                  onPurge={() => {
                    setGoing([snapshot]);
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {expired.length > 0 && (
        <Button
          variant="default"
          onClick={() => {
            setGoing(expired);
          }}
        >
          Purge {counted(expired.length, 'expired snapshot')} …
        </Button>
      )}
      <PurgeDialog
        snapshots={going}
        onClose={() => {
          setGoing([]);
        }}
      />
    </div>
  );
}

function SnapshotRow({
  snapshot,
  onKeep,
  onPurge,
}: {
  snapshot: KeptSnapshot;
  onKeep: (day: IsoDate | null) => void;
  onPurge: () => void;
}) {
  const day = showDate(snapshot.asAt);
  const isHeld = snapshot.purgedAt === null;
  return (
    <tr>
      <th scope="row">{day}</th>
      <td>{snapshot.cases}</td>
      <td>
        {isHeld && (
          <DayField
            label={`Keep the snapshot as at ${day} until`}
            isBare
            day={snapshot.keepUntil}
            onChange={onKeep}
          />
        )}
      </td>
      <td title={countsSentence(snapshot) ?? ''}>{snapshotState(snapshot)}</td>
      <td>
        {isHeld && (
          <Button
            variant="default"
            size="compact-xs"
            onClick={onPurge}
            aria-label={`Purge the snapshot as at ${day}`}
          >
            Purge …
          </Button>
        )}
      </td>
    </tr>
  );
}

/** A day is taken when it is whole, and taken away when it is emptied. */
function DayField({
  label,
  day,
  onChange,
  isBare = false,
}: {
  label: string;
  day: string | null;
  onChange: (day: IsoDate | null) => void;
  isBare?: boolean;
}) {
  return (
    <TextInput
      type="date"
      size={isBare ? 'xs' : 'sm'}
      className={styles.day}
      {...(isBare ? { 'aria-label': label } : { label })}
      defaultValue={day ?? ''}
      onBlur={(event) => {
        const text = event.currentTarget.value;
        if (text === (day ?? '')) return;
        if (text === '') onChange(null);
        else if (isIsoDate(text)) onChange(isoDate(text));
      }}
    />
  );
}

function PurgeDialog({ snapshots, onClose }: { snapshots: readonly KeptSnapshot[]; onClose: () => void }) {
  const purge = useJobCommand('retention.purge', ({ stillIn }) => {
    const left =
      stillIn.length === 0
        ? ''
        : ` ${counted(stillIn.length, 'backup')} made before may still hold them: see the list of backups.`;
    notify(`Purged, counts only.${left}`);
    onClose();
  });
  return (
    <Dialog isOpen={snapshots.length > 0} onClose={onClose} title="Purge cases for good?">
      <p>{purgeConsequences(snapshots)}</p>
      {purge.error && <Banner tone="bad">{purge.error.message}</Banner>}
      <EndButtons cancel="Keep them" onCancel={onClose}>
        <Button
          color="red"
          loading={purge.isPending}
          onClick={() => {
            purge.mutate({ snapshotIds: snapshots.map(({ id }) => id) });
          }}
        >
          Purge
        </Button>
      </EndButtons>
    </Dialog>
  );
}
