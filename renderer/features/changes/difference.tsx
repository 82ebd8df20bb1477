import { useRef } from 'react';
import type { SnapshotDifference } from '#shared/contract/changes.ts';
import { isCaseSumRight, isDutySumRight } from '#shared/planning/changes/change-totals.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Sum } from '../../components/sum.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { Behind } from './behind.tsx';
import { DutyTable } from './duty-table.tsx';
import { caseSum, headline, readChoice, workSentence, type Choice } from './model.ts';
import { TeamTable } from './team-table.tsx';
import short from '../../view/in-short.module.css';

/** The headline, the sum, the two tables, and the cases behind the figure chosen in them. */
export function Difference({ difference }: { difference: SnapshotDifference }) {
  const { search, change } = useLookedAt();
  const list = useRef<HTMLDivElement>(null);
  const choice = readChoice(search, difference.totals);
  const choose = ({ figure, duty, team }: Choice) => {
    change({ figure, duty, of: team });
    list.current?.scrollIntoView({ block: 'nearest' });
  };
  const work = workSentence(difference);
  return (
    <>
      <section className={short.headline} aria-label="In short">
        <p className={short.first}>{headline(difference)}</p>
        {work !== null && <p>{work}</p>}
      </section>
      <CaseSum difference={difference} />
      <Section title="Cases by team" about="Choose a figure to list its cases below">
        <TeamTable difference={difference} choice={choice} onChoose={choose} />
      </Section>
      <Section
        title="Work by duty"
        about="Of cases in both snapshots, set against the due date held in the earlier; where none is held, work is due an interval after it was last done"
      >
        <DutyTable difference={difference} choice={choice} onChoose={choose} />
      </Section>
      <div ref={list}>
        <Behind difference={difference} choice={choice} />
      </div>
    </>
  );
}

function CaseSum({ difference }: { difference: SnapshotDifference }) {
  const { totals } = difference;
  const isRight = isCaseSumRight(totals) && totals.duties.every(isDutySumRight);
  return (
    <>
      <Sum label="Cases then and now" parts={caseSum(difference)} />
      {!isRight && (
        <Banner tone="bad">The parts do not add up. Do not rely on these figures; report it.</Banner>
      )}
    </>
  );
}
