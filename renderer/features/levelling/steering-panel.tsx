import { MultiSelect, NativeSelect, NumberInput, TagsInput } from '@mantine/core';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import { ResetRule, type DutyStandard, type Standards } from '#shared/domain/standards.ts';
import type { Steering } from '#shared/domain/steering.ts';
import { withExcluded, type ExcludedKind } from './steering-model.ts';
import styles from './steering.module.css';

type Props = {
  draft: Steering;
  months: readonly Month[];
  officers: readonly string[];
  standards: Standards;
  onSay: (next: (draft: Steering) => Steering) => void;
};
type Said = Pick<Props, 'draft' | 'onSay'>;

const ruleNames: Record<ResetRule, string> = {
  full: 'from the month done',
  anniversary: 'from the old due date',
  tolerance: 'from the old date, less what is early beyond a tolerance',
};

/** What the plan must respect beyond single moves: caps, what is left alone, and how early work resets its date. */
export function SteeringPanel({ draft, months, officers, standards, onSay }: Props) {
  const movable = standards.duties.filter(
    ({ movable: isMovable, hoursOf }) => isMovable && hoursOf === 'offender-manager',
  );
  return (
    <section className={styles.panel} aria-label="Steer the plan">
      <Caps draft={draft} onSay={onSay} />
      <ResetRules duties={movable} draft={draft} onSay={onSay} />
      <LeftAlone duties={movable} months={months} officers={officers} draft={draft} onSay={onSay} />
    </section>
  );
}

function Caps({ draft, onSay }: Said) {
  return (
    <fieldset className={styles.group}>
      <legend>At most</legend>
      <Cap
        label="Moves in all"
        value={draft.caps.moves}
        onChange={(moves) => {
          onSay((old) => ({ ...old, caps: { ...old.caps, moves } }));
        }}
      />
      <Cap
        label="Moves an officer and month"
        value={draft.caps.movesPerOfficerMonth}
        onChange={(movesPerOfficerMonth) => {
          onSay((old) => ({ ...old, caps: { ...old.caps, movesPerOfficerMonth } }));
        }}
      />
    </fieldset>
  );
}

function Cap({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <NumberInput
      label={label}
      placeholder="no limit"
      min={0}
      max={100_000}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(next) => {
        onChange(typeof next === 'number' ? next : null);
      }}
    />
  );
}

function ResetRules({ duties, draft, onSay }: Said & { duties: readonly DutyStandard[] }) {
  return (
    <fieldset className={styles.group}>
      <legend>Reset rules, for this plan only</legend>
      {duties.map((duty) => (
        <NativeSelect
          key={duty.key}
          label={duty.name}
          value={draft.reset[duty.key]?.rule ?? ''}
          onChange={(event) => {
            const rule = ResetRule.safeParse(event.currentTarget.value).data;
            onSay((old) => ({ ...old, reset: withReset(old.reset, duty, rule) }));
          }}
          data={[
            { value: '', label: `${ruleNames[duty.reset.rule]}, as the standard says` },
            ...ResetRule.options
              .filter((rule) => rule !== duty.reset.rule)
              .map((rule) => ({ value: rule, label: ruleNames[rule] })),
          ]}
        />
      ))}
    </fieldset>
  );
}

/** Another rule for a duty; without one the standard's stands. */
function withReset(
  reset: Steering['reset'],
  duty: DutyStandard,
  rule: ResetRule | undefined,
): Steering['reset'] {
  const others = Object.fromEntries(Object.entries(reset).filter(([key]) => key !== duty.key));
  return rule === undefined ? others : { ...others, [duty.key]: { ...duty.reset, rule } };
}

function LeftAlone({
  duties,
  months,
  officers,
  draft,
  onSay,
}: Said & Pick<Props, 'months' | 'officers'> & { duties: readonly DutyStandard[] }) {
  const excluded = (kind: ExcludedKind) => ({
    value: draft.excluded[kind],
    onChange: (values: string[]) => {
      onSay((old) => withExcluded(old, kind, values));
    },
  });
  return (
    <fieldset className={styles.group} data-wide="true">
      <legend>Leave alone</legend>
      <MultiSelect
        label="Months"
        description="Nothing moves into or out of them"
        data={months.map((month) => ({ value: month, label: showMonth(month) }))}
        {...excluded('months')}
        searchable
        hidePickedOptions
      />
      <MultiSelect
        label="Officers"
        description="Their cases stay as they are"
        data={[...new Set([...officers, ...draft.excluded.officers])]}
        {...excluded('officers')}
        searchable
        hidePickedOptions
      />
      <MultiSelect
        label="Duties"
        description="None of their work moves"
        data={duties.map(({ key, name }) => ({ value: key, label: name }))}
        {...excluded('duties')}
        hidePickedOptions
      />
      <TagsInput label="Cases" description="References; Enter after each" {...excluded('cases')} />
    </fieldset>
  );
}
