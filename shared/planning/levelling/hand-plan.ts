/**
 * A plan made by hand, replayed. What it claims is its hours lifted from month to month, as a spreadsheet would
 * have it; what it delivers is what follows from those of its rows that the rules allow, knock-on included.
 */
import { monthsBetween, type Month } from '#shared/domain/dates.ts';
import type { HandPlanReplay, HandPlanRow } from '#shared/domain/hand-plan.ts';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { hours, utilisation, type Hours } from '#shared/domain/units.ts';
import { showPercent } from '../figures.ts';
import { nextDue, replay, unmovedMonth } from '../rollout.ts';
import { counted } from '../wording.ts';
import { namesFrom, rulesBroken, type Broken } from './hand-rules.ts';
import { extraHoursPerYear, loadWith, peakOf } from './level.ts';
import { assignmentKey, fromAssignment } from './naming.ts';
import { isBeyond } from './problem.ts';
import type { SteeringFacts } from './steering.ts';

/** One row as it was read. */
export type HandRow = {
  row: number;
  reference: string;
  /** Key or name of the duty. */
  duty: string;
  due: Month | null;
  to: Month | null;
  /** What could not be read of it, in words. */
  unreadable: readonly string[];
};

/** A row whose chain and months are known. */
type Placed = { at: number; chain: number; due: number; to: number };

type Reading = { rows: HandPlanRow[]; placed: Placed[] };

const fold = (text: string): string => text.trim().toLowerCase();
const dutyOf = (duties: readonly DutyStandard[], text: string): DutyStandard | undefined =>
  duties.find((duty) => [duty.key, duty.name].some((name) => fold(name) === fold(text)));

/** Why a row speaks of no work that can be planned; null when it does. */
function noSuchWork(
  row: HandRow,
  duty: DutyStandard | undefined,
  known: boolean,
  facts: SteeringFacts,
): Broken | null {
  if (row.unreadable.length > 0) return { rule: 'unreadable', text: row.unreadable.join(' ') };
  if (!facts.cases.has(row.reference)) {
    return { rule: 'unknown-case', text: `${facts.team} has no case called “${row.reference}”.` };
  }
  if (!duty) {
    const names = facts.duties.map((one) => one.key).join(', ');
    return { rule: 'unknown-duty', text: `There is no duty called “${row.duty}”. Duties: ${names}.` };
  }
  if (!duty.movable || duty.hoursOf !== 'offender-manager') {
    return { rule: 'not-movable', text: `${duty.name} is not work that levelling moves.` };
  }
  return known ? null : { rule: 'not-owed', text: `This case does not owe ${duty.name}.` };
}

function readRows(problem: Problem, given: readonly HandRow[], facts: SteeringFacts): Reading {
  const chains = new Map(problem.chains.map((chain, index) => [chain.id, index]));
  const taken = new Map<string, number>();
  const reading: Reading = { rows: [], placed: [] };
  for (const [at, row] of given.entries()) {
    const { due, to, reference } = row;
    const duty = dutyOf(facts.duties, row.duty);
    const chain = duty && chains.get(`${reference}/${duty.key}`);
    const none = noSuchWork(row, duty, chain !== undefined, facts);
    const broken: Broken[] = none ? [none] : [];
    if (!none && chain !== undefined && due !== null && to !== null) {
      const key = `${String(chain)}@${due}`;
      const other = taken.get(key);
      if (other === undefined) {
        taken.set(key, row.row);
        const index = (month: Month): number => monthsBetween(facts.month0, month);
        reading.placed.push({ at, chain, due: index(due), to: index(to) });
      } else broken.push({ rule: 'listed-twice', text: `Row ${String(other)} places the same work.` });
    }
    reading.rows.push({
      row: row.row,
      reference,
      duty: duty?.key ?? row.duty,
      due,
      to,
      isApplied: false,
      broken,
    });
  }
  return reading;
}

/** Load when each row is taken at its word: hours leave one month for another, and nothing follows. */
function claimedLoad(problem: Problem, before: readonly Hours[], placed: readonly Placed[]): Hours[] {
  const load: number[] = [...before];
  for (const { chain, due, to } of placed) {
    const time = problem.chains[chain]?.hours ?? 0;
    const from = unmovedMonth(due);
    if (from < load.length) load[from] = Math.max(0, (load[from] ?? 0) - time);
    if (to >= 0 && to < load.length) load[to] = (load[to] ?? 0) + time;
  }
  return load.map(hours);
}

type Verdict = { kept: Placed[]; broken: Map<number, Broken[]> };

/** Follows one chain with its rows: each is judged where its work falls due after those before it. */
function followChain(
  problem: Problem,
  chain: Chain,
  rows: readonly Placed[],
  name: (month: number) => string,
  verdict: Verdict,
): void {
  const open = new Map(rows.map((row) => [row.due, row]));
  const dues: number[] = [];
  let due = chain.due;
  let after = 0;
  while (!isBeyond(problem, chain, due)) {
    dues.push(due);
    const row = open.get(due);
    open.delete(due);
    const broken = row ? rulesBroken({ problem, chain, name }, { due, to: row.to, after }) : [];
    if (row && broken.length > 0) verdict.broken.set(row.at, broken);
    else if (row) verdict.kept.push(row);
    const done = row && broken.length === 0 ? row.to : unmovedMonth(due);
    after = done + 1;
    due = nextDue(chain, due, done);
  }
  for (const row of open.values()) {
    verdict.broken.set(row.at, [nothingDue(chain, row.due, dues, name)]);
  }
}

function nothingDue(
  chain: Chain,
  due: number,
  dues: readonly number[],
  name: (month: number) => string,
): Broken {
  if (chain.end !== null && due > chain.end) {
    return {
      rule: 'after-notification-end',
      text: `Nothing falls due in ${name(due)}: the notification period ends in ${name(chain.end)}.`,
    };
  }
  const near = [...dues].sort((a, b) => Math.abs(a - due) - Math.abs(b - due) || a - b).slice(0, 2);
  const instead =
    near.length === 0
      ? 'nothing of it falls due within the horizon'
      : `with the rows before it, it falls due in ${near
          .sort((a, b) => a - b)
          .map(name)
          .join(' and ')}`;
  return { rule: 'nothing-due', text: `Nothing falls due in ${name(due)}: ${instead}.` };
}

/** The first rows, in the order of the file, that go beyond a cap. */
function beyondCaps(
  problem: Problem,
  kept: readonly Placed[],
  name: (month: number) => string,
): Array<[number, Broken]> {
  const { maxMoves, maxMovesPerOfficerMonth, chains } = problem;
  const moved = kept.filter(({ due, to }) => to !== unmovedMonth(due)).sort((a, b) => a.at - b.at);
  const counts = new Map<string, number>();
  let all = 0;
  return moved.flatMap(({ at, chain, to }): Array<[number, Broken]> => {
    const officer = chains[chain]?.officer ?? null;
    const key = `${officer ?? ''}/${String(to)}`;
    const own = counts.get(key) ?? 0;
    if (maxMoves !== null && all >= maxMoves) {
      return [
        [at, { rule: 'cap', text: `The plan may hold ${counted(maxMoves, 'move')}; this is one more.` }],
      ];
    }
    // Work of no officer is nobody's burden, so no officer's cap holds it back.
    if (officer !== null && maxMovesPerOfficerMonth !== null && own >= maxMovesPerOfficerMonth) {
      const limit = counted(maxMovesPerOfficerMonth, 'move');
      const text = `${officer} may have ${limit} into ${name(to)}; this is one more.`;
      return [[at, { rule: 'cap', text }]];
    }
    all++;
    counts.set(key, own + 1);
    return [];
  });
}

/** What may be kept of the rows. Dropping a row for a cap changes what falls due after it, so all is judged anew. */
function judge(problem: Problem, placed: readonly Placed[], name: (month: number) => string): Verdict {
  const capped = new Map<number, Broken>();
  for (;;) {
    const verdict: Verdict = { kept: [], broken: new Map() };
    const byChain = Map.groupBy(
      placed.filter(({ at }) => !capped.has(at)),
      ({ chain }) => chain,
    );
    for (const [index, rows] of byChain) {
      const chain = problem.chains[index];
      if (chain) followChain(problem, chain, rows, name, verdict);
    }
    for (const [at, broken] of capped) verdict.broken.set(at, [broken]);
    const further = beyondCaps(problem, verdict.kept, name);
    if (further.length === 0) return verdict;
    for (const [at, broken] of further) capped.set(at, broken);
  }
}

type Picture = { load: Hours[]; peak: HandPlanReplay['before']['peak'] };

function picture(problem: Problem, load: Hours[]): Picture {
  const peak = peakOf(load, problem.capacity);
  return { load, peak: peak === null ? null : utilisation(peak) };
}

function tell(rows: readonly HandPlanRow[], claims: Picture, delivers: Picture): string {
  const broken = rows.filter((row) => row.broken.length > 0).length;
  const counts =
    broken === 0
      ? `All ${counted(rows.length, 'row')} keep the rules.`
      : `${counted(broken, 'row')} of ${String(rows.length)} ${broken === 1 ? 'breaks' : 'break'} a rule and ` +
        `${broken === 1 ? 'is' : 'are'} left out: that work is counted where it falls due.`;
  if (claims.peak === null || delivers.peak === null)
    return `${counts} Without capacity there is no peak to tell.`;
  return `${counts} The plan claims a peak of ${showPercent(claims.peak)} and delivers ${showPercent(delivers.peak)}.`;
}

/** @param problem the team's problem, steered as the plan is to be judged */
export function replayHandPlan(
  problem: Problem,
  given: readonly HandRow[],
  facts: SteeringFacts,
): Pick<HandPlanReplay, 'rows' | 'before' | 'claims' | 'delivers' | 'text'> {
  const { months, chains } = problem;
  const { rows, placed } = readRows(problem, given, facts);
  const { kept, broken } = judge(problem, placed, namesFrom(facts.month0));
  const applied = new Map(kept.map((row) => [assignmentKey(row.chain, row.due), row.to]));
  const unmoved = replay(chains, months);
  const planned = replay(chains, months, fromAssignment(applied));
  const before = loadWith(problem, unmoved);
  const after = loadWith(problem, planned);
  const isKept = new Set(kept.map(({ at }) => at));
  const told = rows.map((row, at) => ({
    ...row,
    isApplied: isKept.has(at),
    broken: [...row.broken, ...(broken.get(at) ?? [])],
  }));
  const claims = picture(problem, claimedLoad(problem, before, placed));
  const delivers = picture(problem, after);
  return {
    rows: told,
    before: picture(problem, before),
    claims,
    delivers: {
      ...delivers,
      moves: kept.filter(({ due, to }) => to !== unmovedMonth(due)).length,
      occurrences: planned.length,
      extraOccurrences: planned.length - unmoved.length,
      extraHoursPerYear: extraHoursPerYear(before, after),
    },
    text: tell(told, claims, delivers),
  };
}
