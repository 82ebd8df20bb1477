import type { CheckCase, PracticeCheck } from '#shared/domain/backlog.ts';
import { counted } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import { SidePanel } from '../../components/overlay/side-panel.tsx';
import { useSidePanel } from '../../components/overlay/use-side-panel.ts';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { Asked } from '../../view/asked.tsx';
import { Figure } from '../../view/figure.tsx';
import { showCount } from '../../view/figures.ts';
import { riskColumn } from '../../view/risk-column.tsx';
import { Section } from '../../view/page.tsx';
import { checkedWords, checksHeadline, targetWords } from './model.ts';
import { useScope } from './use-scope.ts';
import short from '../../view/in-short.module.css';
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
  const panel = useSidePanel<PracticeCheck['key']>();
  const open = checks.find((one) => one.key === panel.shown);
  return (
    <>
      <div className={short.headline} role="group" aria-label="In short">
        <p className={short.first}>{checksHeadline(checks)}</p>
      </div>
      <Section
        title="Practice checks"
        about="From what the snapshot holds. A case whose fields are missing is neither found nor cleared."
      >
        <ScrollTable label="Practice checks">
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
                      panel.open(check.key);
                    }}
                  />
                </td>
                <td>{checkedWords(check)}</td>
                <td>{showCount(check.missing)}</td>
                <td className={styles.wrapped}>{targetWords(check)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
        <SidePanel isOpen={panel.isOpen} isWide title={open?.name ?? ''} onClose={panel.close}>
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
    </>
  );
}

function Found({ check, onOpen }: { check: PracticeCheck; onOpen: () => void }) {
  if (check.found === null) return <span className={styles.dim}>–</span>;
  return <Figure count={check.found} label={check.name} onOpen={onOpen} />;
}

const caseColumns: Array<Column<CheckCase>> = [
  { key: 'case', heading: 'Case', value: ({ reference }) => reference, isRowHeader: true },
  { key: 'team', heading: 'Team', value: ({ team }) => team },
  riskColumn(),
  { key: 'officer', heading: 'Officer', value: ({ officer }) => officer },
  { key: 'finding', heading: 'Found', value: ({ finding }) => finding, isText: true },
];
