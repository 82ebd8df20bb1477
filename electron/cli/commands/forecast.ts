/** `forecast`: the number of RSOs in the years ahead, case by case or from yearly counts. */
import type { Command } from 'commander';
import { call } from '#electron/engine/call.ts';
import type { CasesForecast, TotalsForecast } from '#shared/domain/forecast.ts';
import { FOUR_FIFTHS, HALF, showPercentExactly } from '#shared/planning/figures.ts';
import { Refusal, systemCode, UsageError } from '../errors.ts';
import { given, snapshotId, wholeNumber } from '../options.ts';
import type { Common } from '../options.ts';
import { followJob } from '../progress.ts';
import { readText } from '../read-file.ts';
import type { Respond } from '../respond.ts';
import { withEngine, withWorkspace } from '../session.ts';
import { number, table } from '../table.ts';

type ForecastOptions = Common & {
  counts?: string;
  years?: number;
  runs?: number;
  seed?: number;
  snapshot?: number;
};

/** A file of yearly counts is a few lines. */
const MOST_BYTES = 200_000;
/** Rows of the table at a terminal: one for each half year. */
const MONTHS_A_ROW = 6;

const readCounts = (file: string): Promise<string> =>
  readText(file, MOST_BYTES, {
    tooLarge: () =>
      new Refusal('import-rejected', `"${file}" is too large for a file of yearly counts. Choose another.`),
    unreadable: (error) => {
      const why = systemCode(error) === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
      return new Refusal('not-found', `Expected yearly counts at "${file}", but ${why}.`, { file });
    },
  });

function totalsText(forecast: TotalsForecast): string {
  const at = (values: readonly number[], index: number): string | null => number(values[index] ?? null);
  const years = table(
    ['year', 'expected', `${FOUR_FIFTHS} from`, 'to', `${HALF} from`, 'to'],
    forecast.years.map((year, index) => [
      String(year),
      at(forecast.mean, index),
      at(forecast.low, index),
      at(forecast.high, index),
      at(forecast.low50, index),
      at(forecast.high50, index),
    ]),
  );
  const candidates = table(
    ['method', 'error', 'past forecasts'],
    forecast.candidates.map(({ method, name, error, forecasts }) => [
      method === forecast.method ? `${name} (chosen)` : name,
      error === null ? null : showPercentExactly(error),
      forecasts,
    ]),
  );
  return [years, candidates, forecast.notes.join('\n')].join('\n\n');
}

function casesText(forecast: CasesForecast): string {
  const shown = forecast.months.flatMap((month, index) =>
    (index + 1) % MONTHS_A_ROW === 0 ? [{ month, index }] : [],
  );
  const force = table(
    ['end of', 'median', `${FOUR_FIFTHS} from`, 'to', `${HALF} from`, 'to'],
    shown.map(({ month, index }) => [
      month,
      ...[forecast.median, forecast.low, forecast.high, forecast.low50, forecast.high50].map((values) =>
        number(values[index] ?? null),
      ),
    ]),
  );
  const last = forecast.months.length - 1;
  const ends = forecast.months[last] ?? '';
  const teams = table(
    ['team', 'now', `median ${ends}`, `${FOUR_FIFTHS} from`, 'to'],
    forecast.teams.map(({ team, now, median, low, high }) => [
      team,
      number(now),
      ...[median, low, high].map((values) => number(values[last] ?? null)),
    ]),
  );
  const head = `As at ${forecast.asAt}: ${number(forecast.now) ?? ''} cases. ${number(forecast.runs) ?? ''} runs from seed ${String(forecast.seed)}.`;
  return [head, force, teams, forecast.notes.join('\n')].join('\n\n');
}

/** Options of the one kind of forecast given to the other would be left aside without a word. */
function refuseMixed(options: ForecastOptions): void {
  const others = (['runs', 'seed', 'snapshot'] as const).filter((name) => options[name] !== undefined);
  if (others.length > 0) {
    throw new UsageError(
      `Expected --counts without --${others.join(', --')}: a forecast from counts knows no snapshot and no chance.`,
    );
  }
}

export function addForecastCommand(program: Command, respond: Respond): void {
  program
    .command('forecast')
    .description('the number of RSOs in the years ahead, with its past error')
    .option('--counts <file>', 'from a file of year,count alone; no workspace is needed')
    .option('--years <n>', 'years ahead (5)', wholeNumber(1, 10))
    .option('--runs <n>', 'simulated futures (1000)', wholeNumber(100, 10_000))
    .option('--seed <n>', 'the same seed gives the same forecast (1)', wholeNumber(0, 2_147_483_647))
    .option('--snapshot <id>', 'forecast from this snapshot instead of the newest', snapshotId)
    .action((_options: unknown, command: Command) =>
      respond(command.optsWithGlobals<ForecastOptions>(), async (options, terminal) => {
        const { counts, years, runs, seed, snapshot } = options;
        if (counts !== undefined) {
          refuseMixed(options);
          const csv = await readCounts(counts);
          const reply = await withEngine((engine) =>
            call(engine, 'forecast.totals', { csv, ...given({ years }) }),
          );
          return { reply, text: totalsText(reply) };
        }
        return withWorkspace(options, terminal, async (engine) => {
          const input = given({ years, runs, seed, snapshotId: snapshot });
          const reply = await followJob(engine, terminal, 'forecast.cases', input);
          return { reply, text: casesText(reply) };
        });
      }),
    );
}
