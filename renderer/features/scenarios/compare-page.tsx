import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { Link } from 'react-router';
import { baseline, BASELINE_NAME, type Scenario, type ScenarioDraft } from '#shared/domain/scenario.ts';
import { useQuery } from '../../api/hooks.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { Choices, Ticks } from '../../components/form/choices.tsx';
import { EmptyPanel } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Page } from '../../view/page.tsx';
import { CasePart } from './case-part.tsx';
import { Compared } from './compared.tsx';
import { comparedIds, MOST_COMPARED } from './compare-model.ts';
import { Worked } from './job-state.tsx';
import { Prepared, type Ground } from './prepared.tsx';
import { UnconfirmedBanner } from './unconfirmed.tsx';

/** Any number of scenarios beside one baseline. */
export function ComparePage() {
  const { toPlace } = useLookedAt();
  return (
    <Page
      title="Compare scenarios"
      about="What they assume otherwise, and what comes of it"
      actions={
        <Button variant="default" component={Link} to={toPlace('/scenarios')}>
          All scenarios
        </Button>
      }
    >
      <Prepared>{(ground) => <Held ground={ground} />}</Prepared>
    </Page>
  );
}

function Held({ ground }: { ground: Ground }) {
  const scenarios = useQuery('scenarios.list', {});
  const { toPlace } = useLookedAt();
  return (
    <Asked query={scenarios} title="The scenarios could not be listed">
      {(held) => {
        const current = held.filter(({ archivedAt }) => archivedAt === null);
        return current.length === 0 ? (
          <EmptyPanel
            title="There is nothing to compare yet"
            actions={
              <Button component={Link} to={toPlace('/scenarios')}>
                Make a scenario
              </Button>
            }
          />
        ) : (
          <Choice held={current} ground={ground} />
        );
      }}
    </Asked>
  );
}

const draftOf = ({ name, description, changes }: ScenarioDraft): ScenarioDraft => ({
  name,
  description,
  changes,
});

function Choice({ held, ground }: { held: Scenario[]; ground: Ground }) {
  const { search, change, team, snapshotChoice } = useLookedAt();
  const against = held.find(({ id }) => String(id) === search.get('against'));
  const offered = held.filter(({ id }) => id !== against?.id);
  const ids = comparedIds(
    search.get('with'),
    offered.map(({ id }) => id),
  );
  const chosen = offered.filter(({ id }) => ids.includes(id));
  const answer = useJobAnswer(
    'scenarios.compare',
    {
      ...snapshotChoice,
      baseline: { draft: draftOf(against ?? baseline) },
      scenarios: chosen.map((one) => ({ draft: draftOf(one) })),
      ...(team === undefined ? {} : { team }),
    },
    { enabled: ground.isReady && chosen.length > 0, keepsPrevious: true },
  );
  return (
    <>
      <Choices data-print="hide">
        <NativeSelect
          size="xs"
          label="Baseline"
          value={against === undefined ? '' : String(against.id)}
          data={[
            { value: '', label: BASELINE_NAME },
            ...held.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(event) => {
            change({ against: event.currentTarget.value || null });
          }}
        />
        <Ticks legend="Scenarios beside it">
          {offered.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={ids.includes(id)}
              disabled={!ids.includes(id) && ids.length >= MOST_COMPARED}
              onChange={() => {
                const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
                change({ with: next.length === 0 ? 'none' : next.join(',') });
              }}
            />
          ))}
        </Ticks>
      </Choices>
      <UnconfirmedBanner result={ground.baseline} />
      {chosen.length === 0 ? (
        <EmptyPanel title="Choose the scenarios to compare" />
      ) : (
        <Worked answer={answer} label="Working out ranges of each scenario">
          {(comparison) => <Compared comparison={comparison} />}
        </Worked>
      )}
      <CasePart chosen={chosen} limit={ground.baseline.limit} isReady={ground.isReady} />
    </>
  );
}
