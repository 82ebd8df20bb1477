import type { SnapshotDifference } from '#shared/contract/changes.ts';
import type { ChangeTotals } from '#shared/domain/changes.ts';
import { showDate } from '#shared/domain/dates.ts';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { showCount } from '../../view/figures.ts';
import { Figure } from './figure.tsx';
import { caseColumns, choiceTitle, type Choice } from './model.ts';

type Props = { difference: SnapshotDifference; choice: Choice; onChoose: (choice: Choice) => void };

/** Teams × kinds of change; the force below. */
export function TeamTable({ difference, choice, onChoose }: Props) {
  const { from, to, teams, totals } = difference;
  const rows = totals.team === null ? [...teams, totals] : teams;
  return (
    <ScrollTable label="Changes by team">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Cases {showDate(from.asAt)}</th>
          {caseColumns.map(({ figure, heading }) => (
            <th key={figure} scope="col">
              {heading}
            </th>
          ))}
          <th scope="col">Cases {showDate(to.asAt)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.team ?? ''}
            row={row}
            isOnly={totals.team !== null}
            choice={choice}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Row({
  row,
  isOnly,
  choice,
  onChoose,
}: {
  row: ChangeTotals;
  isOnly: boolean;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const name = row.team ?? 'Force';
  return (
    <tr data-total={row.team === null}>
      <th scope="row">{name}</th>
      <td>{showCount(row.casesThen)}</td>
      {caseColumns.map(({ figure }) => {
        const own: Choice = { figure, duty: null, team: isOnly ? null : row.team };
        return (
          <td key={figure}>
            <Figure
              count={row.figures[figure]}
              label={`${name}, ${choiceTitle({ ...own, team: null }, [])}`}
              own={own}
              choice={choice}
              onChoose={onChoose}
            />
          </td>
        );
      })}
      <td>{showCount(row.casesNow)}</td>
    </tr>
  );
}
