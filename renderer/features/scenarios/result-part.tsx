import { memo } from 'react';
import { showDate } from '#shared/domain/dates.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { counted } from '#shared/planning/wording.ts';
import { useOnceDrawn } from '../../components/states/use-once-drawn.ts';
import { CostTable } from './cost-table.tsx';
import { FiguresTable } from './figures-table.tsx';
import { MeasureChart } from './measure-chart.tsx';
import { type Looked } from './findings.ts';
import { levellingSaid } from './model.ts';
import { NeedTable } from './need-table.tsx';
import styles from './scenarios.module.css';

export type Shown = {
  own: Looked;
  base: Looked;
  /** The same with ranges, once they are worked out. */
  ranged: Looked | null;
  isBaseline: boolean;
};

/** What comes of a scenario, by month and in figures, beside the baseline. */
export const ResultPart = memo(function ResultPartOf({ shown }: { shown: Shown }) {
  const { own, base, ranged } = shown;
  // Two charts at once would keep a reader who types waiting.
  const below = useOnceDrawn(shown);
  const levelling = levellingSaid(own);
  return (
    <div className={styles.result}>
      <MeasureChart measure="ratio" {...shown} />
      <MeasureChart measure="utilisation" {...below} />
      {levelling !== null && <p className={styles.note}>{levelling}</p>}
      <FiguresTable own={ranged ?? own} base={base} />
      <NeedTable own={own} base={base} ranged={ranged} />
      <CostTable own={own.result} />
      <Basis result={own.result} ranged={ranged?.result ?? null} />
    </div>
  );
});

/** What the figures rest on, in sentences. */
function Basis({ result, ranged }: { result: ScenarioResult; ranged: ScenarioResult | null }) {
  const roster = result.rosterAsAt === null ? '' : `, roster as at ${showDate(result.rosterAsAt)}`;
  return (
    <ul className={styles.notes} aria-label="What the figures rest on">
      <li>{result.definition}</li>
      <li>
        Snapshot as at {showDate(result.asAt)}
        {roster}; {counted(result.runs, 'future')} from seed {result.seed}, the same for every scenario.
        {ranged === null && ' Ranges and chances follow once the form is left alone.'}
      </li>
      {result.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
