import { useMemo } from 'react';
import type { AbstractionRates } from '#shared/contract/abstraction-figures.ts';
import { useQuery } from '../../api/hooks.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { showPercentExactly } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { Section } from '../../view/page.tsx';
import {
  aheadLines,
  differenceWords,
  rateDrawing,
  rateLines,
  ratesFinding,
  ratesNotes,
  shareNames,
} from './capacity-model.ts';
import { LostHoursChart } from './lost-hours-chart.tsx';
import styles from './abstractions.module.css';

/** What is assumed to be lost beside what was, and what capacity takes off in the months ahead. */
export function CapacityPart() {
  const { team, snapshotChoice } = useLookedAt();
  const found = useQuery(
    'abstractions.rate',
    { ...snapshotChoice, ...(team === undefined ? {} : { team }) },
    { keepsPrevious: true },
  );
  return (
    <Asked query={found} title="The rates could not be worked out">
      {(rates) => (
        <>
          <Cautions unconfirmed={rates.unconfirmed} warnings={rates.warnings} />
          <Rates rates={rates} />
          <Shares rates={rates} />
          <Ahead rates={rates} />
        </>
      )}
    </Asked>
  );
}

function Rates({ rates }: { rates: AbstractionRates }) {
  const drawing = useMemo(() => rateDrawing(rates), [rates]);
  const title = ratesFinding(rates);
  return (
    <LostHoursChart
      title={title}
      unit="Hours lost by offender managers; below each month, per cent of contracted hours"
      summary={ratesNotes(rates).join(' ')}
      drawing={drawing}
      dashed="Assumed"
      months={rates.months.map(({ month }) => month)}
      lines={rateLines(rates)}
    />
  );
}

function Shares({ rates }: { rates: AbstractionRates }) {
  return (
    <Section title="Assumed against actual" about="Share of contracted hours over these months">
      <ScrollTable label="Assumed and actual shares">
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Assumed</th>
            <th scope="col">Actual</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rates.shares.map((share) => (
            <tr key={share.of}>
              <th scope="row">{shareNames[share.of]}</th>
              <td>{showPercentExactly(share.assumed)}</td>
              <td>{share.actual === null ? 'no record held' : showPercentExactly(share.actual)}</td>
              <td>{differenceWords(share)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  );
}

function Ahead({ rates }: { rates: AbstractionRates }) {
  const { months, lines } = useMemo(() => aheadLines(rates), [rates]);
  return (
    <Section
      title="Months ahead"
      about="What is known is taken off capacity; what is expected shrinks by it. Leave and training are spread over the year as shares and are not in it."
    >
      <div className={styles.narrow}>
        <MonthsTable label="Known and expected in the months ahead" months={months} lines={lines} />
      </div>
    </Section>
  );
}
