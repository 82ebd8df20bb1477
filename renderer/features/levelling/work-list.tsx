import { Button, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { WorkListReply } from '#shared/contract/plans.ts';
import { Month } from '#shared/domain/dates.ts';
import { counted } from '#shared/planning/wording.ts';
import { useQuery } from '../../api/hooks.ts';
import { Asked } from '../../view/asked.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { showMonthYear } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { WorkListGroup } from './work-list-group.tsx';
import { WorkListFiles } from './work-list-files.tsx';
import { choices, chosen, groups, listSentence, type ListChoice } from './work-list-model.ts';
import styles from './levelling.module.css';

/** What is still to be done of a plan, officer by officer and month by month. */
export function WorkListPart({ planId }: { planId: number }) {
  const query = useQuery('plans.workList', { planId });
  return (
    <Asked query={query} title="The work list could not be made">
      {(list) => <Listed list={list} />}
    </Asked>
  );
}

function useListChoice(list: WorkListReply) {
  const { search, change } = useLookedAt();
  const { officers, months } = useMemo(() => choices(list.items), [list]);
  const month = Month.safeParse(search.get('into'));
  const officer = search.get('officer');
  const choice: ListChoice = {
    officer: officer !== null && officers.includes(officer) ? officer : null,
    month: month.success && months.includes(month.data) ? month.data : null,
  };
  return { choice, change, officers, months };
}

function Listed({ list }: { list: WorkListReply }) {
  const { choice, change, officers, months } = useListChoice(list);
  const shown = chosen(list.items, choice);
  return (
    <>
      <Cautions unconfirmed={list.unconfirmed} />
      <Section
        title="Work list"
        about={
          shown.length === list.items.length
            ? listSentence(list)
            : `${counted(shown.length, 'move')} shown; ${listSentence(list)}`
        }
        actions={
          <div className={styles.filters}>
            <NativeSelect
              size="xs"
              aria-label="Officer"
              value={choice.officer ?? ''}
              data={[
                { value: '', label: 'All officers' },
                ...officers.map((officer) => ({ value: officer, label: `Officer ${officer}` })),
              ]}
              onChange={(event) => {
                change({ officer: event.currentTarget.value || null });
              }}
            />
            <NativeSelect
              size="xs"
              aria-label="Month to do it in"
              value={choice.month ?? ''}
              data={[
                { value: '', label: 'All months' },
                ...months.map((month) => ({ value: month, label: showMonthYear(month) })),
              ]}
              onChange={(event) => {
                change({ into: event.currentTarget.value || null });
              }}
            />
            <WorkListFiles planId={list.planId} choice={choice} />
            <Button
              variant="default"
              onClick={() => {
                window.print();
              }}
            >
              Print
            </Button>
          </div>
        }
      >
        {shown.length === 0 && <p className={styles.dim}>Nothing is left to do of this plan.</p>}
        {groups(shown).map((group) => (
          <WorkListGroup
            key={`${group.supervisor ?? ''}/${group.officer ?? ''}`}
            group={group}
            team={list.team}
          />
        ))}
      </Section>
    </>
  );
}
