import { Button } from '@mantine/core';
import type { ApiError } from '../../api/api-error.ts';
import { Banner } from '../../components/states/panels.tsx';
import styles from './scenarios.module.css';

/** The effect in one line, always in sight, and what keeps the scenario. */
export function SaveBar({
  effect,
  isDirty,
  isNew,
  isSaving,
  canSave,
  error,
  onSave,
  onDiscard,
}: {
  effect: string;
  isDirty: boolean;
  isNew: boolean;
  isSaving: boolean;
  canSave: boolean;
  error: ApiError | null;
  onSave: () => void;
  onDiscard: () => void;
}) {
  return (
    <section className={styles.bar} aria-label="Effect and saving" data-dirty={isDirty} data-print="hide">
      <div>
        {error && <Banner tone="bad">{error.message}</Banner>}
        <p aria-live="polite">
          {isDirty && <strong>Not saved. </strong>}
          {effect}
        </p>
      </div>
      <div className={styles.buttons}>
        {isDirty && !isNew && (
          <Button variant="default" onClick={onDiscard}>
            Discard
          </Button>
        )}
        <Button onClick={onSave} loading={isSaving} disabled={!isDirty || !canSave}>
          Save
        </Button>
      </div>
    </section>
  );
}
