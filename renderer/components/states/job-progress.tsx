import { Button, Progress } from '@mantine/core';
import { showPercent } from '#shared/planning/figures.ts';
import styles from './states.module.css';

/** Long work under way: how far, at what, and a way to stop it. */
export function JobProgress({
  label,
  step,
  progress,
  onCancel,
}: {
  label: string;
  step: string;
  /** 0 to 1. */
  progress: number;
  onCancel?: () => void;
}) {
  const percent = Math.round(progress * 100);
  return (
    <div className={styles.progress} role="status">
      <div className={styles.progressLine}>
        <span>
          <strong>{label}</strong>
          {step !== '' && <> · {step}</>}
        </span>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      <Progress value={percent} size="sm" aria-label={`${label}: ${showPercent(progress)} done`} />
    </div>
  );
}
