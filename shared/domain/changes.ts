/** What changed between two snapshots: of cases, and of the work of each duty. */
import { z } from 'zod';
import { Risk } from './case.ts';
import { IsoDate } from './dates.ts';

export const ChangeKind = z.enum([
  'joined',
  'left',
  'risk',
  'mode',
  'team',
  'officer',
  'done-early',
  'done-on-time',
  'done-late',
  'done-undated',
  're-dated',
  'no-longer-owed',
  'still-outstanding',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Whether the notification end that was held explains that a case is no longer there. */
const LeftReason = z.enum(['notification-ended', 'unexplained']);

export const Change = z.object({
  kind: ChangeKind,
  reference: z.string(),
  /** Team at the later snapshot; of a case that left, at the earlier one. */
  team: z.string(),
  /** Team at the earlier snapshot where it was another; else null. */
  fromTeam: z.string().nullable(),
  officer: z.string().nullable(),
  risk: Risk,
  /** Key of the duty; null for a change of the case itself. */
  duty: z.string().nullable(),
  /** What the risk, mode, team or officer was and is; null where missing, or where nothing of the kind changed. */
  was: z.string().nullable(),
  is: z.string().nullable(),
  /** Next-due date held at the earlier and at the later snapshot; of work that was due by its last date, the one worked out. */
  dueThen: IsoDate.nullable(),
  dueNow: IsoDate.nullable(),
  /** Last-done date held at the later snapshot. */
  lastDone: IsoDate.nullable(),
  /** The work was owed and due on or before the later as-at date. */
  wasDue: z.boolean(),
  /** Only of a case that left. */
  reason: LeftReason.nullable(),
  notificationEnd: IsoDate.nullable(),
  /** Only of a case that left: duties whose work was due on or before the later as-at date. */
  outstanding: z.array(z.string()),
});
/** One thing that changed of one case. */
export type Change = z.infer<typeof Change>;

export const caseFigures = [
  'joined',
  'left',
  'vanished',
  'moved-in',
  'moved-out',
  'risk',
  'mode',
  'officer',
] as const;
export const CaseFigure = z.enum(caseFigures);
/** Counts of cases. `vanished`: left, and no notification end explains it. */
export type CaseFigure = z.infer<typeof CaseFigure>;

export const dutyFigures = [
  'done-early',
  'done-on-time',
  'done-late',
  'done-undated',
  're-dated',
  'due-done',
  'due-re-dated',
  'due-left',
  'no-longer-owed',
  'still-outstanding',
] as const;
export const DutyFigure = z.enum(dutyFigures);
/** Counts of one duty's work. Those from `due-done` on are the parts of the work that was due. */
export type DutyFigure = z.infer<typeof DutyFigure>;

export const ChangeFigure = z.enum([...caseFigures, ...dutyFigures]);
/** A figure that opens to the changes behind it. */
export type ChangeFigure = z.infer<typeof ChangeFigure>;

/** The figures in words, those of duties as they stand after the duty's name. */
export const changeFigureNames: Record<ChangeFigure, string> = {
  joined: 'Joined',
  left: 'Left',
  vanished: 'Left, unexplained',
  'moved-in': 'Moved team',
  'moved-out': 'Moved out',
  risk: 'Changed risk',
  mode: 'Changed management mode',
  officer: 'Changed officer',
  'done-early': 'done early',
  'done-on-time': 'done on time',
  'done-late': 'done late',
  'done-undated': 'done, no due date held',
  're-dated': 're-dated without being done',
  'due-done': 'was due and is done',
  'due-re-dated': 'was due and was re-dated without being done',
  'due-left': 'was due when the case left',
  'no-longer-owed': 'was due and is no longer owed',
  'still-outstanding': 'still outstanding',
};

const count = z.number().int().nonnegative();

export const DutyTotals = z.object({
  duty: z.string(),
  /** Work owed at either snapshot whose due date then, held or by its last date, lies on or before the later as-at date. */
  wasDue: count,
  figures: z.record(DutyFigure, count),
});
export type DutyTotals = z.infer<typeof DutyTotals>;

export const ChangeTotals = z.object({
  /** Null for the force. */
  team: z.string().nullable(),
  casesThen: count,
  casesNow: count,
  figures: z.record(CaseFigure, count),
  duties: z.array(DutyTotals),
});
/** The figures of a team or of the force. */
export type ChangeTotals = z.infer<typeof ChangeTotals>;

/** What changed, and its totals. */
export type SnapshotChanges = { changes: Change[]; force: ChangeTotals; teams: ChangeTotals[] };
