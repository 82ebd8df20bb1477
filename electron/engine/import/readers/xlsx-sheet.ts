/** The rows of one sheet. Row and column numbers are the sheet's own, also where a file leaves them out. */
import type { Row } from './rows.ts';
import { createSharer, MAX_COLUMNS, RowCollector, tooWide } from './limits.ts';
import type { Parts } from './xlsx-parts.ts';
import { dayOfSerial, numberText, unescapeText } from './xlsx-values.ts';
import { readXml } from './xml.ts';
import { damaged } from './zip.ts';

const MAX_SHEET_ROW = 1_048_576;

/** B7 is column 1, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(reference)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  if (column === 0) throw damaged('a cell in it has no place');
  return column - 1;
}

type Cell = { type: string; style: number; value: string };

function textOf({ type, style, value }: Cell, parts: Parts): string {
  if (value === '') return '';
  if (type === 's') return parts.texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' || value === 'true' ? 'Yes' : 'No';
  if (type === 'd') return /^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? value;
  if (type !== 'n') return unescapeText(value);
  const day = parts.dateStyles.has(style) ? dayOfSerial(Number(value), parts.is1904) : null;
  return day ?? numberText(value);
}

class SheetReader {
  private readonly collector = new RowCollector();
  private readonly share = createSharer();
  private row: Row = { line: 0, cells: [] };
  private column = -1;
  private cell: Cell | null = null;
  private isValue = false;
  private isAid = false;
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  open(name: string, attributes: () => Record<string, string>): void {
    if (name === 'c') this.openCell(attributes());
    else if (name === 'row') this.openRow(attributes().r);
    else if (name === 'v' || name === 't') this.isValue = this.cell !== null;
    else if (name === 'rPh') this.isAid = true;
  }

  text(piece: string): void {
    if (this.isValue && !this.isAid && this.cell) this.cell.value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isAid = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.row.cells.length > 0) this.collector.add(this.row);
  }

  private openRow(number: string | undefined): void {
    const line = number === undefined ? this.row.line + 1 : Number(number);
    if (!Number.isInteger(line) || line <= this.row.line || line > MAX_SHEET_ROW)
      throw damaged('its rows are not in order');
    this.row = { line, cells: [] };
    this.column = -1;
  }

  private openCell({ r, t = 'n', s = '0' }: Record<string, string>): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    this.cell = { type: t, style: Number(s), value: '' };
  }

  private closeCell(): void {
    const text = this.cell ? textOf(this.cell, this.parts) : '';
    this.cell = null;
    if (text === '') return;
    if (this.column >= MAX_COLUMNS) throw tooWide(this.row.line, this.column + 1);
    while (this.row.cells.length < this.column) this.row.cells.push('');
    this.row.cells[this.column] = this.share(text);
  }

  /** Excel does not store empty cells: every row is as wide as the widest, as it is on the screen. */
  rows(): Row[] {
    const { rows } = this.collector;
    const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
    for (const { cells } of rows) while (cells.length < width) cells.push('');
    return rows;
  }
}

export async function readSheet(pieces: AsyncIterable<Uint8Array>, parts: Parts): Promise<Row[]> {
  const reader = new SheetReader(parts);
  await readXml(pieces, {
    open: (name, attributes) => {
      reader.open(name, attributes);
    },
    text: (piece) => {
      reader.text(piece);
    },
    close: (name) => {
      reader.close(name);
    },
  });
  return reader.rows();
}
