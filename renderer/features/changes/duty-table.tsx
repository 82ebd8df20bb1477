import type { SnapshotDifference } from '#shared/contract/changes.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { DutyFigure } from '#shared/domain/changes.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { dutyNamer } from '../../view/duty-names.ts';
import { showCount } from '../../view/figures.ts';
import { Figure } from './figure.tsx';
import { choiceTitle, doneColumns, dueColumns, type Choice } from './model.ts';
import styles from './changes.module.css';

type Props = { difference: SnapshotDifference; choice: Choice; onChoose: (choice: Choice) => void };

/** Duties × how the work was done, and what became of the work that was due. */
export function DutyTable({ difference, choice, onChoose }: Props) {
  const { totals, duties, to } = difference;
  const nameOf = dutyNamer(duties);
  const cell = (duty: string, figure: DutyFigure, count: number) => {
    const own: Choice = { figure, duty, team: null };
    return (
      <td key={figure} data-edge={figure === 're-dated'}>
        <Figure
          count={count}
          label={choiceTitle(own, duties)}
          own={own}
          choice={choice}
          onChoose={onChoose}
        />
      </td>
    );
  };
  return (
    <ScrollTable label="Work by duty">
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            Duty
          </th>
          <th colSpan={doneColumns.length} scope="colgroup" className={styles.group}>
            Work done
          </th>
          <th rowSpan={2} scope="col" data-edge>
            All re-dated, not done
          </th>
          <th colSpan={dueColumns.length + 1} scope="colgroup" className={styles.group}>
            Work due by {showDate(to.asAt)}, and what became of it
          </th>
        </tr>
        <tr>
          {doneColumns.map(({ figure, heading }) => (
            <th key={figure} scope="col">
              {heading}
            </th>
          ))}
          <th scope="col" data-edge>
            Was due
          </th>
          {dueColumns.map(({ figure, heading }) => (
            <th key={figure} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totals.duties.map(({ duty, wasDue, figures }) => (
          <tr key={duty}>
            <th scope="row">{nameOf(duty)}</th>
            {doneColumns.map(({ figure }) => cell(duty, figure, figures[figure]))}
            {cell(duty, 're-dated', figures['re-dated'])}
            <td data-edge>{showCount(wasDue)}</td>
            {dueColumns.map(({ figure }) => cell(duty, figure, figures[figure]))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
