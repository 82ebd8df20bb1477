import { useState } from 'react';
import type { CheckCase, PracticeCheck } from '#shared/domain/backlog.ts';
import { useQuery } from '../../api/hooks.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { counted, showCount } from '../../view/figures.ts';
import { RiskLetter, riskOrder } from '../../view/risk-letter.tsx';
import { Section } from '../../view/page.tsx';
import { Figure } from './figure.tsx';
import { checkedWords, targetWords } from './model.ts';
import { useScope } from './use-scope.ts';
import styles from './backlog.module.css';

/** Whether visits are made as they are meant to be, and what the snapshot does not tell. */
export function ChecksPart() {
  const scope = useScope();
  const found = useQuery('checks.get', scope, { keepsPrevious: true });
  return (
    <Asked query={found} title="The checks could not be made">
      {({ checks }) => <Checks checks={checks} />}
    </Asked>
  );
}

function Checks({ checks }: { checks: readonly PracticeCheck[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const open = checks.find((one) => one.key === key);
  return (
    <Section
      title="Practice checks"
      about="From what the snapshot holds. A case whose fields are missing is neither found nor cleared."
    >
      <div className={styles.scroll} role="group" aria-label="Practice checks" tabIndex={0}>
        <table className={styles.table} aria-label="Practice checks">
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col" className={styles.words}>
                Counts
              </th>
              <th scope="col">Found</th>
              <th scope="col">Of so many</th>
              <th scope="col">Fields missing</th>
              <th scope="col">Target</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.key}>
                <th scope="row" className={styles.wrapped}>
                  {check.name}
                </th>
                <td className={styles.words}>{check.about}</td>
                <td>
                  <Found
                    check={check}
                    onOpen={() => {
                      setKey(check.key);
                      setIsOpen(true);
                    }}
                  />
                </td>
                <td>{checkedWords(check)}</td>
                <td>{showCount(check.missing)}</td>
                <td className={styles.wrapped}>{targetWords(check)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SidePanel
        isOpen={isOpen}
        isWide
        title={open?.name ?? ''}
        onClose={() => {
          setIsOpen(false);
        }}
      >
        {open && (
          <div className={styles.list}>
            <p className={styles.dim}>
              {counted(open.cases.length, 'case')}. {open.about}.
            </p>
            <DataTable
              label={open.name}
              rows={open.cases}
              columns={caseColumns}
              rowKey={({ reference }) => reference}
              empty="The check finds no case."
            />
          </div>
        )}
      </SidePanel>
    </Section>
  );
}

function Found({ check, onOpen }: { check: PracticeCheck; onOpen: () => void }) {
  if (check.found === null) return <span className={styles.none}>–</span>;
  return <Figure count={check.found} label={check.name} onOpen={onOpen} />;
}

const caseColumns: Array<Column<CheckCase>> = [
  { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
  { key: 'team', heading: 'Team', value: ({ team }) => team },
  {
    key: 'risk',
    heading: 'Risk',
    value: ({ risk }) => riskOrder(risk),
    cell: ({ risk }) => <RiskLetter risk={risk} />,
  },
  { key: 'officer', heading: 'Officer', value: ({ officer }) => officer },
  { key: 'finding', heading: 'Found', value: ({ finding }) => finding, isText: true },
];
