import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState, type ReactNode } from 'react';
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
import { looked } from './findings.ts';
import { effectSaid } from './model.ts';
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
  const written = useWritten(saved, start);
  const { typed, draft, faults } = written;
  const [settled] = useDebouncedValue(draft, REDRAWN_AFTER_MS, { leading: true });
  const { answered, error } = useMiddlePath(settled, ground.isReady);
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
        <DraftForm typed={typed} faults={faults} context={context} onChange={written.setTyped} />
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
      <Keeping written={written}>
        {draft === null
          ? 'Not redrawn until the fields marked are mended.'
          : own && base
            ? `${team ?? 'The force'}: ${effectSaid(own, base)}`
            : ''}
      </Keeping>
    </Page>
  );
}

type Written = ReturnType<typeof useWritten>;

/** The scenario as it is typed and as it is read, and whether it is kept. */
function useWritten(saved: Scenario | null, start: ScenarioDraft) {
  const [begun] = useState(() => typedOf(start));
  const [typed, setTyped] = useState<TypedDraft>(begun);
  const { draft, faults } = useMemo(() => readDraft(typed), [typed]);
  const { isLeaving, ...keeping } = useSaved(saved);
  const isUnsaved = saved === null || draft === null || !isSameDraft(draft, saved);
  const isDirty = !isLeaving && isUnsaved;
  return {
    typed,
    setTyped,
    draft,
    faults,
    ...keeping,
    isDirty,
    /** A new one in which nothing was typed is left without asking. */
    isAskedAbout: isDirty && (saved !== null || typed !== begun),
    /** Missing where nothing saved is there to go back to. */
    discard:
      isDirty && saved !== null
        ? () => {
            setTyped(typedOf(saved));
          }
        : undefined,
  };
}

/** Saves what is written, and asks before it is left unsaved. */
function Keeping({ written, children }: { written: Written; children: ReactNode }) {
  const { draft, save, isSaving, error, isDirty, isAskedAbout, discard } = written;
  return (
    <>
      <UnsavedBar
        label="Effect and saving"
        isDirty={isDirty}
        isSaving={isSaving}
        canSave={draft !== null}
        error={error}
        onSave={() => {
          if (draft) save(draft);
        }}
        onDiscard={discard}
      >
        {isDirty && <strong>Not saved. </strong>}
        {children}
      </UnsavedBar>
      <UnsavedGuard isDirty={isAskedAbout} what="this scenario" />
    </>
  );
}

const contextOf = ({ baseline, standards }: Ground): Context => ({
  month0: monthZero(baseline.asAt),
  teams: baseline.teams.flatMap(({ team }) => (team === null ? [] : [team])),
  standards,
});
