import { NativeSelect } from '@mantine/core';
import { Denominator, denominators, type Settings } from '#shared/domain/settings.ts';
import { Ticks } from '../../components/form/choices.tsx';
import { NumberField } from '../../components/form/number-field.tsx';
import { Section } from '../../view/page.tsx';
import { denominatorNames } from '../../view/ratio-choice.ts';
import { RatioFilters } from '../../view/ratio-filters.tsx';
import styles from './settings.module.css';

type Props = { settings: Settings; onChange: (changes: Partial<Settings>) => void };

/** What the ratio counts; printed with every figure. */
export function RatioSettings({ settings, onChange }: Props) {
  return (
    <Section title="Ratio" about="RSOs per offender manager; supervisors never count">
      <div className={styles.grid}>
        <Ticks legend="RSOs counted: all, or only those that are">
          <RatioFilters
            numerator={settings.ratioNumerator}
            onChange={(ratioNumerator) => {
              onChange({ ratioNumerator });
            }}
          />
        </Ticks>
        <NativeSelect
          size="xs"
          label="Offender managers counted"
          description="How their number is taken"
          value={settings.ratioDenominator}
          data={denominators.map((one) => ({ value: one, label: denominatorNames[one] }))}
          onChange={(event) => {
            onChange({ ratioDenominator: Denominator.parse(event.currentTarget.value) });
          }}
        />
        <NumberField
          label="Limit"
          description="RSOs per offender manager"
          min={1}
          max={500}
          value={settings.ratioLimit}
          onChange={(ratioLimit) => {
            onChange({ ratioLimit });
          }}
        />
      </div>
    </Section>
  );
}
