import { useMemo } from 'react';
import { BASELINE_NAME } from '#shared/domain/scenario.ts';
import type { Comparison } from '#shared/domain/scenario-result.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { LinesChart } from '../../components/chart/lines-chart.tsx';
import { cx } from '../../components/cx.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import figures from '../../view/figures-table.module.css';
import { MonthsTable } from '../../view/months-table.tsx';
import { Section } from '../../view/page.tsx';
import {
  comparedChances,
  comparedFigures,
  comparisonTitle,
  namedResults,
  type ComparedRow,
} from './compare-model.ts';
import { baseLook, strokeOf } from './looks.ts';
import { measures, type Measure } from './findings.ts';
import { lineOf, marches, monthSaid } from './model.ts';
import styles from './scenarios.module.css';
import { Unconfirmed } from './unconfirmed.tsx';

/** What differs in the assumptions, and in what comes of them. */
export function Compared({ comparison }: { comparison: Comparison }) {
  const names = comparison.scenarios.map(({ name }) => name);
  const rows = useMemo(() => [...comparedFigures(comparison), ...comparedChances(comparison)], [comparison]);
  return (
    <>
      <ComparedChart measure="ratio" comparison={comparison} />
      <ComparedChart measure="utilisation" comparison={comparison} />
      <Section title="Differing assumptions" about={`All else is as in “${names[0] ?? ''}”`}>
        <Assumptions comparison={comparison} names={names} />
      </Section>
      <Section
        title="Figures"
        about={`${comparison.team ?? 'The force as a whole'}; below each figure its difference to “${names[0] ?? ''}”. Costs are the force’s.`}
      >
        <Figures rows={rows} names={names} comparison={comparison} />
      </Section>
    </>
  );
}

function Head({ first, names }: { first: string; names: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {names.map((name, index) => (
          <th key={name} scope="col" style={{ whiteSpace: 'normal' }}>
            {name} {index === 0 && name !== BASELINE_NAME && <span className={figures.unit}>baseline</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Assumptions({ comparison, names }: { comparison: Comparison; names: string[] }) {
  if (comparison.assumptions.length === 0) return <p>None: they assume the same.</p>;
  return (
    <ScrollTable label="Differing assumptions" look={cx(figures.plain, styles.flush)}>
      <Head first="Assumption" names={names} />
      <tbody>
        {comparison.assumptions.map((assumption) => (
          <tr key={assumption.name}>
            <th scope="row">{assumption.name}</th>
            {assumption.values.map((value, index) => (
              <td key={names[index] ?? index}>
                {assumption.differs[index] === true ? (
                  <span className={styles.differs}>
                    <span className="visually-hidden">differs: </span>≠ {value}
                  </span>
                ) : (
                  value
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Figures({
  rows,
  names,
  comparison,
}: {
  rows: readonly ComparedRow[];
  names: string[];
  comparison: Comparison;
}) {
  const [base] = comparison.results;
  return (
    <ScrollTable label="Figures of the scenarios" look={cx(figures.plain, styles.flush)}>
      <Head first="Figure" names={names} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.name} {base && <Unconfirmed basis={row.isOf} result={base} />}
            </th>
            {row.cells.map(({ value, difference, note }, index) => (
              <td key={names[index] ?? index}>
                <strong>{value}</strong>
                {difference !== '' && <span className={figures.unit}>{difference}</span>}
                {note !== '' && <span className={figures.unit}>{note}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function ComparedChart({ measure, comparison }: { measure: Measure; comparison: Comparison }) {
  const named = useMemo(() => namedResults(comparison), [comparison]);
  const lines = useMemo(
    () =>
      named.map(({ name, looked }, index) =>
        lineOf(measure, looked, {
          key: String(index),
          name,
          short: name,
          ...(index === 0 ? { colour: baseLook.colour, dash: baseLook.dash } : strokeOf(index - 1)),
        }),
      ),
    [measure, named],
  );
  const [base, ...others] = named;
  if (!base) return null;
  const { months } = base.looked.result;
  const { name, unit, show, showDrawn, spread, limit } = measures[measure];
  const title = comparisonTitle(measure, named);
  return (
    <ChartFrame
      title={title}
      unit={unit}
      legend={lines.map((line) => ({
        name: line.name,
        colour: line.colour,
        look: 'line',
        ...(line.dash === undefined ? {} : { dash: line.dash }),
      }))}
      table={() => (
        <MonthsTable
          label={`${name} by month and scenario`}
          months={months}
          lines={named.map((one) => ({
            name: one.name,
            unit: '',
            values: spread(one.looked.team).middle.map(show),
          }))}
        />
      )}
    >
      <LinesChart
        label={`${title}. The figures stand under "Show as table".`}
        lines={lines}
        limit={limit(base.looked.result)}
        xTicks={marches(months)}
        showValue={showDrawn}
        describe={(index) => `${base.name}: ${monthSaid(measure, index, base.looked, others)}`}
        step="Month"
        room={150}
      />
    </ChartFrame>
  );
}
