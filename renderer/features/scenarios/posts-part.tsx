import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Month, monthRange, monthZero, showMonth } from '#shared/domain/dates.ts';
import { newcomer, type ScenarioDraft } from '#shared/domain/scenario.ts';
import { Choices } from '../../components/form/choices.tsx';
import { showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import type { Asked, Goal, NewPosts } from './posts-asked.ts';
import type { Ground } from './prepared.tsx';
import styles from './scenarios.module.css';
import { Seek } from './seek.tsx';
import { Sweep } from './sweep.tsx';
import { TypedNumber } from './typed-number.tsx';

/** How many further posts it would take: sought for a goal, or tried one after the other. */
export function PostsPart({ draft, ground }: { draft: ScenarioDraft | null; ground: Ground }) {
  const { team } = useLookedAt();
  const month0 = monthZero(ground.baseline.asAt);
  const [posts, setPosts] = useState<NewPosts>({ contract: 'officer', from: month0, ...newcomer });
  const [goal, setGoal] = useState<Goal>({ goal: 'ratio', probability: 0.8 });
  const [sought, setSought] = useState<(Asked & Goal) | null>(null);
  const [swept, setSwept] = useState<Asked | null>(null);
  const isRight = draft !== null && isInBounds(posts) && isShare(goal.probability);
  return (
    <>
      <Section
        title="The posts to try"
        about={`Beyond this scenario, for ${team ?? 'the force, shared out over its teams'}`}
      >
        <PostsForm posts={posts} month0={month0} onChange={setPosts} />
      </Section>
      <Section title="Fewest posts for a goal">
        <GoalForm
          goal={goal}
          limit={ground.baseline.limit}
          canAsk={isRight}
          onChange={setGoal}
          onAsk={() => {
            if (draft && isRight) setSought({ draft, posts, ...goal });
          }}
        />
        {sought && isOld(sought, { draft, posts, ...goal }) && <p className={styles.dim}>{OLD}</p>}
        {sought && <Seek asked={sought} ground={ground} />}
      </Section>
      <Section
        title="None to twenty posts, side by side"
        actions={
          <Button
            variant="default"
            disabled={!isRight}
            onClick={() => {
              if (draft) setSwept({ draft, posts });
            }}
          >
            Try 0 to 20 posts
          </Button>
        }
      >
        {swept && isOld(swept, { draft, posts }) && <p className={styles.dim}>{OLD}</p>}
        {swept && (
          <Sweep asked={swept} wanted={isShare(goal.probability) ? goal.probability : 0.8} ground={ground} />
        )}
      </Section>
    </>
  );
}

const OLD = 'Something was changed since this was asked: ask again for the answer to what stands above now.';

/** Whether an answer is of other changes, posts or another goal than stand in the forms now. */
function isOld<T extends Asked>(asked: T, now: Omit<T, 'draft'> & { draft: ScenarioDraft | null }): boolean {
  const told = ({ draft, ...rest }: typeof now) => JSON.stringify([draft?.changes, rest]);
  return told(asked) !== told(now);
}

const MOST_MONTHS = 36;
const isMonths = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MOST_MONTHS;
const isInBounds = ({ leadMonths, trainingMonths, productivity }: NewPosts): boolean =>
  isMonths(leadMonths) && isMonths(trainingMonths) && productivity >= 0 && productivity <= 1;
const monthsFault = (value: number) =>
  isMonths(value) ? undefined : { kind: 'words' as const, words: 'Expected 0 to 36 whole months' };
const isShare = (value: number): boolean => value >= 0.01 && value <= 1;
const shareFault = (value: number) =>
  isShare(value) ? undefined : { kind: 'words' as const, words: `Expected 1 to ${showPercent(1)}` };

function PostsForm({
  posts,
  month0,
  onChange,
}: {
  posts: NewPosts;
  month0: Month;
  onChange: (posts: NewPosts) => void;
}) {
  const months = (key: 'leadMonths' | 'trainingMonths', label: string) => (
    <TypedNumber
      label={label}
      value={posts[key]}
      unit="months"
      fault={monthsFault(posts[key])}
      onChange={(value) => {
        onChange({ ...posts, [key]: value ?? NaN });
      }}
    />
  );
  return (
    <div className={styles.fields}>
      <NativeSelect
        size="xs"
        label="Earliest recruiting"
        value={posts.from}
        data={monthRange(month0, 48).map((month) => ({ value: month, label: showMonth(month) }))}
        onChange={(event) => {
          onChange({ ...posts, from: Month.parse(event.currentTarget.value) });
        }}
      />
      {months('leadMonths', 'Until in post')}
      {months('trainingMonths', 'In training')}
      <TypedNumber
        label="Counts in training as"
        value={posts.productivity}
        unit="percent"
        step={5}
        fault={
          posts.productivity >= 0 && posts.productivity <= 1
            ? undefined
            : { kind: 'words', words: `Expected 0 to ${showPercent(1)}` }
        }
        onChange={(productivity) => {
          onChange({ ...posts, productivity: productivity ?? NaN });
        }}
      />
      <NativeSelect
        size="xs"
        label="Contract"
        value={posts.contract}
        data={[
          { value: 'officer', label: 'Police officer' },
          { value: 'staff', label: 'Police staff' },
        ]}
        onChange={(event) => {
          onChange({ ...posts, contract: event.currentTarget.value === 'staff' ? 'staff' : 'officer' });
        }}
      />
    </div>
  );
}

function GoalForm({
  goal,
  limit,
  canAsk,
  onChange,
  onAsk,
}: {
  goal: Goal;
  limit: number;
  canAsk: boolean;
  onChange: (goal: Goal) => void;
  onAsk: () => void;
}) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      <Choices>
        <NativeSelect
          size="xs"
          label="Goal, in every month"
          value={goal.goal}
          data={[
            { value: 'ratio', label: `Within 1:${String(limit)}` },
            { value: 'capacity', label: 'Within capacity' },
          ]}
          onChange={(event) => {
            onChange({ ...goal, goal: event.currentTarget.value === 'ratio' ? 'ratio' : 'capacity' });
          }}
        />
        <TypedNumber
          label="In at least this share of futures"
          value={goal.probability}
          unit="percent"
          step={5}
          fault={shareFault(goal.probability)}
          onChange={(probability) => {
            onChange({ ...goal, probability: probability ?? NaN });
          }}
        />
        <Button type="submit" disabled={!canAsk}>
          Find the fewest posts
        </Button>
      </Choices>
    </form>
  );
}
