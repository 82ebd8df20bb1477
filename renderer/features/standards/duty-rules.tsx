import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { caseStatuses, leadAgencies, managementModes } from '#shared/domain/case.ts';
import type { DutyStandard, Reset } from '#shared/domain/standards.ts';
import { ResetRule } from '#shared/domain/standards.ts';
import { resetWords } from '#shared/planning/standards-words.ts';
import { EndButtons } from '../../components/form/buttons.tsx';
import { Faults, useFaults } from '../../components/form/faults.ts';
import { NumberField } from '../../components/form/number-field.tsx';
import { Choices, Ticks } from '../../components/form/choices.tsx';
import { Dialog } from '../../components/overlay/dialog.tsx';
import styles from './standards.module.css';

/** Which cases owe the duty, and how doing it early sets its next date. */
export function DutyRules({
  duty,
  onClose,
  onChange,
}: {
  duty: DutyStandard;
  onClose: () => void;
  onChange: (update: (duty: DutyStandard) => DutyStandard) => void;
}) {
  const [owedBy, setOwedBy] = useState(duty.owedBy);
  const [reset, setReset] = useState(duty.reset);
  const faults = useFaults();
  return (
    <Dialog isOpen onClose={onClose} title={`Rules of ${duty.name}`} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange((old) => ({ ...old, owedBy, reset }));
          onClose();
        }}
      >
        <p className={styles.dim}>
          A case owes the duty when it has one of the ticked values; a case whose value is missing is taken to
          owe it.
        </p>
        <OneOf
          legend="Management"
          all={managementModes}
          chosen={owedBy.modes}
          onChange={(modes) => {
            setOwedBy({ ...owedBy, modes });
          }}
        />
        <OneOf
          legend="Status"
          all={caseStatuses}
          chosen={owedBy.statuses}
          onChange={(statuses) => {
            setOwedBy({ ...owedBy, statuses });
          }}
        />
        <OneOf
          legend="Lead agency"
          all={leadAgencies}
          chosen={owedBy.leadAgencies}
          onChange={(agencies) => {
            setOwedBy({ ...owedBy, leadAgencies: agencies });
          }}
        />
        {duty.movable && (
          <Faults value={faults.tell}>
            <ResetChoice reset={reset} onChange={setReset} />
          </Faults>
        )}
        <EndButtons onCancel={onClose}>
          <Button type="submit" disabled={faults.count > 0}>
            Use
          </Button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

/** Null, "any", is shown as all ticked. */
function OneOf<T extends string>({
  legend,
  all,
  chosen,
  onChange,
}: {
  legend: string;
  all: readonly T[];
  chosen: readonly T[] | null;
  onChange: (chosen: T[] | null) => void;
}) {
  const ticked = chosen ?? all;
  return (
    <Ticks legend={legend}>
      {all.map((one) => (
        <Checkbox
          key={one}
          label={one}
          checked={ticked.includes(one)}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            const next = all.filter((other) => (other === one ? isOn : ticked.includes(other)));
            onChange(next.length === all.length ? null : next);
          }}
        />
      ))}
    </Ticks>
  );
}

function ResetChoice({ reset, onChange }: { reset: Reset; onChange: (reset: Reset) => void }) {
  return (
    <>
      <NativeSelect
        size="xs"
        label="Reset rule"
        description={`When work is done early: ${resetWords(reset)}`}
        value={reset.rule}
        data={[
          { value: 'full', label: 'Full: counted from the day it is done' },
          { value: 'anniversary', label: 'Anniversary: counted from the day it was due' },
          { value: 'tolerance', label: 'Tolerance: a little early moves nothing' },
        ]}
        onChange={(event) => {
          onChange({ ...reset, rule: ResetRule.parse(event.currentTarget.value) });
        }}
      />
      {reset.rule === 'tolerance' && (
        <Choices>
          <NumberField
            label="Tolerance, months"
            min={0}
            max={12}
            isWhole
            value={reset.tolerance}
            onChange={(tolerance) => {
              onChange({ ...reset, tolerance });
            }}
          />
          <NumberField
            label="Share of the months beyond it, per cent"
            min={0}
            max={100}
            value={Math.round(reset.factor * 100)}
            onChange={(value) => {
              onChange({ ...reset, factor: value / 100 });
            }}
          />
        </Choices>
      )}
    </>
  );
}
