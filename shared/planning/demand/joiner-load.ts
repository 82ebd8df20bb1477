/** The load that expected joiners bring: their first visits and assessments, then the rhythm of their level. */
import type { CaseRecord } from '#shared/domain/case.ts';
import { firstDayOf, addDays, monthZero } from '#shared/domain/dates.ts';
import type { JoinerLoad } from '#shared/domain/demand.ts';
import { hours } from '#shared/domain/units.ts';
import { risks } from '../forecast/cases/facts.ts';
import { addUp, rollOut, type WorkContext } from './load.ts';
import { LEVELS, type Futures } from '../forecast/cases/futures.ts';

/** Some join on the first day of a month and some on the last. */
const DAYS_TO_MID_MONTH = 14;

type Context = Omit<WorkContext, 'signOffsHeld'>;

const asJustJoined = (record: CaseRecord, risk: CaseRecord['risk']): CaseRecord => ({
  ...record,
  risk,
  notificationEnd: null,
  duties: [],
});

/**
 * Hours of a joiner of each level in the month of joining and in those after it. Joiners are managed by us, in the
 * community or reactive as often as the cases held are, so each of these is taken as if it had just joined.
 */
function hoursSinceJoining({ cases, asAt, ...rest }: Context, months: number): number[][] {
  // Nothing is done yet, and so nothing to be signed off.
  const context = { ...rest, signOffsHeld: new Set<string>() };
  const joined = addDays(firstDayOf(monthZero(asAt)), DAYS_TO_MID_MONTH);
  return risks.map((risk) => {
    const fresh = cases.map((record) => asJustJoined(record, risk));
    const { loadByDuty } = rollOut({ ...context, cases: fresh, asAt: joined }, months);
    return addUp(Object.values(loadByDuty), months).map((total) => total / Math.max(1, cases.length));
  });
}

function ofTeam(
  index: number,
  { teams, joiners }: Futures,
  own: readonly number[][],
  months: number,
): JoinerLoad {
  const cells = teams.length * LEVELS;
  const expected = (month: number, level: number): number =>
    joiners[month * cells + index * LEVELS + level] ?? 0;
  const load = new Array<number>(months).fill(0);
  for (const [level, hoursSince] of own.entries()) {
    for (let joined = 0; joined < months; joined++) {
      const count = expected(joined, level);
      for (let month = joined; month < months; month++) {
        load[month] = (load[month] ?? 0) + count * (hoursSince[month - joined] ?? 0);
      }
    }
  }
  return {
    team: teams[index] ?? null,
    joiners: load.map((_, month) => own.reduce((total, _level, level) => total + expected(month, level), 0)),
    load: load.map(hours),
  };
}

/**
 * What expected joiners add to each team's work, and to the force's. No case stands behind it and it cannot be moved.
 *
 * @param context all cases of the snapshot that the futures start from
 * @param months at most as many as the futures have
 */
export function joinerLoad(
  context: Context,
  futures: Futures,
  months: number,
): { teams: JoinerLoad[]; force: JoinerLoad } {
  const own = hoursSinceJoining(context, months);
  const teams = futures.teams.map((_, index) => ofTeam(index, futures, own, months));
  const summed = (pick: (one: JoinerLoad) => readonly number[]): number[] => addUp(teams.map(pick), months);
  return {
    teams,
    force: {
      team: null,
      joiners: summed((one) => one.joiners),
      load: summed((one) => one.load).map(hours),
    },
  };
}
