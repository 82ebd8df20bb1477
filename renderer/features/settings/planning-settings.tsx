import { NativeSelect, TextInput } from '@mantine/core';
import { RiskLevel, riskLevels, riskNames } from '#shared/domain/case.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { NumberField } from '../../components/form/number-field.tsx';
import { Section } from '../../view/page.tsx';
import { ShareField } from './share-field.tsx';
import styles from './settings.module.css';

type Props = { settings: Settings; onChange: (changes: Partial<Settings>) => void };

export function PlanningSettings({ settings, onChange }: Props) {
  return (
    <Section title="Planning">
      <div className={styles.grid}>
        <TextInput
          label="Force"
          description="Its name in the header"
          maxLength={80}
          value={settings.forceName}
          onChange={(event) => {
            onChange({ forceName: event.currentTarget.value });
          }}
        />
        <NumberField
          label="Months ahead"
          description="The usual horizon, 12 to 60"
          min={12}
          max={60}
          isWhole
          value={settings.horizonMonths}
          onChange={(horizonMonths) => {
            onChange({ horizonMonths });
          }}
        />
        <NumberField
          label="First month open to planning"
          description="0 is the month of the day after the snapshot"
          min={0}
          max={11}
          isWhole
          value={settings.firstOpenMonth}
          onChange={(firstOpenMonth) => {
            onChange({ firstOpenMonth });
          }}
        />
        <Thresholds settings={settings} onChange={onChange} />
        <NumberField
          label="Close when not used for"
          description="0 never closes; then lock the computer"
          min={0}
          max={480}
          suffix=" minutes"
          isWhole
          value={settings.lockAfterMinutes}
          onChange={(lockAfterMinutes) => {
            onChange({ lockAfterMinutes });
          }}
        />
        <NativeSelect
          size="xs"
          label="Unassessed cases are planned as"
          description="Until they are assessed"
          value={settings.unassessedAs}
          data={riskLevels.map((level) => ({ value: level, label: riskNames[level].name }))}
          onChange={(event) => {
            onChange({ unassessedAs: RiskLevel.parse(event.currentTarget.value) });
          }}
        />
      </div>
    </Section>
  );
}

/** From which share on a month is a peak, and a backlog more than is tolerated. */
function Thresholds({ settings, onChange }: Props) {
  return (
    <>
      <ShareField
        label="Peak: over"
        description="Per cent of capacity"
        min={10}
        max={300}
        share={settings.peakOverCapacity}
        onChange={(share) => {
          onChange({ peakOverCapacity: share });
        }}
      />
      <ShareField
        label="Peak: above the mean by"
        description="Of the team’s next twelve months"
        min={1}
        max={200}
        share={settings.peakAboveMean}
        onChange={(share) => {
          onChange({ peakAboveMean: share });
        }}
      />
      <ShareField
        label="Backlog: tolerance"
        description="Of the cases owing a duty"
        min={0}
        max={100}
        share={settings.backlogTolerance}
        onChange={(share) => {
          onChange({ backlogTolerance: share });
        }}
      />
    </>
  );
}
