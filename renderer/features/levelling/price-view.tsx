import { riskNames } from '#shared/domain/case.ts';
import { showMonth } from '#shared/domain/dates.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { showChange } from '#shared/planning/figures.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { MonthsTable } from '../../view/months-table.tsx';
import { Section } from '../../view/page.tsx';
import { showCount } from '../../view/figures.ts';
import styles from './steering.module.css';

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** What flattening costs: extra work a year, the year beyond the horizon, and gaps that could be foreseen. */
export function PriceView({ plan, dutyName }: { plan: Plan; dutyName: (key: string) => string }) {
  const { price, predictable, echo } = plan;
  return (
    <>
      <Section
        title="Extra work a year"
        about="Work done early comes round again sooner, unless the reset rule keeps its old date"
      >
        {price.length === 0 ? (
          <p>The plan makes no work come round more often.</p>
        ) : (
          <table className={styles.price} aria-label="Extra work a year by duty and risk">
            <thead>
              <tr>
                <th scope="col">Duty</th>
                <th scope="col" className={styles.start}>
                  Risk
                </th>
                <th scope="col">Occurrences a year</th>
                <th scope="col">Hours a year</th>
              </tr>
            </thead>
            <tbody>
              {price.map((one) => (
                <tr key={`${one.duty} ${one.risk}`}>
                  <th scope="row">{dutyName(one.duty)}</th>
                  <td className={styles.start}>{riskNames[one.risk].name}</td>
                  <td>{showChange(tenth(one.occurrencesPerYear))}</td>
                  <td>{showChange(tenth(one.hoursPerYear))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Section
        title="The year beyond the horizon"
        about="What the plan leaves for the twelve months after it"
      >
        {echo.text !== null && <Banner tone="warn">{echo.text}</Banner>}
        <MonthsTable
          label="Load in the year beyond the horizon"
          months={echo.months}
          lines={[
            { name: 'Without the plan', unit: 'h', values: echo.before.map(showCount) },
            { name: 'With the plan', unit: 'h', values: echo.after.map(showCount) },
          ]}
        />
      </Section>
      <Section
        title="Gaps that could be foreseen"
        about="Cases that the plan would visit at the same interval three times running; visits should vary"
      >
        {predictable.length === 0 ? (
          <p>None.</p>
        ) : (
          <DataTable
            label="Cases whose gaps could be foreseen"
            rows={predictable}
            columns={predictableColumns(dutyName)}
            rowKey={({ id }) => id}
            empty="None."
            maxHeight={280}
          />
        )}
      </Section>
    </>
  );
}

function predictableColumns(dutyName: (key: string) => string): Array<Column<Plan['predictable'][number]>> {
  return [
    { key: 'case', heading: 'Case', value: (one) => one.reference, isRowHeader: true },
    { key: 'duty', heading: 'Duty', value: (one) => dutyName(one.duty) },
    {
      key: 'from',
      heading: 'From',
      value: (one) => one.from,
      cell: (one) => showMonth(one.from),
    },
    {
      key: 'gaps',
      heading: 'Months between',
      value: (one) => one.gaps.join(', '),
    },
  ];
}
