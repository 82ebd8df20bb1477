import { riskLevels, riskNames } from '#shared/domain/case.ts';
import {
  firstAssessmentKind,
  riskFieldKinds,
  withNumber,
  type ValueKind,
} from '#shared/domain/standard-values.ts';
import type { DutyStandard, RiskField, StandardValue } from '#shared/domain/standards.ts';
import { NumberCell } from '../../components/form/number-cell.tsx';
import { today } from '../../view/today.ts';
import { SourceButton } from './source-button.tsx';
import { asIs, inPercent, withDutyValue } from './model.ts';
import styles from './standards.module.css';

type Change = (update: (duty: DutyStandard) => DutyStandard) => void;

/** One kind of value of a duty across the risk levels. */
export function DutyRow({
  duty,
  field,
  onChange,
}: {
  duty: DutyStandard;
  field: RiskField;
  onChange: Change;
}) {
  const kind = riskFieldKinds[field];
  const name = `${duty.name} ${kind.name.toLowerCase()}`;
  const values = riskLevels.map((risk) => duty.values[risk][field]);
  return (
    <tr>
      <th scope="row">
        {kind.name} <span className={styles.dim}>{kind.unit}</span>
      </th>
      {riskLevels.map((risk) => (
        <td key={risk}>
          <ValueCell
            label={`${name}, ${riskNames[risk].name.toLowerCase()} risk`}
            value={duty.values[risk][field]}
            kind={kind}
            onChange={(change) => {
              onChange((old) => withDutyValue(old, [risk], field, change));
            }}
          />
        </td>
      ))}
      <td>
        <SourceButton
          name={name}
          parts={riskLevels.map((risk) => ({
            label: `${riskNames[risk].name} risk`,
            value: duty.values[risk][field],
          }))}
          onChange={(sources) => {
            onChange((old) =>
              riskLevels.reduce(
                (next, risk, index) =>
                  withDutyValue(next, [risk], field, (value) => ({
                    ...value,
                    source: sources[index] ?? value.source,
                  })),
                old,
              ),
            );
          }}
        />
      </td>
      <td>
        <AllConfirmed
          label={`${name}: all confirmed`}
          values={values}
          onChange={(confirmed) => {
            onChange((old) => withDutyValue(old, riskLevels, field, (value) => ({ ...value, confirmed })));
          }}
        />
      </td>
    </tr>
  );
}

/** Days after the snapshot within which a case that never had the duty owes its first. */
export function FirstAssessmentRow({ duty, onChange }: { duty: DutyStandard; onChange: Change }) {
  const name = `${duty.name} first assessment`;
  const change = (update: (value: StandardValue) => StandardValue) => {
    onChange((old) => ({ ...old, firstAssessmentDays: update(old.firstAssessmentDays) }));
  };
  if (duty.follows !== null) return null;
  return (
    <tr>
      <th scope="row">
        First <span className={styles.dim}>days, if never done</span>
      </th>
      <td colSpan={riskLevels.length}>
        <ValueCell
          label={name}
          value={duty.firstAssessmentDays}
          kind={firstAssessmentKind}
          onChange={change}
        />
      </td>
      <td>
        <SourceButton
          name={name}
          parts={[{ label: 'All risk levels', value: duty.firstAssessmentDays }]}
          onChange={([source]) => {
            change((value) => ({ ...value, source: source ?? value.source }));
          }}
        />
      </td>
      <td />
    </tr>
  );
}

/** A number and its tick. */
export function ValueCell({
  label,
  value,
  kind,
  onChange,
}: {
  label: string;
  value: StandardValue;
  /** A share is shown and typed in per cent. */
  kind: ValueKind;
  onChange: (change: (value: StandardValue) => StandardValue) => void;
}) {
  const { shown, held } = kind.unit === 'share' ? inPercent : asIs;
  return (
    <span className={styles.value}>
      <NumberCell
        label={label}
        value={shown(value.value)}
        min={shown(kind.min)}
        {...(kind.max === null ? {} : { max: shown(kind.max) })}
        isWhole={kind.isWhole}
        onChange={(number) => {
          onChange((old) => withNumber(old, held(number), today()));
        }}
      />
      <input
        type="checkbox"
        aria-label={`${label}: confirmed`}
        title="Confirmed by the force"
        checked={value.confirmed}
        onChange={(event) => {
          const confirmed = event.currentTarget.checked;
          onChange((old) => ({ ...old, confirmed }));
        }}
      />
    </span>
  );
}

function AllConfirmed({
  label,
  values,
  onChange,
}: {
  label: string;
  values: readonly StandardValue[];
  onChange: (confirmed: boolean) => void;
}) {
  const isAll = values.every((value) => value.confirmed);
  const isSome = values.some((value) => value.confirmed);
  return (
    <input
      type="checkbox"
      className={styles.tick}
      aria-label={label}
      checked={isAll}
      ref={(input) => {
        if (input) input.indeterminate = isSome && !isAll;
      }}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
