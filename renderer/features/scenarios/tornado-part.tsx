import { NativeSelect } from '@mantine/core';
import { monthZero, type Month } from '#shared/domain/dates.ts';
import type { ScenarioDraft } from '#shared/domain/scenario.ts';
import { FigureKey, figureKeys, type Tornado } from '#shared/domain/scenario-result.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { useJobAnswer } from '../../api/job-answer.ts';
import { Choices } from '../../components/form/choices.tsx';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import { ScrollTable } from '../../components/table/scroll-table.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Worked } from './job-state.tsx';
import { basisOf, figureName } from './model.ts';
import type { Ground } from './prepared.tsx';
import { showAhead } from './said.ts';
import styles from './scenarios.module.css';
import { drawnTornado, tornadoTitle } from './tornado-model.ts';
import { Unconfirmed } from './unconfirmed.tsx';

const FIRST: FigureKey = 'ratio-end';

/** Which assumption moves a figure most, taken lower and higher one at a time. */
export function TornadoPart({ draft, ground }: { draft: ScenarioDraft | null; ground: Ground }) {
  const { team, search, change, snapshotChoice } = useLookedAt();
  const figure = FigureKey.catch(FIRST).parse(search.get('figure'));
  const { limit } = ground.baseline;
  const answer = useJobAnswer(
    'scenarios.tornado',
    {
      ...snapshotChoice,
      scenario: { draft: { name: 'This scenario', description: '', changes: draft?.changes ?? [] } },
      figure,
      ...(team === undefined ? {} : { team }),
    },
    { enabled: ground.isReady && draft !== null, keepsPrevious: true },
  );
  return (
    <>
      <Choices>
        <NativeSelect
          size="xs"
          label="Figure to look at"
          value={figure}
          data={figureKeys.map((key) => ({ value: key, label: figureName(key, limit) }))}
          onChange={(event) => {
            change({ figure: event.currentTarget.value });
          }}
        />
        <Unconfirmed basis={basisOf(figure)} result={ground.baseline} />
      </Choices>
      <Worked answer={answer} label="Taking each assumption lower and higher">
        {(tornado) => (
          <TornadoChart
            tornado={tornado}
            month0={monthZero(ground.baseline.asAt)}
            months={ground.baseline.months.length}
          />
        )}
      </Worked>
      <p className={styles.dim}>
        One assumption at a time, all else as this scenario has it, on the middle path. Growth goes to the
        ends of the forecast’s {FOUR_FIFTHS} range; the other steps are stated beside each bar.
      </p>
    </>
  );
}

function TornadoChart({ tornado, month0, months }: { tornado: Tornado; month0: Month; months: number }) {
  const title = tornadoTitle(tornado, month0);
  const { now, bars } = drawnTornado(tornado, month0, months);
  return (
    <ChartFrame
      title={title}
      unit={`${tornado.name}; the line is where it stands`}
      legend={[
        { name: 'Assumption lower', colour: 'var(--ink)', look: 'hatch' },
        { name: 'Assumption higher', colour: 'var(--fan-median)', look: 'fill' },
      ]}
      table={() => <TornadoTable tornado={tornado} month0={month0} />}
    >
      <div
        className={styles.bars}
        role="img"
        aria-label={`${title}. The figures stand under "Show as table".`}
      >
        {bars.map(({ bar, pieces, lowSaid, highSaid, lowLeft }) => (
          <div key={bar.key} style={{ display: 'contents' }}>
            <div>
              {bar.name}
              <div className={styles.dim}>{bar.now}</div>
            </div>
            <div>
              <div className={styles.barTrack}>
                {pieces.map(({ end, left, width }) => (
                  <span
                    key={end}
                    className={styles.barPiece}
                    data-end={end}
                    style={{ left: `${String(left * 100)}%`, width: `${String(width * 100)}%` }}
                  />
                ))}
                <span className={styles.barNow} style={{ left: `${String(now * 100)}%` }} />
              </div>
              <p className={styles.barWords} data-side={lowLeft <= 0.5 ? 'low' : 'high'}>
                {bar.low}: {lowSaid} · {bar.high}: {highSaid}
              </p>
            </div>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

function TornadoTable({ tornado, month0 }: { tornado: Tornado; month0: Month }) {
  const show = (value: number | null) => showAhead(value, tornado.unit, month0);
  return (
    <ScrollTable label={`${tornado.name} by assumption`}>
      <thead>
        <tr>
          <th scope="col">Assumption</th>
          <th scope="col">As it is</th>
          <th scope="col">Lower</th>
          <th scope="col">Figure then</th>
          <th scope="col">Higher</th>
          <th scope="col">Figure then</th>
        </tr>
      </thead>
      <tbody>
        {tornado.bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.name}</th>
            <td>{bar.now}</td>
            <td>{bar.low}</td>
            <td>{show(bar.atLow)}</td>
            <td>{bar.high}</td>
            <td>{show(bar.atHigh)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
