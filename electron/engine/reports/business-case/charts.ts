/** The charts of a business case: their title says the finding, their legend the options by letter. */
import type { CasePack, PackOption } from '#shared/domain/case-pack.ts';
import { optionFigure } from '#shared/planning/case-pack/figures.ts';
import { listed, showNumber } from '#shared/planning/wording.ts';
import type { WordPart } from '../docx.ts';
import { linePicture, lookInWords, PICTURE, type LinePicture } from '../line-picture.ts';

const SHOWN_WIDTH = 640;
const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

const legendOf = (options: readonly PackOption[]): string =>
  options.map(({ name }, index) => `${letterOf(index)}: ${name} (${lookInWords(index)})`).join('; ');

type Chart = Omit<LinePicture, 'months'> & { title: string; legend: string };

function chartParts({ months }: CasePack, { title, legend, ...picture }: Chart): WordPart[] {
  return [
    { text: title, look: 'strong' },
    {
      picture: {
        png: linePicture({ months, ...picture }),
        widthPx: SHOWN_WIDTH,
        heightPx: Math.round((SHOWN_WIDTH * PICTURE.height) / PICTURE.width),
        says: `${title}. ${legend}. The figures stand in the tables and in the workbook.`,
      },
    },
    { text: legend, look: 'quiet' },
  ];
}

/** `Within 1:50 in every month, on the middle path: Minimum and Preferred: Two posts` */
function withinTitle(
  options: readonly PackOption[],
  limit: string,
  isWithin: (option: PackOption) => boolean,
): string {
  const within = options.filter(isWithin).map(({ name }) => `“${name}”`);
  if (within.length === 0) return `On the middle path no option stays within ${limit} in every month`;
  if (within.length === options.length)
    return `On the middle path every option stays within ${limit} in every month`;
  return `On the middle path within ${limit} in every month: ${listed(within)}`;
}

function rsosChart({ options: [first], figures }: CasePack): Chart[] {
  if (!first) return [];
  const { middle, low, high } = first.result.force.rsos;
  const end = figures.find(({ id }) => id === optionFigure(first.key, 'rsos-end'))?.shown ?? '';
  const change = (middle.at(-1) ?? 0) - (middle[0] ?? 0);
  const verb = change > 0.5 ? 'rise to' : change < -0.5 ? 'fall to' : 'stay at';
  return [
    {
      title: `On the middle path the force’s RSOs ${verb} ${end}`,
      legend: `${letterOf(0)}: middle path${low ? '; shaded: the 80 % range' : ''}`,
      lines: [{ letter: letterOf(0), values: middle }],
      limit: null,
      ...(low && high ? { band: { low, high } } : {}),
      show: showNumber,
    },
  ];
}

export function caseCharts(pack: CasePack): WordPart[] {
  const { options, limit } = pack;
  const ratioLimit = `1:${String(limit)}`;
  const charts: Chart[] = [
    ...rsosChart(pack),
    {
      title: withinTitle(options, ratioLimit, ({ result }) => result.force.monthsOverLimit === 0),
      legend: `Ratio by month. ${legendOf(options)}; red: the limit ${ratioLimit}`,
      lines: options.map(({ result }, index) => ({
        letter: letterOf(index),
        values: result.force.ratio.middle,
      })),
      limit,
      show: (value) => `1:${String(Number(value.toFixed(1)))}`,
    },
    {
      title: withinTitle(options, 'capacity', ({ result }) => result.force.monthsOverCapacity === 0),
      legend: `Utilisation by month. ${legendOf(options)}; red: capacity`,
      lines: options.map(({ result }, index) => ({
        letter: letterOf(index),
        values: result.force.utilisation.middle,
      })),
      limit: 1,
      show: (value) => `${showNumber(value * 100)}%`,
    },
  ];
  return charts.flatMap((chart) => chartParts(pack, chart));
}
