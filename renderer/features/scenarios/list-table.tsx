import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { baseline, type Scenario, type ScenarioDraft } from '#shared/domain/scenario.ts';
import { inWords } from '#shared/planning/scenarios/words.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { figureNames, figureOf } from '#shared/planning/scenarios/figures.ts';
import type { FigureKey } from '#shared/domain/scenario-result.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { cx } from '../../components/cx.ts';
import { MISSING } from '../../view/figures.ts';
import figures from '../../view/figures-table.module.css';
import { useLookedAt } from '../../view/looked-at.ts';
import { looked } from './findings.ts';
import { basisOf, figureName, firstOverNote, wholeSaid } from './model.ts';
import type { Ground } from './prepared.tsx';
import { showValue } from './said.ts';
import styles from './scenarios.module.css';
import { Unconfirmed } from './unconfirmed.tsx';
import { useMiddlePath } from './use-result.ts';

const shown: readonly FigureKey[] = [
  'first-over-limit',
  'ratio-end',
  'first-over-capacity',
  'peak-utilisation',
  'short-end',
  'cost-added',
];

type Acts = { onCopy: (scenario: Scenario) => void; onArchive: (scenario: Scenario) => void };

/** Every scenario with the few figures by which it is judged, the state of things first. */
export function ListTable({
  scenarios,
  ground,
  isBusy,
  ...acts
}: Acts & { scenarios: readonly Scenario[]; ground: Ground; isBusy: boolean }) {
  const { limit } = ground.baseline;
  const { team } = useLookedAt();
  return (
    <ScrollTable label="Scenarios" look={cx(figures.plain, styles.flush)}>
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col" className={styles.words}>
            What it changes
          </th>
          {shown.map((key) => (
            <th key={key} scope="col" style={{ whiteSpace: 'normal' }}>
              {figureName(key, limit)} <Unconfirmed basis={basisOf(key)} result={ground.baseline} />
              <span className={figures.unit}>{wholeSaid(key, team)}</span>
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <BaselineRow ground={ground} />
        {scenarios.map((scenario) => (
          <Row key={scenario.id} scenario={scenario} ground={ground} isBusy={isBusy} {...acts} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function BaselineRow({ ground }: { ground: Ground }) {
  return (
    <tr>
      <th scope="row">{baseline.name}</th>
      <td className={styles.words}>nothing: what scenarios are held against</td>
      <Figures draft={baseline} ground={ground} />
      <td />
    </tr>
  );
}

function Row({
  scenario,
  ground,
  isBusy,
  onCopy,
  onArchive,
}: Acts & { scenario: Scenario; ground: Ground; isBusy: boolean }) {
  const { toPlace } = useLookedAt();
  const isArchived = scenario.archivedAt !== null;
  const { name } = scenario;
  return (
    <tr className={isArchived ? (styles.archived ?? '') : ''}>
      <th scope="row">
        <Link to={toPlace(`/scenarios/${String(scenario.id)}`)}>{name}</Link>
        {isArchived && ' (archived)'}
      </th>
      <td className={styles.words}>{changesSaid(scenario, ground.standards)}</td>
      <Figures draft={scenario} ground={ground} />
      <td>
        <Buttons>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`Copy ${name}`}
            disabled={isBusy}
            onClick={() => {
              onCopy(scenario);
            }}
          >
            Copy
          </Button>
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`${isArchived ? 'Take back' : 'Archive'} ${name}`}
            disabled={isBusy}
            onClick={() => {
              onArchive(scenario);
            }}
          >
            {isArchived ? 'Take back' : 'Archive'}
          </Button>
        </Buttons>
      </td>
    </tr>
  );
}

function Figures({ draft, ground }: { draft: ScenarioDraft; ground: Ground }) {
  const { team } = useLookedAt();
  const { answered, error } = useMiddlePath(draft, ground.isReady);
  if (error) return <td colSpan={shown.length}>{error.message}</td>;
  const own = answered && looked(answered.result, team);
  return shown.map((key) => (
    <td key={key} className={styles.figure}>
      {own
        ? showValue(
            figureOf(key, { team: own.team, cost: own.result.cost, limit: own.result.limit }),
            figureNames[key].unit,
          )
        : MISSING}
      {own && <span className={figures.unit}>{firstOverNote(key, own)}</span>}
    </td>
  ));
}

/** The changes of a scenario in words, a few of them. */
function changesSaid({ changes }: ScenarioDraft, standards: Standards): string {
  if (changes.length === 0) return 'nothing';
  const said = changes.slice(0, 3).map((change) => {
    const { name, value } = inWords(change, standards);
    return `${name}: ${value}`;
  });
  return said.join('; ') + (changes.length > 3 ? `; and ${String(changes.length - 3)} more` : '');
}
