import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Standards } from '#shared/domain/standards.ts';
import { counted } from '#shared/planning/wording.ts';
import type { ApiError } from '../../api/api-error.ts';
import { useQuery } from '../../api/hooks.ts';
import { UnsavedBar } from '../../components/form/unsaved-bar.tsx';
import { showCount, showHours, showPercent } from '../../view/figures.ts';
import { forceEffect, hasOtherFigures, hasOtherIntervals, type Effect } from './model.ts';
import styles from './standards.module.css';

const PREVIEW_AFTER_MS = 400;

/** What is unsaved and what it would do to the load, before it is saved. */
export function EffectBar({
  saved,
  draft,
  changes,
  faults,
  isSaving,
  error,
  onSave,
  onDiscard,
}: {
  saved: Standards;
  draft: Standards;
  changes: string[];
  /** Fields that hold what cannot be saved. */
  faults: number;
  isSaving: boolean;
  error: ApiError | null;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const [settled] = useDebouncedValue(draft, PREVIEW_AFTER_MS);
  const isNeeded = hasOtherFigures(saved, settled);
  const snapshots = useQuery('snapshots.list', {});
  const hasSnapshot = (snapshots.data?.length ?? 0) > 0;
  const preview = useQuery(
    'standards.preview',
    { standards: settled },
    { enabled: isNeeded && hasSnapshot, keepsPrevious: true },
  );
  const teams = isNeeded && hasSnapshot ? preview.data?.teams : undefined;
  return (
    <UnsavedBar
      faults={faults}
      isSaving={isSaving}
      error={error}
      above={isOpen && teams && <EffectTable teams={teams} />}
      buttons={
        teams && (
          <Button
            variant="default"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {isOpen ? 'Hide teams' : 'By team'}
          </Button>
        )
      }
      onSave={onSave}
      onDiscard={onDiscard}
    >
      {changes.length > 0 && (
        <strong title={changes.join('\n')}>{counted(changes.length, 'change')} not saved. </strong>
      )}
      <EffectLine
        isNeeded={isNeeded}
        hasSnapshot={hasSnapshot}
        teams={teams}
        failure={preview.error?.message ?? null}
      />{' '}
      {hasOtherIntervals(saved, settled) && 'Cases with an interval of their own keep it.'}
    </UnsavedBar>
  );
}

function EffectLine({
  isNeeded,
  hasSnapshot,
  teams,
  failure,
}: {
  isNeeded: boolean;
  hasSnapshot: boolean;
  teams: Effect[] | undefined;
  failure: string | null;
}) {
  if (!isNeeded) return 'The load stays as it is.';
  if (!hasSnapshot) return 'No snapshot is loaded, so the effect cannot be shown.';
  if (failure !== null) return `The effect could not be worked out: ${failure}`;
  if (!teams) return 'Working out the effect …';
  const force = forceEffect(teams);
  return `Load of the next 12 months: ${showCount(force.hoursNow)} → ${showHours(force.hoursThen)}; highest team’s peak ${showPercent(force.peakNow)} → ${showPercent(force.peakThen)}.`;
}

function EffectTable({ teams }: { teams: Effect[] }) {
  return (
    <table className={styles.effect} aria-label="Effect by team">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Hours, next 12 months, now</th>
          <th scope="col">then</th>
          <th scope="col">Peak now</th>
          <th scope="col">then</th>
        </tr>
      </thead>
      <tbody>
        {[...teams, forceEffect(teams)].map((team) => (
          <tr key={team.team}>
            <th scope="row">{team.team}</th>
            <td>{showCount(team.hoursNow)}</td>
            <td>{showCount(team.hoursThen)}</td>
            <td>{showPercent(team.peakNow)}</td>
            <td>{showPercent(team.peakThen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
