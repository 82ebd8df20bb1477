import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { monthZero } from '#shared/domain/dates.ts';
import { baseline, type Scenario, type ScenarioDraft } from '#shared/domain/scenario.ts';
import { useQuery } from '../../api/hooks.ts';
import { EmptyPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { Editor } from './editor.tsx';
import { Prepared, type Ground } from './prepared.tsx';
import { freeName, suggestionsFor } from './suggestions.ts';

export const NEW = 'new';

/** One scenario: written on the left, what comes of it on the right. */
export function ScenarioPage() {
  const { scenario = NEW } = useParams();
  return (
    <Prepared title="Scenarios">
      {(ground) => <Chosen key={scenario} id={scenario} ground={ground} />}
    </Prepared>
  );
}

function Chosen({ id, ground }: { id: string; ground: Ground }) {
  const scenarios = useQuery('scenarios.list', {});
  const { search } = useLookedAt();
  return (
    <Asked query={scenarios} title="The scenarios could not be read">
      {(held) => {
        if (id === NEW) {
          return <Editor ground={ground} saved={null} start={startOf(search.get('from'), ground, held)} />;
        }
        const saved = held.find((one) => String(one.id) === id);
        return saved ? <Editor ground={ground} saved={saved} start={saved} /> : <NotThere />;
      }}
    </Asked>
  );
}

/** A worked example under a name that is free; else nothing. */
function startOf(from: string | null, ground: Ground, held: readonly Scenario[]): ScenarioDraft {
  const names = held.map(({ name }) => name);
  const suggestion = suggestionsFor(monthZero(ground.baseline.asAt)).find(({ key }) => key === from);
  return suggestion
    ? { ...suggestion.draft, name: freeName(suggestion.draft.name, names) }
    : { ...baseline, name: freeName('New scenario', names) };
}

function NotThere() {
  const { toPlace } = useLookedAt();
  return (
    <Page title="Scenarios">
      <EmptyPanel
        title="There is no such scenario"
        actions={
          <Button component={Link} to={toPlace('/scenarios')}>
            All scenarios
          </Button>
        }
      >
        <p>It may belong to another workspace.</p>
      </EmptyPanel>
    </Page>
  );
}
