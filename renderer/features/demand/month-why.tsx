import { showMonth } from '#shared/domain/dates.ts';
import { showCount, showPercent } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { monthSentence, type MonthReading } from './model.ts';
import styles from './demand.module.css';

/** Why the month is as it is: one sentence, its causes, its duties. */
export function MonthWhy({
  reading,
  duty,
  onDuty,
}: {
  reading: MonthReading;
  duty: string;
  onDuty: (duty: string) => void;
}) {
  const name = showMonth(reading.month);
  const month = name.split(' ')[0] ?? name;
  return (
    <Section
      title={reading.isPeak ? `Why ${month}?` : `What makes ${month}`}
      {...(reading.isPeak ? { about: `A peak: ${reading.tests.join(' and ')}` } : {})}
    >
      <div className={styles.why}>
        <div className={styles.words}>
          <p>{monthSentence(reading)}</p>
          {reading.causes.length > 0 && (
            <ul className={styles.causes} aria-label={`Causes of the peak in ${name}`}>
              {reading.causes.map((cause) => (
                <li key={`${cause.kind} ${cause.subject}`}>{cause.text}</li>
              ))}
            </ul>
          )}
        </div>
        <table className={styles.duties} aria-label={`Work of ${name} by duty`}>
          <thead>
            <tr>
              <th scope="col">Duty</th>
              <th scope="col">Number</th>
              <th scope="col">Hours</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {reading.duties.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  <span className={styles.swatch} style={{ background: line.colour }} />
                  <button
                    type="button"
                    aria-pressed={duty === line.key}
                    title={`List the cases of this duty`}
                    onClick={() => {
                      onDuty(duty === line.key ? '' : line.key);
                    }}
                  >
                    {line.name}
                  </button>
                </th>
                <td>{showCount(line.occurrences)}</td>
                <td>{showCount(line.hours)}</td>
                <td>{showPercent(line.share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
