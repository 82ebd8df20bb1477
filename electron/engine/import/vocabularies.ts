/** Codes of extracts and what they mean. A text no list knows is asked about, never guessed. */
import type { CaseStatus, LeadAgency, ManagementMode, Risk, VisitKind } from '#shared/domain/case.ts';
import type { Contract, OfficerRole } from '#shared/domain/officer.ts';
import { words } from './values.ts';

export type Vocabulary<T extends string = string> = {
  /** Our value for a text; null when no list knows it. */
  read: (text: string) => T | null;
  values: readonly T[];
};

const vocabulary = <T extends string>(lists: Record<T, string>): Vocabulary<T> => {
  const values = Object.keys(lists) as T[];
  const byWord = new Map(
    values.flatMap((value) => lists[value].split(', ').map((word) => [word, value] as const)),
  );
  return { read: (text) => byWord.get(words(text)) ?? null, values };
};

export const risks = vocabulary<Risk>({
  'very-high': 'very high, very high risk, vh, v high, vhigh, veryhigh, very high vh, extreme',
  high: 'high, h, high risk, high h',
  medium: 'medium, m, med, medium risk, medium m, moderate',
  low: 'low, l, low risk, low l, standard',
  unassessed: 'unassessed, not assessed, not yet assessed, awaiting assessment, u',
});

export const statuses = vocabulary<CaseStatus>({
  community: 'community, in community, in the community, at liberty',
  custody: 'custody, in custody, prison, in prison, remand, hmp',
  hospital: 'hospital, in hospital, secure hospital',
  abroad: 'abroad, overseas, living abroad, out of country',
  wanted: 'wanted',
  missing: 'missing, whereabouts unknown',
});

export const modes = vocabulary<ManagementMode>({
  active: 'active, a, act, active management, actively managed',
  reactive: 'reactive, r, react, reactive management, reactively managed',
});

export const agencies = vocabulary<LeadAgency>({
  police: 'police, pol, police led',
  probation: 'probation, nps, national probation service, probation service, hmpps, pps, prob, probation led',
  other: 'other, yot, yos, youth offending team, youth justice service, health, mental health',
});

export const visitKinds = vocabulary<VisitKind>({
  unannounced: 'unannounced, unann, u',
  announced: 'announced, ann, a',
});

export const roles = vocabulary<OfficerRole>({
  'offender-manager':
    'offender manager, om, visor manager, visor officer, public protection officer, ppo, mosovo officer, pc, dc, police constable, detective constable, constable, offender management officer',
  supervisor:
    'supervisor, sergeant, sgt, ds, ps, detective sergeant, police sergeant, team leader, team supervisor',
  other:
    'other, admin, administrator, administration, analyst, intelligence officer, researcher, indexer, inspector, di, detective inspector, manager',
});

export const contracts = vocabulary<Contract>({
  officer: 'officer, police officer, warranted, warranted officer',
  staff: 'staff, police staff, civilian, support staff',
});

export const yesNo = vocabulary<'yes' | 'no'>({
  yes: 'yes, y, true, 1, outside, outside team, lent, abstracted',
  no: 'no, n, false, 0, own team, within team',
});

/** The duties of the standards, by their key, their name and the names that extracts have for them. */
export function duties(names: ReadonlyMap<string, readonly string[]>): Vocabulary {
  const byWord = new Map(
    [...names].flatMap(([key, list]) =>
      list.flatMap((name) =>
        ['', ' review', ' assessment', ' check', ' due'].map(
          (ending) => [words(name) + ending, key] as const,
        ),
      ),
    ),
  );
  return { read: (text) => byWord.get(words(text)) ?? null, values: [...names.keys()] };
}
