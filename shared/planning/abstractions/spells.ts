/** Absences as a person counts them: rows of following days for one reason are one. */
import type { AbstractionKind, KindedAbstraction } from '#shared/domain/abstraction.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { daysLost } from './days.ts';
import { reasonKey } from './kind.ts';
import { isContinued } from './same-absence.ts';

/** A record as it counts: an absence known twice is there once. */
export type Counted = KindedAbstraction & { id: number };

export type Spell = {
  collar: string;
  reason: string;
  group: string;
  activity: string | null;
  kind: AbstractionKind;
  from: IsoDate;
  to: IsoDate;
  hours: number;
  /** The days on which its hours are lost. */
  days: IsoDate[];
};

/** In the order of their first days. Duty systems often give a row a day, which would make one week five absences. */
export function spellsOf(records: readonly Counted[]): Spell[] {
  const open = new Map<string, Spell>();
  const spells: Spell[] = [];
  const inOrder = [...records].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id - b.id));
  for (const { collar, group, activity, kind, from, to, hours, ...record } of inOrder) {
    const reason = reasonKey({ group, activity });
    const key = JSON.stringify([collar, reason, record.toOtherPolicing]);
    const before = open.get(key);
    if (before && isContinued(before, { from })) {
      before.to = to > before.to ? to : before.to;
      before.hours += hours;
      before.days.push(...daysLost({ from, to }));
    } else {
      const spell = {
        collar,
        reason,
        group,
        activity,
        kind,
        from,
        to,
        hours,
        days: [...daysLost({ from, to })],
      };
      open.set(key, spell);
      spells.push(spell);
    }
  }
  return spells;
}
