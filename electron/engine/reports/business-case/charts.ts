/** The charts of a business case: their title says the finding, their legend the options by letter. */
import type { CasePack, PackOption } from '#shared/domain/case-pack.ts';
import { showMonthShort } from '#shared/domain/dates.ts';
import type { DocumentChart, PreviewPart } from '#shared/domain/document.ts';
import { optionFigure } from '#shared/planning/case-pack/figures.ts';
import { listed } from '#shared/planning/wording.ts';
import type { LineLook, WordChart, WordPart } from '../docx.ts';

/** Told apart by dash as well as by colour, for printing. */
const looks: readonly LineLook[] = [
  { color: '141414', width: 2.25, dash: 'solid' },
  { color: '005EA5', width: 2.25, dash: 'dash' },
  { color: '007A4E', width: 2.25, dash: 'dot' },
  { color: 'B25400', width: 2.25, dash: 'solid' },
  { color: '6E3C96', width: 2.25, dash: 'longDash' },
  { color: '787878', width: 2.25, dash: 'dashDot' },
];
const lookOf = (index: number): LineLook => looks[index % looks.length] ?? limitLook;
const limitLook: LineLook = { color: 'BE1E1E', width: 1.25, dash: 'shortDash' };
const rangeLook: LineLook = { color: '6F8FB8', width: 1, dash: 'solid' };

type Chart = Omit<DocumentChart, 'months' | 'lines'> & Pick<WordChart, 'lines'>;

/** As a spreadsheet writes a format. */
const formats: Record<Chart['measure'], string> = { rsos: '#,##0', ratio: '"1:"0.#', utilisation: '0%' };

function chartParts({ months }: CasePack, { title, lines, limit, measure }: Chart): WordPart[] {
  const drawn =
    limit === null
      ? lines
      : [...lines, { name: limit.name, values: months.map(() => limit.value), look: limitLook }];
  return [
    { text: title, look: 'strong' },
    {
      chart: {
        steps: months.map(showMonthShort),
        lines: drawn,
        axis: {
          ...axisOf(drawn.flatMap(({ values }) => values.filter((value) => value !== null))),
          format: formats[measure],
        },
        says: `${title}. Lines: ${listed(drawn.map(({ name }) => name))}. The figures stand in the tables and in the workbook.`,
      },
    },
  ];
}

/** About five steps of 1, 2 or 5 times a power of ten. */
function axisOf(values: readonly number[]): Pick<WordChart['axis'], 'minimum' | 'maximum' | 'interval'> {
  const low = values.length === 0 ? 0 : Math.min(...values);
  const high = values.length === 0 ? 1 : Math.max(...values);
  const span = high > low ? high - low : Math.max(1, high);
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const interval = power * ([1, 2, 5].find((one) => span / (one * power) <= 6) ?? 10);
  const first = Math.floor(low / interval);
  const last = Math.max(first + 1, Math.ceil(high / interval));
  // Steps such as 0.05 are told without what binary adds to their multiples.
  const exact = (steps: number): number => Number((steps * interval).toPrecision(12));
  return { minimum: exact(first), maximum: exact(last), interval };
}

/** `On the middle path “Minimum” and “Preferred: Two posts” keep the force as a whole within 1:50 in every month` */
function withinTitle(
  options: readonly PackOption[],
  limit: string,
  isWithin: (option: PackOption) => boolean,
): string {
  const within = options.filter(isWithin).map(({ name }) => `“${name}”`);
  const keeps = `the force as a whole within ${limit} in every month`;
  if (within.length === 0) return `On the middle path no option keeps ${keeps}`;
  if (within.length === options.length) return `On the middle path every option keeps ${keeps}`;
  return `On the middle path ${listed(within)} ${within.length === 1 ? 'keeps' : 'keep'} ${keeps}`;
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
      lines: [
        { name: 'Middle path', values: middle, look: lookOf(0) },
        ...(high ? [{ name: 'One future in ten lies above', values: high, look: rangeLook }] : []),
        ...(low ? [{ name: 'One future in ten lies below', values: low, look: rangeLook }] : []),
      ],
      limit: null,
      measure: 'rsos',
    },
  ];
}

const linesOf = (
  options: readonly PackOption[],
  valuesOf: (option: PackOption) => ReadonlyArray<number | null>,
): Chart['lines'] =>
  options.map((option, index) => ({ name: option.name, values: valuesOf(option), look: lookOf(index) }));

function chartsOf(pack: CasePack): Chart[] {
  const { options, limit } = pack;
  const ratioLimit = `1:${String(limit)}`;
  return [
    ...rsosChart(pack),
    {
      title: withinTitle(options, ratioLimit, ({ result }) => result.force.monthsOverLimit === 0),
      lines: linesOf(options, ({ result }) => result.force.ratio.middle),
      limit: { name: `Limit ${ratioLimit}`, value: limit },
      measure: 'ratio',
    },
    {
      title: withinTitle(options, 'capacity', ({ result }) => result.force.monthsOverCapacity === 0),
      lines: linesOf(options, ({ result }) => result.force.utilisation.middle),
      limit: { name: 'Capacity', value: 1 },
      measure: 'utilisation',
    },
  ];
}

export const wordCharts = (pack: CasePack): WordPart[] =>
  chartsOf(pack).flatMap((chart) => chartParts(pack, chart));

/** The same for a page to draw; how lines look there is its own. */
export const drawnCharts = (pack: CasePack): PreviewPart[] =>
  chartsOf(pack).map(({ title, measure, lines, limit }) => ({
    chart: {
      title,
      measure,
      months: pack.months,
      lines: lines.map(({ name, values }) => ({ name, values: [...values] })),
      limit,
    },
  }));
