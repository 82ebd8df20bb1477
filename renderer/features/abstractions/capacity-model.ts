/** Assumed against actual, and what is known and expected ahead, in words and figures. */
import type { AbstractionRates } from '#shared/contract/abstraction-figures.ts';
import {
  abstractionKindNames,
  abstractionKinds,
  type AbstractionKind,
  type HoursByKind,
} from '#shared/domain/abstraction.ts';
import { showMonth, showMonthShort, type Month } from '#shared/domain/dates.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import type { LineSeries, MonthMark, StackSeries } from '../../components/chart/month-data.ts';
import { MISSING, showCount, showHours, showPercentExactly } from '../../view/figures.ts';
import { kindColours } from './kinds.ts';
import { totalOf } from './model.ts';

type Share = AbstractionRates['shares'][number];
type Line = { name: string; unit: string; values: string[] };

export const shareNames: Record<Share['of'], string> = {
  leave: 'Leave',
  sickness: 'Sickness',
  training: 'Training',
  rest: 'Court, other policing and other',
};

/** Kinds with any hours in some month. */
const heldKinds = (months: readonly HoursByKind[]): AbstractionKind[] =>
  abstractionKinds.filter((kind) => months.some((byKind) => byKind[kind] > 0));

/** "Over 12 months 9.1 % of contracted hours were lost; 11.8 % is assumed" */
export function ratesFinding({ months, actual, assumedOfHeld }: AbstractionRates): string {
  if (actual === null || assumedOfHeld === null)
    return 'No abstraction is held of these months, so the rate is not known';
  return `Over ${counted(months.length, 'month')}, ${showPercentExactly(actual)} of contracted hours were lost; ${showPercentExactly(assumedOfHeld)} is assumed`;
}

/** Which parts the comparison leaves out, and what expectations rest on. */
export function ratesNotes({ shares, assumed, restsOnMonths, actual, months }: AbstractionRates): string[] {
  const last = months.at(-1)?.month;
  const untold = shares
    .filter((share) => share.actual === null)
    .map(({ of }) => shareNames[of].toLowerCase());
  return [
    ...(actual !== null && untold.length > 0
      ? [
          `No record of ${listed(untold)} is held: not known rather than nought, so left out on both sides. With everything, ${showPercentExactly(assumed)} is assumed.`,
        ]
      : []),
    restsOnMonths === 0 || last === undefined
      ? 'What is expected ahead rests on the assumptions, as no records are held.'
      : `What is expected ahead rests on the records of ${counted(restsOnMonths, 'month')} up to ${showMonth(last)}.`,
  ];
}

/** Marks under the months: `9` per cent lost, marked where that is more than assumed. */
export function rateDrawing({ months }: AbstractionRates): {
  marks: MonthMark[];
  stacks: StackSeries[];
  lines: LineSeries[];
} {
  return {
    marks: months.map(({ month, actual, assumed, lost }, index) => {
      const isOver = actual !== null && assumed !== null && actual > assumed;
      return {
        ...monthOfMark(month, index),
        note: actual === null ? MISSING : String(Math.round(actual * 100)),
        isOver,
        label: `${showMonth(month)}: ${showHours(lost)}, ${showPercentExactly(actual)} lost${isOver ? ', more than assumed' : ''}`,
      };
    }),
    stacks: kindStacks(months.map(({ lostByKind }) => lostByKind)),
    lines: [
      {
        key: 'assumed',
        name: 'Assumed',
        colour: 'var(--ink)',
        isDashed: true,
        values: months.map(({ assumed, contracted }) => (assumed === null ? null : assumed * contracted)),
      },
    ],
  };
}

export const monthOfMark = (month: Month, index: number): Pick<MonthMark, 'key' | 'short' | 'year'> => ({
  key: month,
  short: showMonthShort(month).slice(0, 3),
  year: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : null,
});

export const kindStacks = (months: readonly HoursByKind[]): StackSeries[] =>
  heldKinds(months).map((kind) => ({
    key: kind,
    name: abstractionKindNames[kind],
    colour: kindColours[kind],
    values: months.map((byKind) => byKind[kind]),
  }));

export const kindLines = (months: readonly HoursByKind[]): Line[] =>
  heldKinds(months).map((kind) => ({
    name: abstractionKindNames[kind],
    unit: 'h',
    values: months.map((byKind) => showCount(byKind[kind])),
  }));

/** The rows under "Show as table". */
export function rateLines({ months }: AbstractionRates): Line[] {
  return [
    {
      name: 'Lost',
      unit: '% of contracted hours',
      values: months.map((one) => showPercentExactly(one.actual)),
    },
    { name: 'Assumed', unit: '%', values: months.map((one) => showPercentExactly(one.assumed)) },
    { name: 'Lost', unit: 'h', values: months.map((one) => showCount(one.lost)) },
    ...kindLines(months.map(({ lostByKind }) => lostByKind)),
    { name: 'Contracted', unit: 'h', values: months.map((one) => showCount(one.contracted)) },
  ];
}

/** `2.1 points fewer than assumed` */
export function differenceWords({ assumed, actual }: Share): string {
  if (actual === null) return 'not known';
  const points = Math.abs(actual - assumed) * 100;
  if (points < 0.05) return 'as assumed';
  return `${points.toFixed(1)} points ${actual > assumed ? 'more' : 'fewer'}`;
}

const AHEAD = 12;

/** What capacity takes off in the months ahead: known by kind, expected by kind beyond it, and both. */
export function aheadLines({ ahead }: AbstractionRates): { months: Month[]; lines: Line[] } {
  const shown = ahead.slice(0, AHEAD);
  const line = (name: string, of: (one: (typeof shown)[number]) => number): Line => ({
    name,
    unit: 'h',
    values: shown.map((one) => showCount(of(one))),
  });
  const known = heldKinds(shown.map((one) => one.known));
  const expected = heldKinds(shown.map((one) => one.expected));
  return {
    months: shown.map(({ month }) => month),
    lines: [
      ...known.map((kind) =>
        line(`Known: ${abstractionKindNames[kind].toLowerCase()}`, (one) => one.known[kind]),
      ),
      ...expected.map((kind) =>
        line(`Expected: ${abstractionKindNames[kind].toLowerCase()}`, (one) => one.expected[kind]),
      ),
      line('= Taken off capacity', (one) => totalOf(one.known) + totalOf(one.expected)),
    ],
  };
}
