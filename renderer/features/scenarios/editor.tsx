import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { monthZero } from '#shared/domain/dates.ts';
import type { Scenario, ScenarioDraft } from '#shared/domain/scenario.ts';
import { UnsavedBar } from '../../components/form/unsaved-bar.tsx';
import { UnsavedGuard } from '../../components/form/unsaved-guard.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { PartTabs } from '../../view/part-tabs.tsx';
import { Answer } from './answer.tsx';
import type { Context } from './change-kinds.ts';
import { DraftForm } from './draft-form.tsx';
import { isSameDraft, readDraft, typedOf, type TypedDraft } from './draft.ts';
import { effectSaid, looked } from './model.ts';
import { PostsPart } from './posts-part.tsx';
import type { Ground } from './prepared.tsx';
import styles from './scenarios.module.css';
import { TornadoPart } from './tornado-part.tsx';
import { UnconfirmedBanner } from './unconfirmed.tsx';
import { useMiddlePath } from './use-result.ts';
import { useSaved } from './use-saved.ts';

/** The first edit redraws at once, what is typed right after it together after this pause. */
const REDRAWN_AFTER_MS = 60;

/** A scenario being written beside what comes of it. */
export function Editor({
  ground,
  saved,
  start,
}: {
  ground: Ground;
  /** Null for one not kept yet. */
  saved: Scenario | null;
  start: ScenarioDraft;
}) {
  const { team, toPlace } = useLookedAt();
  const [begun] = useState(() => typedOf(start));
  const [typed, setTyped] = useState<TypedDraft>(begun);
  const read = useMemo(() => readDraft(typed), [typed]);
  const [settled] = useDebouncedValue(read.draft, REDRAWN_AFTER_MS, { leading: true });
  const { answered, error } = useMiddlePath(settled, ground.isReady);
  const keeping = useSaved(saved);
  const isUnsaved = saved === null || read.draft === null || !isSameDraft(read.draft, saved);
  const isDirty = !keeping.isLeaving && isUnsaved;
  const own = useMemo(() => answered && looked(answered.result, team), [answered, team]);
  const base = useMemo(() => looked(ground.baseline, team), [ground, team]);
  const context = useMemo(() => contextOf(ground), [ground]);
  return (
    <Page
      title={typed.name.trim() === '' ? 'New scenario' : typed.name}
      about={saved === null ? 'Scenario, not saved yet' : 'Scenario'}
      actions={
        <Button variant="default" component={Link} to={toPlace('/scenarios')}>
          All scenarios
        </Button>
      }
    >
      {typeof saved?.archivedAt === 'string' && (
        <Banner>This scenario is archived. It can be changed here, and taken back in the list.</Banner>
      )}
      <UnconfirmedBanner result={answered?.result ?? ground.baseline} />
      {error && <Banner tone="bad">{error.message} The figures shown are those before.</Banner>}
      <div className={styles.split}>
        <DraftForm typed={typed} faults={read.faults} context={context} onChange={setTyped} />
        <PartTabs
          label="Parts of the scenario"
          parts={[
            {
              key: 'result',
              name: 'Result',
              body: <Answer draft={answered?.draft ?? null} own={own} base={base} ground={ground} />,
            },
            {
              key: 'tornado',
              name: 'What moves the answer',
              body: <TornadoPart draft={settled} ground={ground} />,
            },
            {
              key: 'posts',
              name: 'Posts it would take',
              body: <PostsPart draft={settled} ground={ground} />,
            },
          ]}
        />
      </div>
      <UnsavedBar
        label="Effect and saving"
        isDirty={isDirty}
        isSaving={keeping.isSaving}
        canSave={read.draft !== null}
        error={keeping.error}
        onSave={() => {
          if (read.draft) keeping.save(read.draft);
        }}
        onDiscard={
          isDirty && saved !== null
            ? () => {
                setTyped(typedOf(saved));
              }
            : undefined
        }
      >
        {isDirty && <strong>Not saved. </strong>}
        {read.draft === null
          ? 'Not redrawn until the fields marked are mended.'
          : own && base
            ? `${team ?? 'The force'}: ${effectSaid(own, base)}`
            : ''}
      </UnsavedBar>
      <UnsavedGuard isDirty={isDirty && (saved !== null || typed !== begun)} what="this scenario" />
    </Page>
  );
}

const contextOf = ({ baseline, standards }: Ground): Context => ({
  month0: monthZero(baseline.asAt),
  teams: baseline.teams.flatMap(({ team }) => (team === null ? [] : [team])),
  standards,
});
