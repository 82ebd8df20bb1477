import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import {
  abstractionKindNames,
  abstractionKinds,
  defaultAbstractionSettings,
  type AbstractionSettings,
} from '#shared/domain/abstraction.ts';
import { Ticks } from '../../components/form/choices.tsx';
import { NumberField } from '../../components/form/number-field.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import styles from './settings.module.css';

type Props = { settings: AbstractionSettings; onChange: (settings: AbstractionSettings) => void };

type Count = Exclude<keyof AbstractionSettings, 'reviewKinds' | 'chance'>;
const counts: ReadonlyArray<{ key: Count; label: string; description: string; min: number; max: number }> = [
  { key: 'reviewDays', label: 'Review within', description: 'Days after the last day', min: 1, max: 365 },
  { key: 'windowTimes', label: 'Regular: so many times', description: 'Of one reason …', min: 2, max: 100 },
  { key: 'windowDays', label: 'Within so many days', description: '… in a rolling window', min: 7, max: 366 },
  {
    key: 'weekdayTimes',
    label: 'Regular: in so many weeks',
    description: 'On one weekday …',
    min: 2,
    max: 104,
  },
  { key: 'weekdayWeeks', label: 'Of so many weeks', description: '… up to now', min: 4, max: 104 },
];

/** When an abstraction is to be reviewed, and when abstractions are called regular. */
export function AbstractionThresholds({ settings, onChange }: Props) {
  const { toPlace } = useLookedAt();
  return (
    <Section
      title="Abstractions"
      about={
        <>
          The list of reasons is kept on the page{' '}
          <Link to={toPlace('/abstractions', { part: 'reasons' })}>Abstractions</Link>
        </>
      }
    >
      <div className={styles.grid}>
        {counts.map(({ key, ...field }) => (
          <NumberField
            key={key}
            {...field}
            isWhole
            value={settings[key]}
            onChange={(value) => {
              onChange({ ...settings, [key]: value });
            }}
          />
        ))}
        <Checkbox
          label="More than chance brings"
          description="Calls only that regular which at most 1 in 20 chance-made rosters shows"
          checked={settings.chance !== null}
          onChange={(event) => {
            const isAsked = event.currentTarget.checked;
            onChange({ ...settings, chance: isAsked ? defaultAbstractionSettings.chance : null });
          }}
        />
        <div className={styles.across}>
          <Ticks legend="Kinds to be reviewed">
            {abstractionKinds.map((kind) => (
              <Checkbox
                key={kind}
                label={abstractionKindNames[kind]}
                checked={settings.reviewKinds.includes(kind)}
                onChange={(event) => {
                  const isChosen = event.currentTarget.checked;
                  onChange({
                    ...settings,
                    reviewKinds: abstractionKinds.filter((one) =>
                      one === kind ? isChosen : settings.reviewKinds.includes(one),
                    ),
                  });
                }}
              />
            ))}
          </Ticks>
        </div>
      </div>
    </Section>
  );
}
