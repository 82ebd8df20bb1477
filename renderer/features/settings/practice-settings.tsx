import { NativeSelect } from '@mantine/core';
import type { Settings } from '#shared/domain/settings.ts';
import { smallCountHandlings, SmallCountRule } from '#shared/domain/small-counts.ts';
import { NumberField } from '../../components/form/number-field.tsx';
import { Section } from '../../view/page.tsx';
import { ShareField } from './share-field.tsx';
import styles from './settings.module.css';

type Props = { settings: Settings; onChange: (changes: Partial<Settings>) => void };

const handlingNames: Record<SmallCountRule['handling'], string> = {
  show: 'Shown as any other',
  flag: 'Shown, and said to be there',
  withhold: 'Withheld',
};

/** What practice is checked against, and what reports do with counts that could say who is meant. */
export function PracticeSettings({ settings: { checks, smallCounts }, onChange }: Props) {
  return (
    <Section title="Practice checks and reports">
      <div className={styles.grid}>
        <ShareField
          label="Visits unannounced"
          description="At least so many of them"
          min={0}
          max={100}
          share={checks.unannouncedShare}
          onChange={(share) => {
            onChange({ checks: { ...checks, unannouncedShare: share } });
          }}
        />
        <NumberField
          label="Low risk before reactive"
          description="At least so long"
          min={0}
          max={120}
          suffix=" months"
          isWhole
          value={checks.monthsAtLow}
          onChange={(monthsAtLow) => {
            onChange({ checks: { ...checks, monthsAtLow } });
          }}
        />
        <NativeSelect
          size="xs"
          label="Small counts in reports"
          description="They can say who is meant"
          value={smallCounts.handling}
          data={smallCountHandlings.map((value) => ({ value, label: handlingNames[value] }))}
          onChange={(event) => {
            const handling = SmallCountRule.shape.handling.parse(event.currentTarget.value);
            onChange({ smallCounts: { ...smallCounts, handling } });
          }}
        />
        <NumberField
          label="Small is under"
          description="From 1 up; nought is never small"
          min={2}
          max={20}
          isWhole
          value={smallCounts.below}
          onChange={(below) => {
            onChange({ smallCounts: { ...smallCounts, below } });
          }}
        />
      </div>
    </Section>
  );
}
