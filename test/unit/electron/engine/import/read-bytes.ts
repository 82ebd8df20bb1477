/** A file read as an import reads it, without an engine around. */
import { findAsAt } from '#electron/engine/import/as-at.ts';
import { readCaseload, type Caseload } from '#electron/engine/import/caseload.ts';
import { openBook } from '#electron/engine/import/open.ts';
import { planReading, type Choice, type Reading } from '#electron/engine/import/reading.ts';
import type { FileKind, KeptMapping } from '#shared/contract/mapping.ts';
import { isoDate, type IsoDate } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';

export const { duties } = exampleStandards();

type Asked = {
  today?: IsoDate;
  kind?: FileKind;
  kept?: readonly KeptMapping[];
  choice?: Choice;
  isForShow?: boolean;
};

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

export async function planBytes(content: string | Uint8Array, asked: Asked = {}): Promise<Reading> {
  const { kind = 'caseload', kept = [], choice = {}, isForShow = false } = asked;
  const book = await openBook({ fileName: 'a.csv', bytes: bytesOf(content) }, duties);
  return planReading({ book, kind, duties, kept, choice, isForShow });
}

export async function readBytes(content: string | Uint8Array, asked: Asked = {}): Promise<Caseload> {
  const reading = await planBytes(content, asked);
  const dated = findAsAt('a.csv', [], isoDate('2026-10-31'));
  const pace = (): Promise<void> => Promise.resolve();
  const { today = isoDate('2026-11-02') } = asked;
  return readCaseload({ fileName: 'a.csv', reading, duties, dated, today, pace });
}
