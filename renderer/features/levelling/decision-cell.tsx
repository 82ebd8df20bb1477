import { NativeSelect } from '@mantine/core';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { Move } from '#shared/domain/plan.ts';
import { showMonthYear } from '../../view/figures.ts';
import { Decision } from './steering-model.ts';
import styles from './steering.module.css';

/** The reader's word on one move: as proposed, kept as it is, refused, or done in another month. */
export function DecisionCell({
  move,
  decision,
  months,
  onDecide,
}: {
  move: Move;
  decision: Decision;
  /** The months that the standards allow. */
  months: readonly Month[];
  onDecide: (decision: Decision) => void;
}) {
  const others = months.filter((month) => month !== move.to && month !== move.due);
  return (
    <NativeSelect
      size="xs"
      className={styles.decision ?? ''}
      aria-label={`Your word on ${move.id}, due in ${showMonth(move.due)}`}
      data-decided={decision !== 'proposed'}
      value={decision}
      onChange={(event) => {
        onDecide(Decision.parse(event.currentTarget.value));
      }}
      data={[
        { value: 'proposed', label: 'As proposed' },
        { value: move.to, label: 'Pin' },
        { value: 'refused', label: move.dueIndex < 0 ? 'Refuse' : `Leave in ${showMonthYear(move.due)}` },
        ...others.map((month) => ({ value: month, label: `Do in ${showMonthYear(month)}` })),
      ]}
    />
  );
}
