/** The case in plain words. Each figure in a sentence is one of the pack's. */
import type { OptionKind, PackFigure, PackOption, PackSentence } from '#shared/domain/case-pack.ts';
import type { Sought } from '#shared/domain/scenario-result.ts';
import { FOUR_FIFTHS } from '../figures.ts';
import { teamsOver } from '../scenarios/teams-over.ts';
import { optionFigure, yearFigure } from './figures.ts';

type Book = ReadonlyMap<string, PackFigure>;
type Part = string | { figure: string };
type Say = (texts: TemplateStringsArray, ...parts: Part[]) => PackSentence;

const fig = (figure: string): Part => ({ figure });

/** Writes sentences of plain words and figures; a figure that is not there is a fault of ours. */
function sayer(book: Book): Say {
  return (texts, ...parts) => {
    const figures: string[] = [];
    const shown = (part: Part | undefined): string => {
      if (part === undefined || typeof part === 'string') return part ?? '';
      const figure = book.get(part.figure);
      if (!figure) throw new RangeError(`Expected the figure ${part.figure} in the pack, found none.`);
      figures.push(figure.id);
      return figure.shown;
    };
    return { text: texts.map((text, index) => text + shown(parts[index])).join(''), figures };
  };
}

type SummaryInput = {
  options: readonly PackOption[];
  sought: Sought;
  figures: readonly PackFigure[];
};

/**
 * The case in sentences, each with the figures that stand in it.
 * @throws RangeError where a sentence names a figure that the pack does not have
 */
export function packSummary({ options, sought, figures }: SummaryInput): PackSentence[] {
  const book: Book = new Map(figures.map((figure) => [figure.id, figure]));
  const say = sayer(book);
  const each = (kinds: readonly OptionKind[], tell: (option: PackOption) => PackSentence[]): PackSentence[] =>
    options.filter(({ kind }) => kinds.includes(kind)).flatMap(tell);
  return [
    ...each(['nothing'], (option) => ofNothing(say, option)),
    ...each(['level'], (option) => [ofLevelling(say, option)]),
    ofMinimum(say, sought, options),
    ...each(['preferred', 'other'], (option) => [ofChosen(say, option)]),
    ...(book.get('assumptions.unconfirmed')?.value === 0
      ? []
      : [
          say`Figures rest on ${fig('assumptions.unconfirmed')} of ${fig('assumptions.all')} values that the force has not confirmed as its own; each stands under Assumptions, how the minimum is recruited among them.`,
        ]),
  ];
}

const limitOf = ({ result }: PackOption): string => `1:${String(result.limit)}`;

function ofNothing(say: Say, option: PackOption): PackSentence[] {
  const { key, result } = option;
  const own = (name: string): Part => fig(optionFigure(key, name));
  const end = result.months.at(-1);
  if (end === undefined) return [];
  const range = [fig(yearFigure(key, 'rsos-low', end)), fig(yearFigure(key, 'rsos-high', end))] as const;
  const limit = limitOf(option);
  return [
    say`In the baseline, with nothing changed, the force manages ${own('rsos-end')} RSOs at the end of the last month (${FOUR_FIFTHS} range ${range[0]} to ${range[1]}), ${fig(yearFigure(key, 'counted', end))} of them counted in a ratio of ${own('ratio-end')}.`,
    result.force.firstOverLimit.middle === null
      ? say`On the middle path the ratio stays within ${limit} in every month; that it does so holds in ${own('within-limit')} of the futures.`
      : say`The ratio is over ${limit} first in ${own('first-over-limit')}, and in ${own('months-over-limit')} of the months; at the end ${own('needed-end')} offender managers are needed, ${own('short-end')} more than there would be.`,
    followed(
      say`Work of the force as a whole is above capacity in ${own('months-over-capacity')} of the months; its highest utilisation is ${own('peak-utilisation')}`,
      teamsSaid(say, option, 'go'),
      '.',
    ),
  ];
}

/** One sentence out of parts, some of them words alone. */
function followed(...parts: ReadonlyArray<PackSentence | string>): PackSentence {
  const sentences = parts.map((part) => (typeof part === 'string' ? { text: part, figures: [] } : part));
  return {
    text: sentences.map(({ text }) => text).join(''),
    figures: sentences.flatMap(({ figures }) => figures),
  };
}

/** `; 3 of 6 teams still go over in some month`. Nothing where the force is one team. */
function teamsSaid(say: Say, { key, result }: PackOption, verb: 'go' | 'still go'): PackSentence {
  if (result.teams.length < 2) return followed();
  const [over, all] = [fig(optionFigure(key, 'teams-over-capacity')), fig(optionFigure(key, 'teams'))];
  const said = teamsOver(result.teams, 'capacity') === 1 ? verb.replace('go', 'goes') : verb;
  return say`; ${over} of ${all} teams ${said} over in some month`;
}

function ofLevelling(say: Say, option: PackOption): PackSentence {
  const own = (name: string): Part => fig(optionFigure(option.key, name));
  return followed(
    say`Levelling alone brings the highest utilisation of the force as a whole to ${own('peak-utilisation')} and leaves it above capacity in ${own('months-over-capacity')} of the months`,
    teamsSaid(say, option, 'still go'),
    '. It recruits nobody, so the ratio stays what it is.',
  );
}

/** An option's own name, without what it is among the others. */
const called = (name: string): string => `“${name.replace(/^Preferred: /, '')}”`;

function ofChosen(say: Say, option: PackOption): PackSentence {
  const { key, name } = option;
  const own = (figure: string): Part => fig(optionFigure(key, figure));
  const limit = limitOf(option);
  const stays =
    option.result.force.firstOverLimit.middle === null
      ? say`stays within ${limit} on the middle path, and in ${own('within-limit')} of the futures in every month`
      : say`is over ${limit} in ${own('months-over-limit')} of the months, first in ${own('first-over-limit')}`;
  const who = option.kind === 'preferred' ? `The preferred option, ${called(name)},` : called(name);
  return followed(
    say`${who} ends at a ratio of ${own('ratio-end')}, `,
    stays,
    say`; the highest utilisation of the force as a whole is ${own('peak-utilisation')}`,
    teamsSaid(say, option, 'go'),
    say`. Its people cost ${own('cost-added')} beyond the roster as it is, over the months shown.`,
  );
}

function ofMinimum(say: Say, sought: Sought, options: readonly PackOption[]): PackSentence {
  const found = (name: string): Part => fig(`search.${name}`);
  const [first] = options;
  const goal =
    sought.goal === 'capacity' || !first
      ? 'work of the force as a whole within capacity'
      : `the force’s ratio within ${limitOf(first)}`;
  if (sought.posts === null) {
    return say`No minimum was found: even ${found('most-tried')} further posts keep ${goal} in every month looked at in only ${found('chance-of-most')} of the futures, where ${found('wanted')} were wanted.`;
  }
  if (sought.posts === 0) {
    return say`No further post is needed to keep ${goal} in every month from ${found('first')} to ${found('last')}: that holds in ${found('chance')} of the futures.`;
  }
  const posts = sought.posts === 1 ? 'further post' : 'further posts';
  const keep = sought.posts === 1 ? 'keeps' : 'keep';
  return say`The minimum: ${found('posts')} ${posts}, recruited from ${found('latest-start')} at the latest, ${keep} ${goal} in every month from ${found('first')} to ${found('last')} in ${found('chance')} of the futures; one post fewer does so in ${found('chance-one-fewer')}. The cost beyond the roster as it is: ${fig(optionFigure('minimum', 'cost-added'))} over the months shown.`;
}
