import { Button } from '@mantine/core';
import { abstractionKindNames, abstractionKinds } from '#shared/domain/abstraction.ts';
import { addMonths, monthOf, showMonth, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { useQuery } from '../../api/hooks.ts';
import { EmptyPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { today } from '../../view/today.ts';
import { CalendarTable } from './calendar-table.tsx';
import { kindLetters } from './kinds.ts';
import { awaySentence, calendarHeadline, heldSentence, type Cell } from './model.ts';
import short from '../../view/in-short.module.css';
import styles from './abstractions.module.css';

type Props = {
  month: Month;
  onOpen: (collar: string, day: IsoDate, cell: Cell | undefined) => void;
};

/** A team's month: who is away, on which days, what for. */
export function CalendarPart({ month, onOpen }: Props) {
  const { team } = useLookedAt();
  return team === undefined ? <ChooseTeam /> : <TeamMonth team={team} month={month} onOpen={onOpen} />;
}

function TeamMonth({ team, month, onOpen }: Props & { team: string }) {
  const { change } = useLookedAt();
  const found = useQuery('abstractions.calendar', { team, month }, { keepsPrevious: true });
  const now = today();
  const turn = (to: Month | null) => () => {
    change({ month: to });
  };
  return (
    <Asked query={found} title="The calendar could not be shown">
      {(calendar) => (
        <>
          <div className={short.headline} role="group" aria-label="In short">
            <p className={short.first}>{calendarHeadline(calendar)}</p>
            <p>
              {[awaySentence(calendar), heldSentence(calendar)].filter((said) => said !== null).join(' ')}
            </p>
          </div>
          <div className={styles.turning}>
            <div className={styles.months} role="group" aria-label="Month" data-print="hide">
              <Button
                variant="default"
                onClick={turn(addMonths(month, -1))}
                aria-label={`Back to ${showMonth(addMonths(month, -1))}`}
              >
                ‹
              </Button>
              <h2 aria-live="polite">{showMonth(month)}</h2>
              <Button
                variant="default"
                onClick={turn(addMonths(month, 1))}
                aria-label={`On to ${showMonth(addMonths(month, 1))}`}
              >
                ›
              </Button>
              {month !== monthOf(now) && (
                <Button variant="default" onClick={turn(monthOf(now))}>
                  This month
                </Button>
              )}
            </div>
            <KindKey />
          </div>
          {calendar.officers.length === 0 ? (
            <EmptyPanel title={`No staff list names anyone of ${team} in ${showMonth(month)}`}>
              <p>Import the staff list of that time, or look at another month.</p>
            </EmptyPanel>
          ) : (
            <CalendarTable
              key={`${team} ${calendar.month}`}
              calendar={calendar}
              firstDay={calendar.month === monthOf(now) ? now : null}
              onOpen={onOpen}
            />
          )}
        </>
      )}
    </Asked>
  );
}

function KindKey() {
  return (
    <ul className={styles.key} aria-label="Key">
      {abstractionKinds.map((kind) => (
        <li key={kind}>
          <span className={styles.swatch} data-kind={kind}>
            {kindLetters[kind]}
          </span>
          {abstractionKindNames[kind]}
        </li>
      ))}
      <li>
        <span className={styles.swatch} data-waits="true" /> not reviewed
      </li>
    </ul>
  );
}

/** The calendar is one team's. */
function ChooseTeam() {
  const { snapshotChoice, change } = useLookedAt();
  const teams = useQuery('teams.list', snapshotChoice);
  return (
    <Asked query={teams} title="The teams could not be listed">
      {(held) => (
        <EmptyPanel
          title="Choose a team to see its month"
          actions={held.map(({ team }) => (
            <Button
              key={team}
              variant="default"
              onClick={() => {
                change({ team });
              }}
            >
              {team}
            </Button>
          ))}
        >
          <p>The other parts of this page show all teams as well.</p>
        </EmptyPanel>
      )}
    </Asked>
  );
}
