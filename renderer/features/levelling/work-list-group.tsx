import type { ListedMove } from '#shared/domain/work-list.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { showMonthYear, showNumber } from '../../view/figures.ts';
import { RiskLetter } from '../../view/risk-letter.tsx';
import { asked, groupTitle, monthTitle, type OfficerGroup } from './work-list-model.ts';
import styles from './levelling.module.css';

/** One officer's work, a block of rows for each month. */
export function WorkListGroup({ group, team }: { group: OfficerGroup; team: string }) {
  const title = groupTitle(group, team);
  return (
    <div className={styles.officer}>
      <h3>
        {title} <span className={styles.about}>{group.about}</span>
      </h3>
      <ScrollTable label={`Work of ${title}`} look={styles.work}>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Duty</th>
            <th scope="col">Risk</th>
            <th scope="col">Due</th>
            <th scope="col">Asked</th>
            <th scope="col" className={styles.number}>
              Hours
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        {group.months.map(({ month, items }) => (
          <tbody key={month}>
            <tr className={styles.month}>
              <th scope="rowgroup" colSpan={7}>
                {monthTitle(month, items)}
              </th>
            </tr>
            {items.map((item) => (
              <Row key={`${item.reference}/${item.duty}`} item={item} />
            ))}
          </tbody>
        ))}
      </ScrollTable>
    </div>
  );
}

function Row({ item }: { item: ListedMove }) {
  return (
    <tr>
      <th scope="row">{item.reference}</th>
      <td>{item.dutyName}</td>
      <td>
        <RiskLetter risk={item.risk} />
      </td>
      <td>{showMonthYear(item.due)}</td>
      <td className={item.isMissed ? styles.missed : undefined}>{asked(item)}</td>
      <td className={styles.number}>{showNumber(item.hours)}</td>
      <td className={styles.why}>{item.reason}</td>
    </tr>
  );
}
