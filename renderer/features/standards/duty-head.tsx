import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { riskLevels } from '#shared/domain/case.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { dutyFacts } from '#shared/planning/standards-words.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { DutyRules } from './duty-rules.tsx';
import { withAllConfirmed } from './model.ts';
import { isOwnDuty } from './own-duties.ts';
import styles from './standards.module.css';

/** What the duty is: whose hours, who owes it, how it resets. */
export function DutyHead({
  duty,
  duties,
  onChange,
  onRemove,
}: {
  duty: DutyStandard;
  /** All of them: a duty that follows others names them. */
  duties: readonly DutyStandard[];
  onChange: (update: (duty: DutyStandard) => DutyStandard) => void;
  onRemove: () => void;
}) {
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <tr className={styles.duty}>
      <th scope="rowgroup" colSpan={riskLevels.length + 3}>
        <div className={styles.dutyHead}>
          <span>
            <strong>{duty.name}</strong>{' '}
            <span className={styles.dim}>{dutyFacts(duty, duties).join('; ')}</span>
          </span>
          <Buttons>
            {isOwnDuty(duty) && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Remove the duty ${duty.name}`}
                onClick={onRemove}
              >
                Remove
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Confirm all values of ${duty.name}`}
              onClick={() => {
                onChange((old) => withAllConfirmed(old, true));
              }}
            >
              Confirm all
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Rules of ${duty.name}`}
              onClick={dialog.open}
            >
              Rules …
            </Button>
          </Buttons>
        </div>
        {isOpen && <DutyRules duty={duty} onClose={dialog.close} onChange={onChange} />}
      </th>
    </tr>
  );
}
