import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ImportAccount } from '#shared/contract/imports.ts';
import { showDate } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { Banner } from '../../components/states/panels.tsx';
import { counted } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Account } from './account.tsx';
import { kindWords, type FileKind } from './model.ts';
import styles from './import.module.css';

/** Stored, and what to do next. */
export function Done({
  kind,
  account,
  alreadyLoaded,
  onAnother,
}: {
  kind: FileKind;
  account: ImportAccount;
  alreadyLoaded: boolean;
  onAnother: () => void;
}) {
  const { toPlace } = useLookedAt();
  const snapshots = useQuery('snapshots.list', {});
  const rosters = useQuery('rosters.list', {});
  const needsSnapshot = snapshots.data?.length === 0;
  const needsRoster = rosters.data?.length === 0;
  const people =
    kind === 'caseload' ? counted(account.accepted, 'case') : counted(account.accepted, 'person', 'people');
  return (
    <div className={styles.flow}>
      <Banner tone="good">
        {alreadyLoaded
          ? `${account.fileName} was loaded before. Nothing has changed.`
          : `${kindWords[kind].title} as at ${showDate(account.asAt)} is stored: ${people}.`}
      </Banner>
      <div className={styles.buttons}>
        {needsRoster && <Button onClick={onAnother}>Next: the staff roster</Button>}
        {needsSnapshot && <Button onClick={onAnother}>Next: the caseload</Button>}
        {!needsRoster && !needsSnapshot && (
          <Button component={Link} to={toPlace('/', { snapshot: null })}>
            See the overview
          </Button>
        )}
        <Button variant="default" onClick={onAnother}>
          Another file
        </Button>
      </div>
      <Account account={account} kind={kind} />
    </div>
  );
}
