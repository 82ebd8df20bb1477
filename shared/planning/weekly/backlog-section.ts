/** What is overdue on a team's page of the pack: by risk and lateness, its change, and by when it could be cleared. */
import { backlogChangeParts, lateBandNames, lateBands, type Clearing } from '#shared/domain/backlog.ts';
import { riskNames } from '#shared/domain/case.ts';
import { showDate, showMonth } from '#shared/domain/dates.ts';
import type { WeeklyPack, WeeklyTeam } from '#shared/domain/weekly-pack.ts';
import { showChange, showCount, showHours, showPercent, showPercentExactly } from '../figures.ts';
import { dutyNoun, listed } from '../wording.ts';
import { figure, shown, smallCountLines, word, type PackCell, type PackSection } from './pack-table.ts';
import { sharedBacklog, type SharedBacklog } from './shared-counts.ts';

/** `+4`, `−12`, `0` */
const share = (value: number | null): string | null => (value === null ? null : showPercentExactly(value));

/** The backlog of a team by duty, risk and lateness, what became of it since the snapshot before, and when it can be cleared. */
export function backlogSection({ backlog, clearing }: WeeklyTeam, pack: WeeklyPack): PackSection {
  const bands = lateBands.filter(
    (band) => band !== 'due-that-day' || backlog.some((duty) => duty.bands[band] > 0),
  );
  const matrices = backlog.map((duty) => sharedBacklog(duty, bands, pack.smallCounts));
  const isWhole = matrices.every(({ all }) => all.outstanding !== null);
  const before = backlog.find((duty) => duty.before !== null)?.before;
  return {
    title: 'Backlog by risk and lateness',
    lines: [
      toleranceLine(matrices, pack.tolerance),
      ...risksOverLine(matrices),
      ...matrices.flatMap((matrix) => changeLine(matrix) ?? []),
      clearingLine(clearing, isWhole),
      ...smallCountLines(
        pack.smallCounts,
        matrices.some(({ hasSmall }) => hasSmall),
      ),
    ],
    table: {
      label: 'Backlog by duty, risk and lateness',
      columns: [
        word('Duty'),
        word('Risk'),
        ...bands.map((band) => figure(lateBandNames[band])),
        figure('Overdue'),
        figure('Cases owing one'),
        figure('Share'),
        figure(before ? `Since ${showDate(before.asAt)}` : 'Change'),
      ],
      rows: matrices.flatMap(dutyRows),
    },
  };
}

const cellsOf = (line: SharedBacklog['all']): PackCell[] => [
  ...line.bands.map(shown),
  shown(line.outstanding),
  shown(line.owing),
  share(line.share),
];

function dutyRows(matrix: SharedBacklog) {
  const { duty, all, rows, changeSince } = matrix;
  return [
    {
      cells: [duty.name, 'All', ...cellsOf(all), changeSince && showChange(changeSince.more)],
      isStrong: true,
    },
    ...rows
      .filter(({ outstanding }) => outstanding !== 0)
      .map((own) => ({ cells: ['', riskNames[own.risk].name, ...cellsOf(own), null], isStrong: false })),
  ];
}

function toleranceLine(matrices: readonly SharedBacklog[], tolerance: number): string {
  const over = matrices.filter(({ duty }) => duty.isOverTolerance);
  const limit = `the tolerance of ${showPercent(tolerance)} of the cases owing one`;
  if (over.length === 0) return `No duty is over ${limit}.`;
  const said = over.map(({ duty, all }) => {
    const own = share(all.share);
    return own === null ? duty.name : `${duty.name} (${own})`;
  });
  return `Over ${limit}: ${listed(said)}.`;
}

/** "Over it by risk: Visit, very high (3 of 15) and high (4 of 60); RMP, high (2 of 30)." Withheld counts stay so. */
function risksOverLine(matrices: readonly SharedBacklog[]): string[] {
  const said = matrices.flatMap(({ duty, rows }) => {
    const over = rows.flatMap(({ risk, outstanding, owing, isOverTolerance }) =>
      isOverTolerance && outstanding !== null && owing !== null
        ? [`${riskNames[risk].name.toLowerCase()} (${showCount(outstanding)} of ${showCount(owing)})`]
        : [],
    );
    return over.length === 0 ? [] : [`${duty.name}, ${listed(over)}`];
  });
  return said.length === 0 ? [] : [`Over it by risk: ${said.join('; ')}.`];
}

/** "Visits: 53 overdue, 26 fewer than on 30 Sep 2026: 40 fell due, 66 done." */
function changeLine({ duty: { name }, all, changeSince }: SharedBacklog): string | null {
  if (changeSince === null || all.outstanding === null) return null;
  const { more, asAt, change } = changeSince;
  const how = more === 0 ? 'as many as' : `${showCount(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than`;
  const parts = backlogChangeParts
    .filter(({ key }) => change !== null && change[key] > 0)
    .map(({ key, name: said }) => `${showCount(change?.[key] ?? 0)} ${said}`);
  const why = parts.length === 0 ? '' : `: ${listed(parts)}`;
  return `${showCount(all.outstanding)} ${dutyNoun(name, all.outstanding)} overdue, ${how} on ${showDate(asAt)}${why}.`;
}

/** @param isWhole false where the hours would tell how many of a duty are overdue, and that is withheld */
function clearingLine({ state, hours, month }: Clearing, isWhole: boolean): string {
  const time = `The overdue work of offender managers${isWhole ? ` takes ${showHours(hours)}` : ' is not told in hours'}`;
  if (state === 'nothing') return 'Nothing of offender managers’ work is overdue.';
  if (state === 'by' && month !== null)
    return `${time}; the capacity there is clears it by the end of ${showMonth(month)}.`;
  if (state === 'not-within')
    return `${time}; the capacity there is does not clear it within the months planned.`;
  return `${time}; by when it could be clear is not known without capacity.`;
}
