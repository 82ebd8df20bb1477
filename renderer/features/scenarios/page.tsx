import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { monthZero } from '#shared/domain/dates.ts';
import type { Scenario } from '#shared/domain/scenario.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useCommandOnce } from '../../api/use-command-once.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Banner, EmptyPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { ListTable } from './list-table.tsx';
import { looked, ratioFinding, titleOf, utilisationFinding } from './findings.ts';
import { Prepared, type Ground } from './prepared.tsx';
import styles from './scenarios.module.css';
import { freeName, suggestionsFor, type Suggestion } from './suggestions.ts';
import { UnconfirmedBanner } from './unconfirmed.tsx';

/** All scenarios, what they come to beside the state of things, and where to begin. */
export function ScenariosPage() {
  const { toPlace } = useLookedAt();
  return (
    <Page
      title="Scenarios"
      about="What a change to people, work or pay would bring over five years, beside the baseline: the state of things as it is"
      actions={
        <>
          <Button variant="default" component={Link} to={toPlace('/scenarios/compare')}>
            Compare
          </Button>
          <Button variant="default" component={Link} to={toPlace('/scenarios/pay')}>
            Pay and on-cost
          </Button>
        </>
      }
    >
      <Prepared>{(ground) => <Held ground={ground} />}</Prepared>
    </Page>
  );
}

function Held({ ground }: { ground: Ground }) {
  const scenarios = useQuery('scenarios.list', {});
  const { team } = useLookedAt();
  const base = looked(ground.baseline, team);
  const suggestions = suggestionsFor(monthZero(ground.baseline.asAt));
  return (
    <Asked query={scenarios} title="The scenarios could not be listed">
      {(held) => (
        <>
          {base && (
            <p className={styles.answer}>
              In the baseline {lowerThe(titleOf(base, ratioFinding))} and {utilisationFinding(base)}.
            </p>
          )}
          <UnconfirmedBanner result={ground.baseline} />
          {held.length === 0 ? (
            <FirstScenario suggestions={suggestions} />
          ) : (
            <List held={held} ground={ground} suggestions={suggestions} />
          )}
        </>
      )}
    </Asked>
  );
}

const lowerThe = (text: string): string => text.replace(/^The force/, 'the force');

function List({
  held,
  ground,
  suggestions,
}: {
  held: Scenario[];
  ground: Ground;
  suggestions: Suggestion[];
}) {
  const [isAll, setIsAll] = useState(false);
  const copy = useCommandOnce('scenarios.copy');
  const archive = useCommandOnce('scenarios.archive');
  const archived = held.filter(({ archivedAt }) => archivedAt !== null).length;
  const failure = copy.error ?? archive.error;
  return (
    <>
      <Buttons data-print="hide">
        <NewScenario suggestions={suggestions} />
        {archived > 0 && (
          <Button
            variant="default"
            aria-pressed={isAll}
            onClick={() => {
              setIsAll(!isAll);
            }}
          >
            {isAll ? 'Hide archived' : `Show ${String(archived)} archived`}
          </Button>
        )}
      </Buttons>
      {failure && <Banner tone="bad">{failure.message}</Banner>}
      <ListTable
        scenarios={isAll ? held : held.filter(({ archivedAt }) => archivedAt === null)}
        ground={ground}
        isBusy={copy.isPending || archive.isPending}
        onCopy={({ id, name }) => {
          copy.mutate({
            scenarioId: id,
            name: freeName(
              name,
              held.map((one) => one.name),
            ),
          });
        }}
        onArchive={({ id, archivedAt }) => {
          archive.mutate({ scenarioId: id, archived: archivedAt === null });
        }}
      />
    </>
  );
}

const EMPTY = 'empty';

/** Begins one: from nothing, or from a worked example. */
function NewScenario({ suggestions }: { suggestions: Suggestion[] }) {
  const { toPlace } = useLookedAt();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button>New scenario …</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={toPlace('/scenarios/new', { from: EMPTY })}>
          Without changes
        </Menu.Item>
        {suggestions.map(({ key, draft }) => (
          <Menu.Item key={key} component={Link} to={toPlace('/scenarios/new', { from: key })}>
            {draft.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function FirstScenario({ suggestions }: { suggestions: Suggestion[] }) {
  const { toPlace } = useLookedAt();
  const save = useCommand('scenarios.save');
  const [isMaking, setIsMaking] = useState(false);
  const makeAll = async () => {
    setIsMaking(true);
    try {
      for (const { draft } of suggestions) await save.mutateAsync(draft);
    } catch {
      // What is refused stands below: the command keeps its error.
    }
    setIsMaking(false);
  };
  return (
    <EmptyPanel
      title="No scenario yet"
      actions={
        <>
          <Button
            loading={isMaking}
            onClick={() => {
              void makeAll();
            }}
          >
            Make these two
          </Button>
          <Button variant="default" component={Link} to={toPlace('/scenarios/new', { from: EMPTY })}>
            Start without changes
          </Button>
        </>
      }
    >
      <p>
        A scenario is a named list of changes. Most questions begin with these two, each of which can be
        opened, changed and saved:
      </p>
      <ul className={styles.suggestions}>
        {suggestions.map(({ key, about, draft }) => (
          <li key={key}>
            <Link to={toPlace('/scenarios/new', { from: key })}>{draft.name}</Link>
            <span className={styles.dim}>{about}</span>
          </li>
        ))}
      </ul>
      {save.error && <Banner tone="bad">{save.error.message}</Banner>}
    </EmptyPanel>
  );
}
