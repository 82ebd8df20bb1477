/** The rules that one row of a hand-made plan can break, in words. */
import { addMonths, showMonth, type Month } from '#shared/domain/dates.ts';
import type { HandPlanRow } from '#shared/domain/hand-plan.ts';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { isOverdue, unmovedMonth } from '../rollout.ts';
import { counted } from '../wording.ts';

export type Broken = HandPlanRow['broken'][number];

/** Work of a chain that a row would have done in `to`; `after` is the first month after its last occurrence. */
export type Placing = { due: number; to: number; after: number };

type Scene = { problem: Problem; chain: Chain; name: (month: number) => string };

/** Months by number as a reader knows them, counted from month 0. */
export const namesFrom =
  (month0: Month) =>
  (month: number): string =>
    showMonth(addMonths(month0, month));

/** What window, catch-up and the notification end say of the month. */
function outsideSpan({ problem, chain, name }: Scene, { due, to }: Placing): Broken[] {
  const { firstMonth } = problem;
  const broken: Broken[] = [];
  const add = (rule: Broken['rule'], text: string): void => void broken.push({ rule, text });
  if (to < firstMonth) {
    add(
      'before-first-open-month',
      `${name(to)} comes before ${name(firstMonth)}, the first month open to planning.`,
    );
  }
  if (!isOverdue(chain, due)) {
    if (to > due) add('later-than-due', `${name(to)} is later than due: work is never put off.`);
    if (to < due - chain.window) {
      add(
        'outside-window',
        `${name(to)} is ${counted(due - to, 'month')} early; the window is ${counted(chain.window, 'month')}.`,
      );
    }
    if (to < chain.opens) {
      add('outside-window', `${name(to)} comes before the release, which is in ${name(chain.opens)}.`);
    }
    return broken;
  }
  const last = firstMonth + chain.catchUp;
  if (to > last) {
    add(
      'outside-catch-up',
      `The work is overdue since ${name(due)} and may be done up to ${name(last)}: catch-up is ${counted(chain.catchUp, 'month')}.`,
    );
  }
  if (chain.end !== null && to > chain.end) {
    add('after-notification-end', `The notification period ends in ${name(chain.end)}, before ${name(to)}.`);
  }
  return broken;
}

/** What the steering says of the move. Pins are not asked: they are the wish of another plan. */
function againstSteering({ problem, chain, name }: Scene, { due, to }: Placing): Broken[] {
  const unmoved = unmovedMonth(due);
  const broken: Broken[] = [];
  const closed = [...new Set([unmoved, to])].filter((month) => problem.closedMonths.includes(month));
  for (const month of closed) {
    broken.push({
      rule: 'month-closed',
      text: `${name(month)} is excluded: nothing moves into or out of it.`,
    });
  }
  if (chain.excluded) {
    broken.push({
      rule: 'excluded',
      text: 'The case, its officer or the duty is excluded: nothing of it moves.',
    });
  }
  if (chain.locks.some((lock) => lock.due === due && lock.kind === 'refusal')) {
    broken.push({ rule: 'refused', text: `The work due in ${name(due)} was refused a move.` });
  }
  return broken;
}

/** Every rule that doing the work in that month breaks; none where it stays where it is unmoved. */
export function rulesBroken(scene: Scene, placing: Placing): Broken[] {
  const { due, to, after } = placing;
  if (to === unmovedMonth(due)) return [];
  const { name } = scene;
  const twice: Broken[] =
    to < after && after > 0
      ? [
          {
            rule: 'done-twice-in-a-month',
            text:
              to === after - 1
                ? `The occurrence before is done in ${name(to)} too.`
                : `The occurrence before is only done in ${name(after - 1)}.`,
          },
        ]
      : [];
  return [...outsideSpan(scene, placing), ...twice, ...againstSteering(scene, placing)];
}
