/** The XML inside a workbook, read in pieces: a sheet of a hundred megabytes is never held whole. */
import { Parser } from 'saxen';
import { MAX_RECORD } from './limits.ts';
import { damaged } from './zip.ts';

export type XmlHandlers = {
  /** Names without their prefix. */
  open(name: string, attributes: () => Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
};

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** saxen cuts characters beyond 16 bits that are written by number. */
const decodeAll = (text: string, decode: (text: string) => string): string =>
  text.includes('&')
    ? decode(
        text.replace(/&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi, (all, hex?: string, decimal?: string) => {
          const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
          return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : all;
        }),
      )
    : text;

function attributesOf(
  get: () => Record<string, string> | false,
  decode: (text: string) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(get() || {})) found[local(name)] = decodeAll(value, decode);
  return found;
}

function decoderFor(first: Uint8Array) {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
}

/** @throws AppError import-rejected where it is not well-formed XML */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  let unanswered = 0;
  const heard = (): void => void (unanswered = 0);
  const parser = new Parser();
  parser
    .on('error', () => {
      throw damaged('the XML in it is broken');
    })
    .on('openTag', (name, attributes, decode) => {
      heard();
      handlers.open(local(name), () => attributesOf(attributes, decode));
    })
    .on('closeTag', (name) => {
      heard();
      handlers.close?.(local(name));
    })
    .on('text', (text, decode) => {
      heard();
      handlers.text?.(decodeAll(text, decode));
    })
    .on('cdata', (text) => {
      heard();
      handlers.text?.(text);
    })
    .on('comment', heard);
  let decoder: ReturnType<typeof decoderFor> | null = null;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    unanswered += piece.byteLength;
    parser.write(decoder.decode(piece, { stream: true }));
    // The parser keeps what it cannot finish yet and looks at it again each time.
    if (unanswered > MAX_RECORD) throw damaged('a cell in it is longer than a megabyte');
  }
  parser.end();
}
