import { memo, useCallback } from 'react';
import { riskLevels, riskNames } from '#shared/domain/case.ts';
import { fieldsOf } from '#shared/domain/standard-values.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { RiskLetter } from '../../view/risk-letter.tsx';
import { Section } from '../../view/page.tsx';
import { AddDuty } from './add-duty.tsx';
import { DutyHead } from './duty-head.tsx';
import { DutyRow, FirstAssessmentRow } from './duty-row.tsx';
import { withDuty } from './model.ts';
import { withoutDuty } from './own-duties.ts';
import styles from './standards.module.css';

type Change = (update: (standards: Standards) => Standards) => void;

/** Duty × risk: interval, window, hours, catch-up, each with its source and tick. */
export function DutiesTable({ duties, onChange }: { duties: readonly DutyStandard[]; onChange: Change }) {
  return (
    <Section
      title="Duties"
      about="The tick beside a value says that the force has confirmed it"
      actions={<AddDuty duties={duties} onChange={onChange} />}
    >
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Standards by duty and risk">
          <thead>
            <tr>
              <th scope="col">Value</th>
              {riskLevels.map((risk) => (
                <th key={risk} scope="col">
                  <RiskLetter risk={risk} /> <span className={styles.riskName}>{riskNames[risk].name}</span>
                </th>
              ))}
              <th scope="col">Source</th>
              <th scope="col">All confirmed</th>
            </tr>
          </thead>
          {duties.map((duty) => (
            <DutyBody key={duty.key} duty={duty} duties={duties} onChange={onChange} />
          ))}
        </table>
      </div>
    </Section>
  );
}

/** Drawn again only when its own duty changes: a keystroke must not redraw a hundred inputs. */
const DutyBody = memo(
  function DutyBody({
    duty,
    duties,
    onChange,
  }: {
    duty: DutyStandard;
    duties: readonly DutyStandard[];
    onChange: Change;
  }) {
    const change = useCallback(
      (update: (duty: DutyStandard) => DutyStandard) => {
        onChange((standards) => {
          const latest = standards.duties.find((one) => one.key === duty.key);
          return latest ? withDuty(standards, update(latest)) : standards;
        });
      },
      [duty.key, onChange],
    );
    return (
      <tbody>
        <DutyHead
          duty={duty}
          duties={duties}
          onChange={change}
          onRemove={() => {
            onChange((standards) => withoutDuty(standards, duty.key));
          }}
        />
        {fieldsOf(duty).map((field) => (
          <DutyRow key={field} duty={duty} field={field} onChange={change} />
        ))}
        <FirstAssessmentRow duty={duty} onChange={change} />
      </tbody>
    );
  },
  (before, after) =>
    before.duty === after.duty && (after.duty.follows === null || before.duties === after.duties),
);
