import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { FileKind } from '#shared/contract/mapping.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import { showDate, type IsoDate } from '#shared/domain/dates.ts';
import { choosePair } from '#shared/planning/changes/pair.ts';
import { useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Account } from './account.tsx';
import { ExportAccount } from './export-account.tsx';
import { storedSentence } from './model.ts';
import type { ImportStep } from './use-file-import.ts';
import styles from './import.module.css';

/** Stored, and what to do next. */
export function Done({
  kind,
  step,
  onAnother,
}: {
  kind: FileKind;
  step: Extract<ImportStep, { kind: 'done' }>;
  onAnother: () => void;
}) {
  const snapshots = useQuery('snapshots.list', {});
  const rosters = useQuery('rosters.list', {});
  const needsSnapshot = snapshots.data?.length === 0;
  const needsRoster = rosters.data?.length === 0;
  const { account } = step.stored;
  return (
    <div className={styles.flow}>
      <Banner tone="good">{storedSentence(kind, step.stored)}</Banner>
      <Buttons>
        {needsRoster && <Button onClick={onAnother}>Next: the staff roster</Button>}
        {needsSnapshot && <Button onClick={onAnother}>Next: the caseload</Button>}
        {!needsRoster && !needsSnapshot && <LookAtIt kind={kind} />}
        {kind === 'caseload' && <SinceBefore asAt={account.asAt} held={snapshots.data ?? []} />}
        <Button variant="default" onClick={onAnother}>
          Another file
        </Button>
        <ExportAccount account={account} kind={kind} />
      </Buttons>
      <Account account={account} kind={kind} fields={step.file.inspection.fields} />
    </div>
  );
}

/** Leads to where what was stored is looked at first. */
function LookAtIt({ kind }: { kind: FileKind }) {
  const { toPlace } = useLookedAt();
  const [to, words] =
    kind === 'abstractions'
      ? [toPlace('/abstractions', { snapshot: null, part: 'review' }), 'See what is to be reviewed']
      : [toPlace('/', { snapshot: null }), 'See the overview'];
  return (
    <Button component={Link} to={to}>
      {words}
    </Button>
  );
}

/** Leads from the snapshot just stored to what it changed; nothing where none came before it. */
function SinceBefore({ asAt, held }: { asAt: IsoDate; held: readonly Snapshot[] }) {
  const { toPlace } = useLookedAt();
  const stored = held.find((one) => one.asAt === asAt);
  const before = stored && choosePair(held, { to: stored.id })?.from;
  if (!before) return null;
  const isNewest = stored.id === held[0]?.id;
  return (
    <Button
      component={Link}
      variant="default"
      to={toPlace('/changes', { snapshot: isNewest ? null : stored.id })}
    >
      See what changed since {showDate(before.asAt)}
    </Button>
  );
}
