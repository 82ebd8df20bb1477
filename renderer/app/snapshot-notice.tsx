import { Link } from 'react-router';
import { useQuery } from '../api/hooks.ts';
import { Banner } from '../components/states/panels.tsx';
import { useLookedAt, withChanges } from '../view/looked-at.ts';
import { today } from '../view/today.ts';
import styles from './frame.module.css';
import { snapshotNotice } from './snapshot-age.ts';

/** Says so when what is shown is old, or not the newest. */
export function SnapshotNotice() {
  const { snapshot, search, toPlace } = useLookedAt();
  const snapshots = useQuery('snapshots.list', {});
  const newest = snapshots.data?.[0];
  const looked = snapshots.data?.find((held) => held.id === snapshot) ?? newest;
  if (!newest || !looked) return null;
  const notice = snapshotNotice(looked, newest, today());
  if (notice === null) return null;
  return (
    <div className={styles.notice}>
      <Banner tone="warn">
        {notice.text}{' '}
        {notice.hasNewer ? (
          <Link to={{ search: withChanges(search, { snapshot: null }).toString() }}>Show the newest</Link>
        ) : (
          <Link to={toPlace('/import')}>Import</Link>
        )}
      </Banner>
    </div>
  );
}
