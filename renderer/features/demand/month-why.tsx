import { showMonth } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import { isSameChoice, type CasesChoice, type DutyOfCases } from '../../view/cases-filter.ts';
import { Section } from '../../view/page.tsx';
import { choiceOf } from './behind.ts';
import { useChoices } from './demand-choices.tsx';
import { MonthGroups } from './month-groups.tsx';
import { monthSentence, overlaidSentence, type MonthReading } from './model.ts';
import styles from './demand.module.css';

type Props = {
  reading: MonthReading;
  duties: readonly DutyOfCases[];
  /** Empty until they are there. */
  cases: readonly DueCase[];
  choice: CasesChoice;
  onChoice: (choice: CasesChoice) => void;
};

/** Why the month is as it is: one sentence, its causes, what it is made of; each lists its cases. */
export function MonthWhy({ reading, duties, cases, choice, onChoice }: Props) {
  const name = showMonth(reading.month);
  const month = name.split(' ')[0] ?? name;
  const overlaid = overlaidSentence(reading, useChoices(reading.planned !== null));
  const peak = overlaid === null ? 'A peak' : 'A peak as the work falls due';
  const toggle = (wanted: CasesChoice) => {
    onChoice(isSameChoice(wanted, choice) ? {} : wanted);
  };
  return (
    <Section
      title={reading.isPeak ? `Why ${month}?` : `What makes ${month}`}
      {...(reading.isPeak ? { about: `${peak}: ${reading.tests.join(' and ')}` } : {})}
    >
      <div className={styles.why}>
        <div className={styles.words}>
          <p>{monthSentence(reading)}</p>
          {overlaid !== null && <p>{overlaid}</p>}
          {reading.causes.length > 0 && (
            <ul className={styles.causes} aria-label={`Causes of the peak in ${name}`}>
              {reading.causes.map((cause) => {
                const behind = choiceOf(cause, cases, duties);
                return (
                  <li key={`${cause.kind} ${cause.subject} ${cause.text}`}>
                    {behind === null ? (
                      cause.text
                    ) : (
                      <button
                        type="button"
                        className={styles.opens}
                        aria-pressed={isSameChoice(behind, choice)}
                        title="List the cases behind this"
                        onClick={() => {
                          toggle(behind);
                        }}
                      >
                        {cause.text}
                      </button>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
          {reading.supervisors !== null && <p className={styles.note}>{reading.supervisors}</p>}
        </div>
        <MonthGroups reading={reading} duties={duties} cases={cases} choice={choice} onToggle={toggle} />
      </div>
    </Section>
  );
}
