/** How the figures of a pack came about, and what they do not tell. */
import type { PackOption } from '#shared/domain/case-pack.ts';
import type { SmallCountRule } from '#shared/domain/small-counts.ts';
import type { Sought } from '#shared/domain/scenario-result.ts';
import { FOUR_FIFTHS, showCount, showPercent } from '../figures.ts';
import { listed } from '../wording.ts';

/** How the figures were made, in sentences. */
export function packMethod([first]: readonly PackOption[], sought: Sought): string[] {
  if (!first) return [];
  const { runs, seed, definition } = first.result;
  const goal =
    sought.goal === 'ratio' ? 'within the ratio’s limit' : 'within capacity, the force as a whole,';
  return [
    `RSOs: every case of the snapshot is followed month by month in ${showCount(runs)} simulated futures from seed ${String(seed)}. Notification ends that are held are certain; other leavers, risk changes and joiners come at rates estimated from the snapshots listed.`,
    `The middle path is the force’s median, shared out so that teams add up to it. Ranges hold ${FOUR_FIFTHS} of the futures: one in ten lies below, one in ten above.`,
    `Ratio: ${definition}`,
    'Load: the duties that fall due by the standards, in hours of offender managers; cases to come owe what those of their team and level owe on average. Capacity: contracted hours less leave, training and absence, times the share meant for scheduled duties. Utilisation is load ÷ capacity.',
    'Posts needed: RSOs that the ratio counts ÷ limit, at the end of each financial year.',
    `Minimum: posts are added one by one until ${showPercent(sought.probability)} of the futures or more stay ${goal} in every month looked at, from the month in which the first newcomers count in full; then the start is put off as long as that holds.`,
    'Cost: people in post × pay × (1 + on-cost) ÷ 12, by financial year, April to March. Added is beyond the same roster without the option’s changes.',
    'The same run id stands for the same snapshots, staff list, standards, settings, pay, changes, futures, months and version: run again, it gives the same figures.',
  ];
}

/** Formulas add the tables up, so that small counts can be told of in a case but not withheld. */
function smallCountLimit(options: readonly PackOption[], { handling, below }: SmallCountRule): string[] {
  const isSmall = (value: number): boolean => value > 0 && value < below;
  const teams = new Set(
    options.flatMap(({ result }) =>
      result.teams.flatMap(({ team, rsos }) => (team !== null && rsos.middle.some(isSmall) ? [team] : [])),
    ),
  );
  if (handling === 'show' || teams.size === 0) return [];
  return [
    `Fewer than ${showCount(below)} RSOs are told of ${listed([...teams])}, which can say who is meant: think before this goes beyond the force.`,
  ];
}

/** What the results themselves say, each once, with whose it is where it does not hold for all options. */
function toldByResults(options: readonly PackOption[]): string[] {
  const told = options.map(({ name, result }) => ({ name, notes: [...result.notes, ...result.cost.notes] }));
  return [...new Set(told.flatMap(({ notes }) => notes))].map((note) => {
    const names = told.filter(({ notes }) => notes.includes(note)).map(({ name }) => name);
    return names.length === options.length ? note : `${listed(names)}: ${note}`;
  });
}

/** What holds for every pack, then what the results say. */
export function packLimits(options: readonly PackOption[], smallCounts: SmallCountRule): string[] {
  return [
    'Futures differ in the number of cases by team and level, and in nothing else: hours, people, absences and pay are as assumed. Ranges are too narrow for anything but the number of RSOs.',
    'The first and the last financial year may be cut: the months that fall into them are told.',
    'The tool plans time. It does not say who is dangerous, and it holds no case in this pack.',
    ...smallCountLimit(options, smallCounts),
    ...toldByResults(options),
  ];
}
