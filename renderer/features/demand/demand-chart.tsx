import { useMemo } from 'react';
import type { Demand, ExpectedJoiners } from '#shared/contract/demand.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import { overCapacity } from '#shared/planning/demand/peaks.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { LegendItem } from '../../components/chart/legend.tsx';
import { MonthChart } from '../../components/chart/month-chart.tsx';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { Banner } from '../../components/states/panels.tsx';
import { showCount, showHours } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { monthMarks } from '../../view/month-marks.ts';
import { peaksShown } from '../../view/peaks-shown.ts';
import { MonthsTable } from '../../view/months-table.tsx';
import { DemandChoices, useChoices, type Choices } from './demand-choices.tsx';
import { joinersSaid, withJoiners } from './joiners.ts';
import { capacityLine, dutySeries, finding, planSaid, shownUtilisation, tableLines } from './model.ts';

type Props = {
  demand: Demand;
  one: DemandOfTeam;
  selected: number;
  onSelect: (index: number) => void;
};

/** Stacked months by duty against capacity; expected joiners are forecast when they are asked for. */
export function DemandChart(props: Props) {
  const { snapshotChoice } = useLookedAt();
  const choices = useChoices(props.one.planned !== null);
  const expected = useJobAnswer(
    'demand.joiners',
    { ...snapshotChoice, months: props.demand.months.length },
    { enabled: choices.hasJoiners },
  );
  return (
    <>
      {choices.hasJoiners && expected.isRunning && (
        <JobProgress
          label="Forecasting the joiners"
          step={expected.step}
          progress={expected.progress}
          onCancel={expected.cancel}
        />
      )}
      {choices.hasJoiners && expected.error && <Banner tone="bad">{expected.error.message}</Banner>}
      <Drawing {...props} choices={choices} joiners={choices.hasJoiners ? expected.data : undefined} />
    </>
  );
}

function Drawing({
  demand: ofCases,
  one: own,
  selected,
  onSelect,
  choices,
  joiners,
}: Props & { choices: Choices; joiners: ExpectedJoiners | undefined }) {
  const { measure, isPlanned } = choices;
  const { demand, one } = useMemo(
    () => (joiners ? withJoiners({ demand: ofCases, one: own }, joiners) : { demand: ofCases, one: own }),
    [ofCases, own, joiners],
  );
  const drawing = useMemo(() => {
    const lines = measure === 'hours' ? capacityLine(demand, one) : [];
    return {
      stacks: dutySeries(demand, one, { measure, isPlanned }),
      lines,
      marks: monthMarks(
        demand.months,
        shownUtilisation(one, isPlanned),
        new Set(overCapacity(peaksShown(demand, one, isPlanned)).map(({ month }) => month)),
      ),
      ...(lines.length > 0 ? { ceiling: one.capacity } : {}),
    };
  }, [demand, one, measure, isPlanned]);
  const title = finding(demand, one, isPlanned);
  const said = [
    ...(isPlanned && one.planned ? [planSaid(one.team, one.planned)] : []),
    ...(joiners ? [joinersSaid(joiners, one.team)] : []),
  ];
  return (
    <ChartFrame
      title={title}
      unit={unitSaid(measure, demand)}
      {...(said.length > 0 ? { summary: said.join(' ') } : {})}
      legend={legendOf(drawing.stacks, drawing.lines.length > 0)}
      actions={<DemandChoices choices={choices} hasPlan={one.planned !== null} />}
      table={() => (
        <MonthsTable
          label={title}
          months={demand.months}
          lines={tableLines(demand, one, { measure, isPlanned })}
        />
      )}
    >
      <MonthChart
        label={`${title}. The figures stand under "Show as table".`}
        {...drawing}
        showValue={showCount}
        showInFull={measure === 'hours' ? showHours : showCount}
        selected={selected}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}

function unitSaid(measure: Choices['measure'], { rosterAsAt }: Demand): string {
  return (
    (measure === 'hours'
      ? 'Offender managers’ hours a month'
      : 'Pieces of work due a month, whoever does them') +
    (rosterAsAt === null ? '' : '; below each month, utilisation in per cent')
  );
}

const legendOf = (
  stacks: ReadonlyArray<{ name: string; colour: string }>,
  hasCapacity: boolean,
): LegendItem[] => [
  ...stacks.map(({ name, colour }) => ({ name, colour, look: 'fill' as const })),
  ...(hasCapacity
    ? [
        { name: 'Capacity', colour: 'var(--capacity)', look: 'line' as const },
        { name: 'Over capacity', colour: 'var(--ink)', look: 'hatch' as const },
      ]
    : []),
];
