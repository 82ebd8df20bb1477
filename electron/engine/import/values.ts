/** Reading single values. Null means that the text says nothing we can read: it is then kept as missing and listed. */
import type { CaseStatus, LeadAgency, ManagementMode, Risk, VisitKind } from '#shared/domain/case.ts';
import { isIsoDate, type IsoDate } from '#shared/domain/dates.ts';
import type { Contract, OfficerRole } from '#shared/domain/officer.ts';

const words = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim();

const monthNumbers = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    index + 1,
  ]),
);
const fullNames =
  'january february march april may june july august september october november december'.split(' ');

/** 1 to 12 for `Mar`, `march`, `Sept`; null for anything else. */
export function monthNumber(name: string): number | null {
  const lower = name.toLowerCase();
  const isName = lower.length === 3 || lower === 'sept' || fullNames.includes(lower);
  return isName ? (monthNumbers.get(lower.slice(0, 3)) ?? null) : null;
}

/** Years written with two digits: 70 to 99 are the last century, the rest this one (notifications run to 2060 and on). */
const fullYear = (year: string): number =>
  year.length === 2 ? Number(year) + (Number(year) >= 70 ? 1900 : 2000) : Number(year);

export function makeDate(year: number, month: number, day: number): IsoDate | null {
  const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? (text as IsoDate) : null;
}

const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const UK = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${TIME}$`, 'i');
const NAMED = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})[ ,-]*(\\d{4}|\\d{2})${TIME}$`, 'i');

/** `07/03/2025`, `7-Mar-26`, `7 March 2026`, `2026-03-07`, `20260307`, each with or without a time. Day before month, always. */
export function readDate(text: string): IsoDate | null {
  const iso = ISO.exec(text);
  if (iso) return makeDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const compact = COMPACT.exec(text);
  if (compact) return makeDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const uk = UK.exec(text);
  if (uk) return makeDate(fullYear(uk[3] ?? ''), Number(uk[2]), Number(uk[1]));
  const named = NAMED.exec(text);
  const month = named ? monthNumber(named[2] ?? '') : null;
  return named && month !== null ? makeDate(fullYear(named[3] ?? ''), month, Number(named[1])) : null;
}

const vocabulary = <T>(entries: ReadonlyArray<readonly [T, string]>): ((text: string) => T | null) => {
  const byWord = new Map(
    entries.flatMap(([value, list]) => list.split(', ').map((word) => [word, value] as const)),
  );
  return (text) => byWord.get(words(text)) ?? null;
};

export const readRisk = vocabulary<Risk>([
  ['very-high', 'very high, vh, v high, vhigh, very high risk, veryhigh'],
  ['high', 'high, h, high risk'],
  ['medium', 'medium, m, med, medium risk'],
  ['low', 'low, l, low risk'],
  ['unassessed', 'unassessed, not assessed, not yet assessed, awaiting assessment, u'],
]);

export const readStatus = vocabulary<CaseStatus>([
  ['community', 'community, in community, in the community, at liberty'],
  ['custody', 'custody, in custody, prison, in prison, remand'],
  ['hospital', 'hospital, in hospital, secure hospital'],
  ['abroad', 'abroad, overseas, living abroad, out of country'],
  ['wanted', 'wanted'],
  ['missing', 'missing, whereabouts unknown'],
]);

export const readMode = vocabulary<ManagementMode>([
  ['active', 'active, a, active management, actively managed'],
  ['reactive', 'reactive, r, reactive management, reactively managed'],
]);

export const readAgency = vocabulary<LeadAgency>([
  ['police', 'police, pol, police led'],
  ['probation', 'probation, nps, national probation service, probation service, hmpps, pps, probation led'],
  ['other', 'other, yot, yos, youth offending team, youth justice service, health, mental health'],
]);

export const readVisitKind = vocabulary<VisitKind>([
  ['unannounced', 'unannounced, unann, u'],
  ['announced', 'announced, ann, a'],
]);

export const readRole = vocabulary<OfficerRole>([
  [
    'offender-manager',
    'offender manager, om, visor manager, visor officer, public protection officer, ppo, mosovo officer, pc, dc, offender management officer',
  ],
  [
    'supervisor',
    'supervisor, sergeant, sgt, ds, ps, detective sergeant, police sergeant, team leader, team supervisor',
  ],
  [
    'other',
    'other, admin, administrator, administration, analyst, intelligence officer, researcher, indexer, inspector, di, detective inspector, manager',
  ],
]);

export const readContract = vocabulary<Contract>([
  ['officer', 'officer, police officer, warranted, warranted officer'],
  ['staff', 'staff, police staff, civilian, support staff'],
]);

const crews = new Map([
  ['single', 1],
  ['single crewed', 1],
  ['double', 2],
  ['double crewed', 2],
]);

/** How many were present: `2`, `Double`. */
export function readHeadcount(text: string): number | null {
  const crew = crews.get(words(text));
  if (crew !== undefined) return crew;
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}

const spokenIntervals = new Map([
  ['monthly', 1],
  ['quarterly', 3],
  ['half yearly', 6],
  ['six monthly', 6],
  ['annual', 12],
  ['annually', 12],
  ['yearly', 12],
]);

/** Months: `6`, `6m`, `6 months`, `6 monthly`, `annual`; from 1 to 120. */
export function readInterval(text: string): number | null {
  const spoken = spokenIntervals.get(words(text));
  if (spoken !== undefined) return spoken;
  const match = /^(\d{1,3})(?:\.0+)?\s*-?\s*(?:m|mth|mths|month|months|monthly)?$/i.exec(text);
  const months = match ? Number(match[1]) : 0;
  return months >= 1 && months <= 120 ? months : null;
}

export const isIndefinite = (text: string): boolean =>
  /^(indefinite(ly)?|indef|life|lifetime|for life)$/.test(words(text));

/** A share of full time: `1`, `0.8`, `80%`. */
export function readFte(text: string): number | null {
  const match = /^(\d*\.?\d+|\d+)\s*(%?)$/.exec(text);
  if (!match) return null;
  const value = Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return value <= 1.5 ? value : null;
}

/** A collar or pay number always holds a digit; a name, which is not stored, does not. */
export const readCollar = (text: string): string | null =>
  text.length <= 20 && /\d/.test(text) ? text : null;
