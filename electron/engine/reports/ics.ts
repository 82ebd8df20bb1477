/** A calendar of tasks (RFC 5545), for whole days. */
import type { IsoDate } from '#shared/domain/dates.ts';

export type CalendarTask = {
  /** Stays the same for the same task, so that a calendar read in again does not double it. */
  uid: string;
  from: IsoDate;
  due: IsoDate;
  summary: string;
  description: string;
};

/**
 * @param input.marking stands in the calendar's name and on every task
 * @param input.madeAt ISO instant
 */
export function icsReport(input: {
  name: string;
  marking: string;
  madeAt: string;
  tasks: readonly CalendarTask[];
}): Uint8Array<ArrayBuffer> {
  const stamp = `${input.madeAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Evenkeel//Work list//EN',
    'CALSCALE:GREGORIAN',
    property('X-WR-CALNAME', `${input.marking}: ${input.name}`),
    ...input.tasks.flatMap((task) => [
      'BEGIN:VTODO',
      property('UID', task.uid),
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(task.from)}`,
      `DUE;VALUE=DATE:${compact(task.due)}`,
      property('SUMMARY', task.summary),
      property('DESCRIPTION', `${input.marking}\n${task.description}`),
      property('CATEGORIES', input.marking),
      'CLASS:CONFIDENTIAL',
      'STATUS:NEEDS-ACTION',
      'END:VTODO',
    ]),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(lines.map((line) => `${fold(line)}\r\n`).join(''));
}

const compact = (day: IsoDate): string => day.replaceAll('-', '');

const property = (name: string, text: string): string =>
  `${name}:${text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')

    .replace(/[\u0000-\u001F\u007F]/g, ' ')}`;

const MOST_OCTETS = 75;

/** No line is longer than 75 octets; the rest goes on after a line break and a space. No character is torn apart. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let used = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (used + size > MOST_OCTETS) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}
