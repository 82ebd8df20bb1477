/**
 * A ZIP archive by its central directory. Nothing is unpacked before the declared sizes are checked, and no entry may
 * unpack to more than it declares, so that a small file cannot fill the memory.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { codeOf } from '../../errors.ts';
import { SAVE_AS, wrongKind } from './kind.ts';
import { reject } from './limits.ts';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED = 512 * 1024 * 1024;
const MAX_RATIO = 200;
const MIN_SUSPECT = 50 * 1024 * 1024;
const END = 0x06054b50;
const WIDE_END = 0x06064b50;
const WIDE_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

type Entry = { name: string; method: number; crc: number; packed: number; size: number; offset: number };

export type Zip = {
  names: readonly string[];
  has(name: string): boolean;
  /** The bytes of an entry, piece by piece. @throws AppError where they are not what was declared */
  read(name: string): AsyncGenerator<Uint8Array, void>;
};

export const damaged = (why: string) =>
  reject(
    `The Excel workbook is damaged or was copied only in part: ${why}. Open it in Excel, save it again, or export it again. Nothing was stored.`,
  );

const bomb = (why: string) =>
  reject(
    `The file is not read, as ${why}: no extract is like that. Open it in Excel, copy the rows into a new workbook and save it. Nothing was stored.`,
  );

type End = { count: number; offset: number };

/** What is too large for its place at the end stands in a record of its own before it (ZIP64). */
function wideEnd(file: Buffer, end: number, told: End): End {
  if (told.count !== 0xffff && told.offset !== 0xffffffff) return told;
  const locator = end - 20;
  if (locator < 0 || file.readUInt32LE(locator) !== WIDE_LOCATOR) return told;
  const at = Number(file.readBigUInt64LE(locator + 8));
  if (at + 56 > locator || file.readUInt32LE(at) !== WIDE_END)
    throw damaged('its table of contents cannot be found');
  return {
    count: Number(file.readBigUInt64LE(at + 32)),
    offset: Number(file.readBigUInt64LE(at + 48)),
  };
}

function endOf(file: Buffer): End {
  const lowest = Math.max(0, file.length - 65_557);
  for (let at = file.length - 22; at >= lowest; at--) {
    if (file.readUInt32LE(at) !== END) continue;
    return wideEnd(file, at, { count: file.readUInt16LE(at + 10), offset: file.readUInt32LE(at + 16) });
  }
  throw damaged('its table of contents is missing');
}

/** Sizes too large for their place, or written as such, stand in an extra field (ZIP64). */
function wideSizes(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff || from + 8 > extra.length) continue;
      entry[key] = Number(extra.readBigUInt64LE(from));
      from += 8;
    }
  }
}

function readDirectory(file: Buffer): Entry[] {
  const { count, offset } = endOf(file);
  if (count > MAX_ENTRIES) throw bomb(`it holds ${String(count)} files`);
  const entries: Entry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY)
      throw damaged('its table of contents cannot be read');
    if (file.readUInt16LE(at + 8) & 1) {
      throw wrongKind(`a ZIP archive under a password. Unpack it, and ${SAVE_AS}.`);
    }
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    const extraEnd = nameEnd + file.readUInt16LE(at + 30);
    const entry: Entry = {
      name: file.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    };
    wideSizes(entry, file.subarray(nameEnd, extraEnd));
    entries.push(entry);
    at = extraEnd + file.readUInt16LE(at + 32);
  }
  return entries;
}

function checkSizes(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > MAX_UNPACKED) throw bomb('it would unpack to more than 512\u00a0MB');
  for (const { size, packed } of entries) {
    if (size > MIN_SUSPECT && size > packed * MAX_RATIO)
      throw bomb('a part of it would unpack to over 200 times its size');
  }
}

function packedBytes(file: Buffer, entry: Entry): Buffer {
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== LOCAL)
    throw damaged(`its part ${entry.name.slice(0, 60)} is missing`);
  const start =
    entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  if (start + entry.packed > file.length) throw damaged(`its part ${entry.name.slice(0, 60)} is cut off`);
  return file.subarray(start, start + entry.packed);
}

async function* unpack(file: Buffer, entry: Entry): AsyncGenerator<Uint8Array, void> {
  const packed = packedBytes(file, entry);
  if (entry.method !== 0 && entry.method !== 8) throw damaged('it is packed in a way we do not know');
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of entry.method === 0 ? [packed] : inflate(packed)) {
      size += piece.byteLength;
      if (size > entry.size) throw damaged('a part of it unpacks to more than it declares');
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    if (codeOf(error)?.startsWith('Z_') === true) throw damaged('a part of it cannot be unpacked');
    throw error;
  }
  if (size < entry.size || crc !== entry.crc) throw damaged('a part of it is not what it was when saved');
}

function inflate(packed: Buffer): AsyncIterable<Buffer> {
  const stream = createInflateRaw({ chunkSize: 65_536 });
  stream.end(packed);
  return stream;
}

/** @throws AppError import-rejected when it is damaged, under a password, or unpacks to more than any extract */
export function openZip(bytes: Uint8Array): Zip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(file);
  checkSizes(entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    async *read(name) {
      const entry = byName.get(name);
      if (!entry) throw damaged(`its part ${name.slice(0, 60)} is missing`);
      yield* unpack(file, entry);
    },
  };
}
