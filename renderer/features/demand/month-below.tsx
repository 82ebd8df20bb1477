import { useEffect, useRef, useState } from 'react';
import type { Demand } from '#shared/contract/demand.ts';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { DueCase } from '#shared/domain/demand.ts';
import { Asked } from '../../view/asked.tsx';
import type { CasesChoice } from '../../view/cases-filter.ts';
import { CasesTable } from '../../view/cases-table.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { useDueCases } from '../../view/use-due-cases.ts';
import type { MonthReading } from './model.ts';
import { MonthWhy } from './month-why.tsx';

const none: readonly DueCase[] = [];

/** Why the month is as it is, and its cases: whatever is chosen above narrows the list below. */
export function MonthBelow({ demand, reading }: { demand: Demand; reading: MonthReading }) {
  const { team, snapshotChoice } = useLookedAt();
  const { month } = reading;
  const asked = { ...snapshotChoice, month, ...(team === undefined ? {} : { team }) };
  const cases = useDueCases(asked);
  const { choice, choose } = useChoice(month);
  const list = useRef<HTMLDivElement>(null);
  const [brought, setBrought] = useState(0);
  useEffect(() => {
    if (brought > 0) list.current?.scrollIntoView({ block: 'nearest' });
  }, [brought]);
  return (
    <>
      <MonthWhy
        reading={reading}
        duties={demand.duties}
        cases={cases.data?.cases ?? none}
        choice={choice}
        onChoice={(wanted) => {
          choose(wanted);
          setBrought(brought + 1);
        }}
      />
      <div ref={list}>
        <Section title={`Cases of ${showMonth(month)}`} about="Work that falls due in the month, unmoved">
          <Asked query={cases} title="The cases could not be listed">
            {(data) => (
              <CasesTable
                asked={asked}
                cases={data.cases}
                duties={demand.duties}
                choice={choice}
                onChoice={choose}
              />
            )}
          </Asked>
        </Section>
      </div>
    </>
  );
}

/** A choice of duty, risk or officer goes with the reader to the next month; what only one month has does not. */
function useChoice(month: Month) {
  const [held, setHeld] = useState<{ month: Month; choice: CasesChoice }>({ month, choice: {} });
  if (held.month !== month) {
    const { lastDone, isOverdue, ...kept } = held.choice;
    const isOfMonth = lastDone !== undefined || isOverdue !== undefined;
    setHeld({ month, choice: isOfMonth ? {} : kept });
  }
  return {
    choice: held.choice,
    choose: (choice: CasesChoice) => {
      setHeld({ month, choice });
    },
  };
}
