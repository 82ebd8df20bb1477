/** A case is one registered sex offender in a snapshot, known by a pseudonymous reference only. */
import { z } from 'zod';
import { IsoDate } from './dates.ts';

export const riskLevels = ['very-high', 'high', 'medium', 'low'] as const;
export const RiskLevel = z.enum(riskLevels);
/** Assessed risk level. Standards exist for each of these. */
export type RiskLevel = z.infer<typeof RiskLevel>;

export const Risk = z.enum([...riskLevels, 'unassessed']);
/** Risk as a snapshot holds it: a level, or not assessed yet. */
export type Risk = z.infer<typeof Risk>;

/** Wording and the letters that stand beside every risk colour. */
export const riskNames: Record<Risk, { name: string; letter: string }> = {
  'very-high': { name: 'Very high', letter: 'VH' },
  high: { name: 'High', letter: 'H' },
  medium: { name: 'Medium', letter: 'M' },
  low: { name: 'Low', letter: 'L' },
  unassessed: { name: 'Unassessed', letter: 'U' },
};

export const managementModes = ['active', 'reactive'] as const;
export const ManagementMode = z.enum(managementModes);
export type ManagementMode = z.infer<typeof ManagementMode>;

export const caseStatuses = ['community', 'custody', 'hospital', 'abroad', 'wanted', 'missing'] as const;
export const CaseStatus = z.enum(caseStatuses);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const leadAgencies = ['police', 'probation', 'other'] as const;
export const LeadAgency = z.enum(leadAgencies);
export type LeadAgency = z.infer<typeof LeadAgency>;

export const VisitKind = z.enum(['unannounced', 'announced']);
export type VisitKind = z.infer<typeof VisitKind>;

export const CaseDuty = z.object({
  /** Key of the duty in the standards, for example `visit`. */
  duty: z.string(),
  lastDone: IsoDate.nullable(),
  nextDue: IsoDate.nullable(),
  /** The case's own interval in months; overrides the standard's. */
  interval: z.number().int().positive().nullable(),
  signedOff: IsoDate.nullable(),
});
/** What a snapshot says of one duty of one case. A missing value is null, never a guess. */
export type CaseDuty = z.infer<typeof CaseDuty>;

export const CaseRecord = z.object({
  /** Pseudonymous reference from the register. */
  reference: z.string(),
  team: z.string(),
  officer: z.string().nullable(),
  supervisor: z.string().nullable(),
  leadAgency: LeadAgency.nullable(),
  status: CaseStatus.nullable(),
  /** The day on which somebody in custody or hospital is to be released, as the extract holds it. */
  releaseOn: IsoDate.nullable(),
  mappaCategory: z.string().nullable(),
  mappaLevel: z.string().nullable(),
  risk: Risk,
  riskSet: IsoDate.nullable(),
  mode: ManagementMode.nullable(),
  notificationStart: IsoDate.nullable(),
  /** Null when indefinite or not known; `indefinite` tells which. */
  notificationEnd: IsoDate.nullable(),
  indefinite: z.boolean(),
  lastVisitKind: VisitKind.nullable(),
  lastVisitOfficers: z.number().int().nonnegative().nullable(),
  duties: z.array(CaseDuty),
});
/** One case in one snapshot. */
export type CaseRecord = z.infer<typeof CaseRecord>;

/** What the record says of the duty with this key; undefined where it says nothing. */
export const stateOf = (record: CaseRecord, duty: string): CaseDuty | undefined =>
  record.duties.find((one) => one.duty === duty);

/** The cases by their reference; of two with the same one the later stands. */
export const byReference = <T extends { reference: string }>(cases: readonly T[]): ReadonlyMap<string, T> =>
  new Map(cases.map((record) => [record.reference, record]));

/** The day of a release still to come; null for who is not held, or of whom no day after the as-at date is known. */
export const releaseAhead = (
  { status, releaseOn }: Pick<CaseRecord, 'status' | 'releaseOn'>,
  asAt: IsoDate,
): IsoDate | null =>
  (status === 'custody' || status === 'hospital') && releaseOn !== null && releaseOn > asAt
    ? releaseOn
    : null;

/** The case as it will be once released. */
export const asReleased = (record: CaseRecord): CaseRecord => ({ ...record, status: 'community' });
