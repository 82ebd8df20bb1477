/** Work done and not signed off: how long it waits, with whom, and how the waiting could be shared out (planning §5). */
import {
  signOffBands,
  type SignOffBand,
  type SignOffShare,
  type SupervisorSignOffs,
  type WaitingSignOff,
} from '#shared/domain/backlog.ts';
import { byReference, type CaseRecord } from '#shared/domain/case.ts';
import { addMonthsToDate, daysBetween, type IsoDate } from '#shared/domain/dates.ts';
import { inPost, type Officer } from '#shared/domain/officer.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { signOffsDue, type SignOffDue, type SignOffContext } from '../demand/sign-offs.ts';
import { isInScope, type BacklogInput, type Scope } from './outstanding.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bandOf(ageDays: number, isOver: boolean): SignOffBand {
  if (isOver) return 'over-limit';
  if (ageDays <= 7) return '0-7';
  return ageDays <= 14 ? '8-14' : '15-to-limit';
}

function waitingOne(
  one: SignOffDue,
  duty: DutyStandard,
  record: CaseRecord,
  asAt: IsoDate,
): WaitingSignOff[] {
  const { doneOn } = one;
  if (doneOn === null) return [];
  const dueBy = addMonthsToDate(doneOn, Math.round(duty.values[one.risk].interval.value));
  const ageDays = daysBetween(doneOn, asAt);
  const { reference, team, officer, supervisor, risk } = record;
  const band = bandOf(ageDays, dueBy < asAt);
  return [{ reference, team, officer, supervisor, risk, duty: one.followed, doneOn, dueBy, ageDays, band }];
}

/**
 * Work that the snapshot shows as done and not signed off, longest waiting first.
 *
 * @returns `untold`: keys of duties to be signed off of which the snapshot holds no sign-off at all, so that
 *   nothing can be said of them
 */
export function waitingSignOffs(
  input: BacklogInput & SignOffContext,
  scope: Scope,
): { waiting: WaitingSignOff[]; untold: string[] } {
  const { cases, signOffsHeld, standards, asAt } = input;
  const records = byReference(cases);
  const following = standards.duties.filter((duty) => duty.follows !== null);
  const waiting = following
    .flatMap((duty) =>
      signOffsDue(duty, input, [], []).flatMap((one) => {
        const record = records.get(one.reference);
        return record && isInScope(record, scope) ? waitingOne(one, duty, record, asAt) : [];
      }),
    )
    .sort(byAge);
  const followed = new Set(following.flatMap((duty) => duty.follows ?? []));
  return { waiting, untold: [...followed].filter((key) => !signOffsHeld.has(key)) };
}

const byAge = (a: WaitingSignOff, b: WaitingSignOff): number =>
  compare(a.doneOn, b.doneOn) || compare(a.reference, b.reference) || compare(a.duty, b.duty);

/**
 * Who could sign work off: the supervisors that cases in scope name, and those of the roster in post. The roster's
 * are left out where the cases call supervisors by something else, since one person would then stand there twice.
 */
export function supervisorsInScope(
  cases: readonly CaseRecord[],
  officers: readonly Officer[],
  scope: Scope,
  asAt: IsoDate,
): string[] {
  const own = cases.filter((record) => isInScope(record, scope));
  const named = new Set(own.flatMap(({ supervisor }) => (supervisor === null ? [] : [supervisor])));
  const onRoster = officers
    .filter((officer) => officer.role === 'supervisor' && inPost(officer, asAt))
    .map(({ collar }) => collar);
  const isSameNaming = named.size === 0 || onRoster.some((collar) => named.has(collar));
  return [...new Set([...named, ...(isSameNaming ? onRoster : [])])].sort(compare);
}

/** How many each would have so that no two differ by more than one: those with the most keep the odd ones. */
function quotas(supervisors: readonly string[], held: ReadonlyMap<string | null, number>, total: number) {
  const each = Math.floor(total / Math.max(1, supervisors.length));
  const odd = total - each * supervisors.length;
  const byMost = [...supervisors].sort((a, b) => (held.get(b) ?? 0) - (held.get(a) ?? 0) || compare(a, b));
  return new Map(byMost.map((supervisor, index) => [supervisor, each + (index < odd ? 1 : 0)]));
}

/**
 * Evens out what waits: nobody takes over more than is needed for that, and what has waited longest is handed
 * over first. Sign-offs without a supervisor are given to those with the fewest. Same input, same sharing-out.
 */
export function shareSignOffs(
  waiting: readonly WaitingSignOff[],
  supervisors: readonly string[],
): { bySupervisor: SupervisorSignOffs[]; shares: SignOffShare[] } {
  const people: Array<string | null> = [...supervisors];
  if (waiting.some(({ supervisor }) => supervisor === null)) people.push(null);
  const own = new Map(
    people.map((person) => [person, waiting.filter(({ supervisor }) => supervisor === person).sort(byAge)]),
  );
  const held = new Map([...own].map(([person, items]) => [person, items.length]));
  const target = quotas(supervisors, held, waiting.length);
  const shares = supervisors.length === 0 ? [] : handOver(own, target);
  return {
    bySupervisor: people.map((person) => {
      const items = own.get(person) ?? [];
      const after = person === null ? 0 : (target.get(person) ?? 0);
      return {
        supervisor: person,
        waiting: items.length,
        bands: countBands(items),
        oldestDays: items[0]?.ageDays ?? null,
        afterSharing: supervisors.length === 0 ? items.length : after,
        hasRoom: person !== null && after > items.length,
      };
    }),
    shares,
  };
}

const countBands = (items: readonly WaitingSignOff[]): Record<SignOffBand, number> => {
  const count = (band: SignOffBand): number => items.filter((one) => one.band === band).length;
  return Object.fromEntries(signOffBands.map((band) => [band, count(band)])) as Record<SignOffBand, number>;
};

function handOver(
  own: ReadonlyMap<string | null, readonly WaitingSignOff[]>,
  target: ReadonlyMap<string, number>,
): SignOffShare[] {
  const excess = [...own].flatMap(([from, items]) => {
    const keeps = from === null ? 0 : (target.get(from) ?? 0);
    return items.slice(0, Math.max(0, items.length - keeps)).map((item) => ({ from, item }));
  });
  const room = [...target]
    .map(([to, count]) => ({ to, room: count - (own.get(to)?.length ?? 0) }))
    .filter((one) => one.room > 0)
    .sort((a, b) => b.room - a.room || compare(a.to, b.to));
  const shares: SignOffShare[] = [];
  for (const { from, item } of excess) {
    const taker = room.find((one) => one.room > 0);
    if (!taker) break;
    taker.room -= 1;
    const share = shares.find((one) => one.from === from && one.to === taker.to);
    if (share) share.items.push(item);
    else shares.push({ from, to: taker.to, items: [item] });
  }
  return shares;
}
