import { describe, expect, it } from 'vitest';
import { businessCaseFile } from '#electron/engine/reports/business-case/file.ts';
import { caseParts, casePreview } from '#electron/engine/reports/business-case/document.ts';
import { xlsxBook } from '#electron/engine/reports/xlsx.ts';
import type { CasePack } from '#shared/domain/case-pack.ts';
import { readSheets, Spreadsheet, textParts, type Sheets } from '../../../../fixtures/workbook.ts';
import { handMadeCase } from '../../../shared/planning/case-pack/hand-made.ts';

const pack = handMadeCase();

async function fileOf(of: CasePack, format: 'xlsx' | 'docx'): Promise<Buffer> {
  return Buffer.from((await businessCaseFile(of, format)).base64, 'base64');
}

/** Cells of a sheet's row by the heading of their column. */
function rowsOf(sheets: Sheets, name: string): Array<Record<string, { at: string; value: number | string }>> {
  const cells = [...(sheets.get(name) ?? [])];
  const parsed = cells.map(([at, cell]) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    return { at, letters, row: Number(row), value: cell.value };
  });
  const headings = new Map(
    parsed.filter(({ row }) => row === 3).map(({ letters, value }) => [letters, String(value)]),
  );
  const last = Math.max(...parsed.map(({ row }) => row));
  return Array.from({ length: Math.max(0, last - 3) }, (_, index) =>
    Object.fromEntries(
      parsed
        .filter(({ row }) => row === index + 4)
        .map(({ at, letters, value }) => [headings.get(letters) ?? letters, { at, value }]),
    ),
  );
}

describe('a business case as a workbook', () => {
  it('has every table on a sheet, each with the marking on its first line and on every printed page', async () => {
    const bytes = await fileOf(pack, 'xlsx');
    const sheets = readSheets(bytes);
    expect([...sheets.keys()]).toEqual([
      'Summary',
      'Options',
      'Years',
      'Cost',
      'Teams',
      'Months',
      'Minimum',
      'Differences',
      'Assumptions',
      'Past error',
      'Runs',
      'Snapshots',
      'Figures',
    ]);
    const parts = textParts(bytes);
    for (const [index, [, cells]] of [...sheets].entries()) {
      expect(cells.get('A1')?.value).toBe('OFFICIAL-SENSITIVE');
      expect(parts[`xl/worksheets/sheet${String(index + 1)}.xml`]).toContain(
        '<oddHeader>&amp;COFFICIAL-SENSITIVE</oddHeader>',
      );
      expect(parts['[Content_Types].xml']).toContain(`/xl/worksheets/sheet${String(index + 1)}.xml`);
    }
    expect(parts['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });

  it.each([
    ['five years', handMadeCase()],
    ['four years, within capacity', handMadeCase({ years: 4, seek: { goal: 'capacity' } })],
    [
      'no past error, no minimum, no scenario',
      handMadeCase({ hasPastError: false, seek: { most: 0 }, scenarios: [] }),
    ],
  ])('has formulas that come to the values that stand written: %s', async (_, of) => {
    const sheets = readSheets(await fileOf(of, 'xlsx'));
    const spreadsheet = new Spreadsheet(sheets);
    let formulas = 0;
    for (const [name, cells] of sheets) {
      for (const [at, { value, formula }] of cells) {
        if (formula === null) continue;
        formulas += 1;
        const found = spreadsheet.cell(name, at) ?? '';
        if (typeof value === 'number') expect(found, `${name}!${at} ${formula}`).toBeCloseTo(value, 6);
        else expect(found, `${name}!${at} ${formula}`).toBe(value);
      }
    }
    expect(formulas).toBeGreaterThan(1000);
  });

  it('is worked out by hand: ratio, sum of teams, posts needed and sums of costs', async () => {
    const sheets = readSheets(await fileOf(pack, 'xlsx'));
    const spreadsheet = new Spreadsheet(sheets);
    const [first] = rowsOf(sheets, 'Months').filter(({ Team }) => Team?.value === 'Force');
    const at = (heading: string) => spreadsheet.cell('Months', first?.[heading]?.at ?? '');
    // 70 and 40 RSOs; 1.5 and 1 managers
    expect([at('RSOs'), at('FTE in post'), at('Ratio')]).toEqual([110, 2.5, 44]);
    const march = rowsOf(sheets, 'Years').find(
      ({ Team, Option, ...row }) =>
        Team?.value === 'Force' && Option?.value === 'Baseline' && row['Financial year']?.value === '2030/31',
    );
    const counted = Number(march?.['RSOs counted in the ratio']?.value);
    expect(counted).toBeGreaterThan(110);
    expect(spreadsheet.cell('Years', march?.['FTE needed at the limit']?.at ?? '')).toBeCloseTo(
      counted / 50,
      9,
    );
    const costs = rowsOf(sheets, 'Cost').slice(0, 3);
    const sum = costs.reduce((total, row) => total + Number(row.Cost?.value), 0);
    // 2.5 constables × £50,260 × 1.353 × 5 months of twelve
    expect(Number(costs[0]?.Cost?.value)).toBeCloseTo((2.5 * 50_260 * 1.353 * 5) / 12, 6);
    expect(spreadsheet.cell('Cost', costs[2]?.['Cost so far']?.at ?? '')).toBeCloseTo(sum, 6);
  });

  it('gives each row of figures the run that it came from', async () => {
    const sheets = readSheets(await fileOf(pack, 'xlsx'));
    const runs = new Map(pack.options.map(({ name, run }) => [name, run]));
    for (const name of ['Years', 'Cost', 'Teams', 'Months', 'Runs']) {
      const rows = rowsOf(sheets, name);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.Run?.value, name).toBe(runs.get(String(row.Option?.value)));
    }
  });

  it('holds no case and no person, and is the same bytes again', async () => {
    const bytes = await fileOf(pack, 'xlsx');
    for (const text of Object.values(textParts(bytes))) expect(text).not.toMatch(/case-\d|collar-\d/);
    expect((await fileOf(handMadeCase(), 'xlsx')).equals(bytes)).toBe(true);
  });
});

/** Figures as they are printed: pounds, ratios, shares and plain numbers. */
const NUMBER = /−?£\d+(?:,\d{3})*|1:\d+\.\d|\d+(?:,\d{3})*(?:\.\d+)?(?: %)?/g;
const numbersIn = (text: string): string[] => text.match(NUMBER) ?? [];

describe('a business case as a document', () => {
  const parts = caseParts(pack);

  it('prints no figure that is not in the workbook with the same value', async () => {
    const sheets = readSheets(await fileOf(pack, 'xlsx'));
    const spreadsheet = new Spreadsheet(sheets);
    const figures = new Map(pack.figures.map((figure) => [figure.id, figure]));
    const rows = rowsOf(sheets, 'Figures');
    expect(rows.map((row) => row.Figure?.value)).toEqual([...figures.keys()]);
    for (const row of rows) {
      const figure = figures.get(String(row.Figure?.value));
      expect(row['As printed']?.value).toBe(figure?.shown);
      expect(row.Run?.value).toBe(figure?.run);
      if (typeof figure?.value !== 'number') continue;
      expect(spreadsheet.cell('Figures', row.Value?.at ?? ''), figure.id).toBeCloseTo(figure.value, 6);
    }
    // The document prints the values of assumptions with commas, shares in per cent, and pounds with their sign.
    const written = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 4 });
    const words = [...sheets].flatMap(([name, cells]) =>
      [...cells.values()].flatMap(({ value }) =>
        name === 'Assumptions' && typeof value === 'number'
          ? [written(value), `£${written(value)}`, `${written(100 * value)}\u00a0%`]
          : [String(value)],
      ),
    );
    const known = new Set(words.flatMap(numbersIn));
    const printed = parts.flatMap((part): string[] => {
      if ('text' in part) return [part.text];
      if ('heading' in part) return [part.heading];
      if (!('table' in part)) return [];
      return part.table.rows.flatMap(({ cells }) => cells.map((cell) => String(cell ?? '')));
    });
    for (const text of printed)
      for (const number of numbersIn(text)) expect([...known], text).toContain(number);
  });

  it('takes every figure of its tables from the pack, as printed there', () => {
    const shown = new Set(pack.figures.map((figure) => figure.shown));
    const [, figureTable, ...others] = parts.flatMap((part) => ('table' in part ? [part.table] : []));
    for (const { cells } of figureTable?.rows ?? []) {
      for (const cell of cells.slice(1)) expect(shown).toContain(cell);
    }
    expect(others.length).toBeGreaterThan(8);
  });

  it('carries the marking at the head of every page, and what it was made with', async () => {
    const files = textParts(await fileOf(pack, 'docx'));
    const head = Object.entries(files).find(([name]) => /header\d\.xml$/.test(name))?.[1];
    expect(head).toContain('OFFICIAL-SENSITIVE');
    const text = files['word/document.xml'] ?? '';
    for (const words of ['Evenkeel 0.1.0', 'ab'.repeat(32), 'R-1111111111', 'Home Office', 'Moorland']) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/case-\d|collar-\d/);
  });

  it('has charts with their finding, the options as lines, and what they show in words', async () => {
    const files = textParts(await fileOf(pack, 'docx'));
    const charts = Object.entries(files).filter(([name]) => /charts\/chart\d\.xml$/.test(name));
    expect(charts).toHaveLength(3);
    expect(charts.filter(([, xml]) => xml.includes('Baseline'))).toHaveLength(2);
    const text = files['word/document.xml'] ?? '';
    expect(text.match(/<wp:docPr [^>]*descr="[^"]+Lines: Baseline/g)).toHaveLength(2);
    expect(text).toContain(
      'On the middle path every option keeps the force as a whole within 1:50 in every month',
    );
  });

  it('says one month as one, and of a value that is not given that it is not', () => {
    const rows = parts.flatMap((part) => ('table' in part ? part.table.rows : []));
    const cells = rows.map((row) => row.cells.map((cell) => String(cell).replaceAll('\u00a0', ' ')));
    const window = cells.find(([about, of]) => about === 'Visit' && of === 'window');
    expect(window?.[2]).toContain('1 month early');
    expect(cells.flat().join('|')).not.toMatch(/\b1 (month|day)s/);
    expect(cells.filter((row) => row[2] === '–').map((row) => row.at(-1))).toEqual(
      Array.from({ length: 5 }, () => 'not given'),
    );
  });

  it('is shown before with the same charts to draw, and no word of where they are', () => {
    const preview = casePreview(pack);
    const charts = preview.flatMap((part) => ('chart' in part ? [part.chart] : []));
    expect(charts.map(({ measure }) => measure)).toEqual(['rsos', 'ratio', 'utilisation']);
    expect(charts[1]).toMatchObject({
      title: 'On the middle path every option keeps the force as a whole within 1:50 in every month',
      lines: pack.options.map(({ name, result }) => ({ name, values: result.force.ratio.middle })),
      limit: { name: 'Limit 1:50', value: 50 },
    });
    expect(JSON.stringify(preview)).not.toContain('Chart in the document');
    // A chart's title is a paragraph of its own in the document alone.
    expect(preview).toHaveLength(parts.length - charts.length);
  });

  it('has a name that says what it is and nothing of anybody', async () => {
    const { name, type } = await businessCaseFile(pack, 'docx');
    expect(name).toBe('business-case-5-years-2026-10-31.docx');
    expect(type).toContain('wordprocessingml');
  });
});

describe('formulas of a workbook', () => {
  const table = {
    name: 'Ratio',
    titles: [],
    columns: [{ heading: 'RSOs', width: 10 }],
    rows: [
      [
        2202,
        { number: 42.4, look: 'tenth' as const },
        { number: 2202 / 50, look: 'tenth' as const, formula: 'A3/50' },
        { number: 2202 / 42.4, look: 'ratio' as const, formula: 'IF(B3>0,A3/B3,"")' },
        { number: null, look: 'ratio' as const, formula: 'IF(E9>0,A3/E9,"")' },
        '=1+1',
      ],
    ],
  };
  const sheets = readSheets(xlsxBook([table]));

  it('come to what was worked out by hand: 2,202 RSOs need 44.04 managers, 42.4 have 1:51.9 each', () => {
    const spreadsheet = new Spreadsheet(sheets);
    expect(spreadsheet.cell('Ratio', 'C3')).toBeCloseTo(44.04, 9);
    expect(spreadsheet.cell('Ratio', 'D3')).toBeCloseTo(51.934, 3);
    expect(spreadsheet.cell('Ratio', 'E3')).toBe('');
    expect(sheets.get('Ratio')?.get('D3')).toEqual({ value: 2202 / 42.4, formula: 'IF(B3>0,A3/B3,"")' });
  });

  it('are only those that our own code writes: a text that looks like one stays text', () => {
    expect(sheets.get('Ratio')?.get('F3')).toEqual({ value: '=1+1', formula: null });
  });
});
