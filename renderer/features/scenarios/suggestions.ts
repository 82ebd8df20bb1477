/** Worked examples to begin with, for a snapshot's first month. */
import { addMonths, monthsBetween, type Month } from '#shared/domain/dates.ts';
import { newcomer, type ScenarioDraft } from '#shared/domain/scenario.ts';

/** The first September in which somebody recruited from month 0 on can be in post. */
export function reachableSeptember(month0: Month): Month {
  const soonest = addMonths(month0, newcomer.leadMonths);
  const year = Number(soonest.slice(0, 4));
  const september = `${String(year)}-09` as Month;
  return monthsBetween(soonest, september) >= 0 ? september : (`${String(year + 1)}-09` as Month);
}

export type Suggestion = { key: string; about: string; draft: ScenarioDraft };

export function suggestionsFor(month0: Month): Suggestion[] {
  const september = reachableSeptember(month0);
  return [
    {
      key: 'level',
      about: 'What levelling alone can do, without more people',
      draft: {
        name: 'Level only',
        description: 'Work brought forward in every team, within the rules; no change to people.',
        changes: [{ kind: 'levelling', team: null }],
      },
    },
    {
      key: 'posts',
      about: 'Two more offender managers, in post from September',
      draft: {
        name: 'Two posts from September',
        description: 'Two further offender managers, shared out over the teams by their RSOs.',
        changes: [
          {
            kind: 'posts',
            team: null,
            posts: 2,
            role: 'offender-manager',
            contract: 'officer',
            from: addMonths(september, -newcomer.leadMonths),
            ...newcomer,
            until: null,
          },
        ],
      },
    },
  ];
}

/** A name that none of those given has: `Two posts (2)`. */
export function freeName(name: string, taken: readonly string[]): string {
  const held = new Set(taken.map((one) => one.toLowerCase()));
  const room = name.slice(0, 74);
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${room} (${String(count)})`;
    if (!held.has(tried.toLowerCase())) return tried;
  }
}
