/** Invented forces whose rates are known: case by case through the months, with a generator of their own. */
import type { Risk } from '#shared/domain/case.ts';
import { addMonths, firstDayOf, lastDayOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { CaseFacts, SnapshotFacts } from '#shared/planning/forecast/cases/facts.ts';
import { drawsFrom, type Draws } from '#shared/planning/forecast/cases/draws.ts';

const FIRST = '2000-01' as Month;
/** Months lived before the first snapshot, so that ends of notification are spread as in a real force. */
const BEFORE = 240;

export type World = {
  snapshots: SnapshotFacts[];
  /** Cases at the end of the months asked for, counted from the last snapshot. */
  truths: number[];
  teamTruths: Array<Map<string, number>>;
  /** Cases at each snapshot. */
  counts: number[];
};

type Plan = {
  joiners: number;
  /** Yearly, on the log scale, from the first snapshot on. */
  trend: number;
  dispersion: number;
  leaving: Record<Risk, number>;
  upOrDown: number;
  lengths: ReadonlyArray<readonly [months: number | null, weight: number]>;
  teams: number[];
};

const levels: readonly Risk[] = ['very-high', 'high', 'medium', 'low', 'unassessed'];

function planOf(draws: Draws): Plan {
  const between = (low: number, high: number): number => low + draws.uniform() * (high - low);
  const leaving = between(0.01, 0.06) / 12;
  const shared = (): number => leaving * between(0.6, 1.5);
  return {
    joiners: Math.exp(between(Math.log(4), Math.log(24))),
    trend: draws.uniform() < 0.5 ? 0 : between(-0.08, 0.12),
    dispersion: draws.uniform() < 0.6 ? 1 : between(1.2, 3),
    leaving: {
      'very-high': shared(),
      high: shared(),
      medium: shared(),
      low: shared(),
      unassessed: leaving,
    },
    upOrDown: between(0.02, 0.12) / 12,
    lengths: [
      [null, between(0.2, 0.45)],
      [120, between(0.2, 0.4)],
      [84, between(0.1, 0.2)],
      [60, between(0.1, 0.25)],
      [24, between(0, 0.1)],
    ],
    teams: Array.from({ length: 2 + Math.floor(draws.uniform() * 5) }, () => between(0.5, 1.5)),
  };
}

type Life = {
  facts: CaseFacts;
  risk: number;
  end: number | null;
};

function begin(plan: Plan, month: number, number: number, draws: Draws): Life {
  const first = addMonths(FIRST, month);
  const length = plan.lengths[draws.pick(plan.lengths.map(([, weight]) => weight))]?.[0] ?? null;
  const day = String(1 + Math.floor(draws.uniform() * 28)).padStart(2, '0');
  // Some come in with part of the notification behind them, as after custody.
  const ahead = length === null ? null : Math.max(6, length - Math.floor(draws.uniform() * 12));
  const risk = draws.uniform() < 0.5 ? 4 : draws.pick([0.02, 0.18, 0.3, 0.5]);
  return {
    risk,
    end: ahead === null ? null : month + ahead,
    facts: {
      reference: `W${String(number)}`,
      team: `Team ${String(1 + draws.pick(plan.teams))}`,
      risk: levels[risk] ?? 'low',
      notificationStart: firstDayOf(first),
      notificationEnd: ahead === null ? null : (`${addMonths(first, ahead)}-${day}` as IsoDate),
      indefinite: ahead === null,
    },
  };
}

function changed(life: Life, plan: Plan, draws: Draws): void {
  const level = life.risk;
  if (level === 4) {
    if (draws.uniform() < 0.4) life.risk = draws.pick([0.02, 0.18, 0.3, 0.5]);
  } else if (draws.uniform() < plan.upOrDown) {
    life.risk = Math.min(3, Math.max(0, level + (draws.uniform() < 0.6 ? 1 : -1)));
  } else return;
  life.facts = { ...life.facts, risk: levels[life.risk] ?? 'low' };
}

/** @param horizons months after the last snapshot whose truth is wanted */
export function inventWorld(seed: number, snapshots: number, horizons: readonly number[]): World {
  const draws = drawsFrom(seed);
  const plan = planOf(draws);
  const last = BEFORE + snapshots - 1;
  const world: World = { snapshots: [], truths: [], teamTruths: [], counts: [] };
  let lives: Life[] = [];
  let number = 0;
  for (let month = 0; month <= last + Math.max(...horizons); month++) {
    lives = lives.filter(
      (life) => (life.end === null || life.end > month) && draws.uniform() >= plan.leaving[life.facts.risk],
    );
    for (const life of lives) changed(life, plan, draws);
    // Before the first snapshot the force grew into what it is.
    const years = (month - BEFORE) / 12;
    const mean = plan.joiners * Math.exp(years < 0 ? years * 0.03 : years * plan.trend);
    const spread = plan.dispersion - 1;
    const count = draws.poisson(spread > 0 ? draws.gamma(mean / spread, 1 / spread) : mean);
    for (let index = 0; index < count; index++) lives.push(begin(plan, month, number++, draws));
    if (month >= BEFORE && month <= last) {
      world.snapshots.push({
        asAt: lastDayOf(addMonths(FIRST, month)),
        cases: lives.map(({ facts }) => facts),
      });
      world.counts.push(lives.length);
    } else if (horizons.includes(month - last)) {
      const teams = new Map<string, number>();
      for (const { facts } of lives) teams.set(facts.team, (teams.get(facts.team) ?? 0) + 1);
      world.truths.push(lives.length);
      world.teamTruths.push(teams);
    }
  }
  return world;
}
