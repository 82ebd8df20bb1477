/**
 * Invented data written as the CSV files that a force would export: UK dates, a byte order mark, CRLF. With
 * dirt on request, and the count of every kind of it, so that an import can be checked against the truth.
 */
import { riskNames, stateOf, type CaseDuty, type CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { randomFrom, type Random } from './random.ts';

/** How many rows of each kind to spoil. No row is spoilt twice, so that every count can be checked. */
export type Dirt = {
  seed: number;
  exactDuplicates: number;
  conflictingDuplicates: number;
  noReference: number;
  noTeam: number;
  badDates: number;
  unknownRisk: number;
};

/** What is in a file: rowsRead = accepted + both duplicates + noReference + noTeam. */
export type Truth = Omit<Dirt, 'seed'> & { rowsRead: number; accepted: number };

type Row = Record<string, string>;

const ukDate = (day: IsoDate | null): string =>
  day === null ? '' : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
const capital = (text: string | null): string =>
  text === null ? '' : text.charAt(0).toUpperCase() + text.slice(1);
const plain = (value: string | number | null): string => (value === null ? '' : String(value));

/** Trees and flowers stand in for names: an import must leave them out, and these are easy to look for. */
const surnames = ['Larch', 'Foxglove', 'Hornbeam', 'Yarrow', 'Medlar', 'Teasel', 'Spindle', 'Campion'];

function caseRow(record: CaseRecord): Row {
  const number = Number(record.reference.replace(/\D/g, ''));
  const duty = (key: string): CaseDuty | undefined => stateOf(record, key);
  const last = (key: string): string => ukDate(duty(key)?.lastDone ?? null);
  const next = (key: string): string => ukDate(duty(key)?.nextDue ?? null);
  const signed = (key: string): string => ukDate(duty(key)?.signedOff ?? null);
  return {
    Reference: record.reference,
    Surname: surnames[number % surnames.length] ?? '',
    'Date of Birth': ukDate(`${String(1950 + (number % 50))}-06-15` as IsoDate),
    Team: record.team,
    'Offender Manager': plain(record.officer),
    Supervisor: plain(record.supervisor),
    'Lead Agency': capital(record.leadAgency),
    Status: capital(record.status),
    'Release Date': ukDate(record.releaseOn),
    'MAPPA Category': plain(record.mappaCategory),
    'MAPPA Level': plain(record.mappaLevel),
    'Risk Level': riskNames[record.risk].name,
    'Risk Date': ukDate(record.riskSet),
    Management: capital(record.mode),
    'Registration Start': ukDate(record.notificationStart),
    'Registration End': record.indefinite ? 'Indefinite' : ukDate(record.notificationEnd),
    'Visit Interval': plain(duty('visit')?.interval ?? null),
    'Last Visit': last('visit'),
    'Visit Type': capital(record.lastVisitKind),
    'Officers Present': plain(record.lastVisitOfficers),
    'Visit Signed Off': signed('visit'),
    'Next Visit Due': next('visit'),
    'Last ARMS': last('arms'),
    'ARMS Signed Off': signed('arms'),
    'Next ARMS Due': next('arms'),
    'Last RMP': last('rmp'),
    'Next RMP Due': next('rmp'),
    'Last PND': last('pnd'),
    'Last Notification': last('notification'),
    'Next Notification Due': next('notification'),
  };
}

function officerRow(officer: Officer): Row {
  return {
    'Collar No': officer.collar,
    Team: officer.team,
    Role: capital(officer.role.replace('-', ' ')),
    Contract: capital(officer.contract),
    FTE: String(officer.fte),
    Start: ukDate(officer.start),
    Leaving: ukDate(officer.leaving),
  };
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function toCsv(headings: readonly string[], rows: readonly Row[]): string {
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

/** A staff list as CSV. */
export const staffCsv = (officers: readonly Officer[]): string => {
  const rows = officers.map(officerRow);
  return toCsv(Object.keys(rows[0] ?? {}), rows);
};

const CLEAN: Dirt = {
  seed: 1,
  exactDuplicates: 0,
  conflictingDuplicates: 0,
  noReference: 0,
  noTeam: 0,
  badDates: 0,
  unknownRisk: 0,
};

/**
 * A caseload as CSV, spoilt as `dirt` says.
 *
 * @throws RangeError when more rows are to be spoilt than there are cases
 */
export function caseloadCsv(
  cases: readonly CaseRecord[],
  dirt: Partial<Dirt> = {},
): { text: string; truth: Truth } {
  const { seed, ...wanted } = { ...CLEAN, ...dirt };
  const rows = cases.map(caseRow);
  const headings = Object.keys(rows[0] ?? {});
  const random = randomFrom(seed);
  const victims = pickApart(rows.length, Object.values(wanted), random);
  const [exact = [], conflicting = [], noReference = [], noTeam = [], badDates = [], unknownRisk = []] =
    victims;

  const spoil = (index: number, change: Row): void => {
    rows[index] = { ...rows[index], ...change };
  };
  for (const index of noTeam) spoil(index, { Team: '' });
  for (const index of badDates) {
    const bad = random.weighted([
      ['31/02/2026', 1],
      ['see log', 1],
      ['00/00/0000', 1],
    ] as const);
    spoil(index, { 'Next ARMS Due': bad });
  }
  for (const index of unknownRisk) spoil(index, { 'Risk Level': random.chance(0.5) ? 'N/K' : 'TBC' });

  // Copies go to the end, so that the row that stands is always the first.
  const copyOf = (index: number, change: Row = {}): Row => ({ ...rows[index], ...change });
  rows.push(
    ...exact.map((index) => copyOf(index)),
    ...conflicting.map((index) => copyOf(index, { 'Offender Manager': '9999' })),
    ...noReference.map((index) => copyOf(index, { Reference: '' })),
  );
  return {
    text: toCsv(headings, rows),
    truth: { ...wanted, rowsRead: rows.length, accepted: cases.length - wanted.noTeam },
  };
}

/** Disjoint sets of row numbers, one set of each size asked for. */
function pickApart(rows: number, sizes: readonly number[], random: Random): number[][] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > rows) {
    throw new RangeError(`Expected at most ${String(rows)} rows to spoil, found ${String(total)}.`);
  }
  const taken = new Set<number>();
  return sizes.map((size) => {
    const own: number[] = [];
    while (own.length < size) {
      const index = random.int(0, rows - 1);
      if (taken.has(index)) continue;
      taken.add(index);
      own.push(index);
    }
    return own;
  });
}
