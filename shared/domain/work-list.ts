/** Work lists: what an accepted plan asks its people to do in another month, and what is still to be done of it. */
import { z } from 'zod';
import { RiskLevel } from './case.ts';
import { Month } from './dates.ts';
import { Hours } from './units.ts';

export const ListedMove = z.object({
  reference: z.string(),
  /** Key of the duty and its name in the plan's standards. */
  duty: z.string(),
  dutyName: z.string(),
  risk: RiskLevel,
  /** Who has the case in the newest snapshot; null where it names nobody. */
  officer: z.string().nullable(),
  /** True when that officer has left by the month it is to be done in: somebody else has to take the case. */
  hasLeft: z.boolean(),
  /** Who signs that work off; null where neither the case nor the roster names one person. */
  supervisor: z.string().nullable(),
  due: Month,
  to: Month,
  monthsEarly: z.number().int().nonnegative(),
  /** It was overdue when the plan was made: caught up, not brought forward. */
  isOverdue: z.boolean(),
  /** Its planned month is over and it is not done. */
  isMissed: z.boolean(),
  hours: Hours,
  reason: z.string(),
});
/** A move that is still to be done. */
export type ListedMove = z.infer<typeof ListedMove>;

const count = z.number().int().nonnegative();

export const WorkListFigures = z.object({
  /** Moves of the plan: those done, those overtaken and those still to do. */
  moves: count,
  done: count,
  overtaken: count,
  toDo: count,
  /** Of those still to do: how many the choice of officer and month leaves, and what they come to. */
  listed: count,
  missed: count,
  cases: count,
  officers: count,
  hours: Hours,
});
export type WorkListFigures = z.infer<typeof WorkListFigures>;

export const reportFormats = ['csv', 'xlsx', 'ics'] as const;
export const ReportFormat = z.enum(reportFormats);
/** How a report is written: a table as text, a workbook, a calendar. */
export type ReportFormat = z.infer<typeof ReportFormat>;
