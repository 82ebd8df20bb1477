import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Output } from '#shared/contract/registry.ts';
import { readSheets, Spreadsheet, textParts } from '../../fixtures/workbook.ts';
import { importCaseload, importStaff, peakedCaseload, refusal, sharedEngine, staff } from './support.ts';

const SLOW_MACHINE_MS = 120_000;
const growth = {
  name: 'Growth',
  description: '',
  changes: [{ kind: 'growth' as const, team: null, extra: 0.05 }],
};
const asked = { runs: 100, seed: 3, scenarios: [{ draft: growth }] };

describe('the business case of a workspace', () => {
  const engine = sharedEngine();
  let made: Output<'packs.businessCase'>;
  let book: Output<'packs.businessCaseFile'>;

  beforeAll(async () => {
    await importCaseload(engine(), peakedCaseload());
    await importStaff(engine(), staff);
    made = await runJob(engine(), 'packs.businessCase', asked);
    const { caseId } = made;
    book = await call(engine(), 'packs.businessCaseFile', {
      caseId,
      format: 'xlsx',
      savedTo: '/tmp/case.xlsx',
    });
  }, SLOW_MACHINE_MS);

  it('is a workbook whose figures are those that scenarios have, with formulas that come to them', async () => {
    expect(book.name).toBe('business-case-5-years-2026-10-31.xlsx');
    expect(made.options.map(({ key }) => key)).toEqual(['nothing', 'level', 'minimum', 'preferred']);
    const shown = await runJob(engine(), 'scenarios.simulate', {
      runs: 100,
      seed: 3,
      scenario: { draft: growth },
    });
    const figure = made.figures.find(({ id }) => id === 'preferred.ratio-end');
    expect(figure?.value).toBeCloseTo(shown.force.ratio.middle.at(-1) ?? 0, 9);
    const sheets = readSheets(Buffer.from(book.base64, 'base64'));
    const [at] = [...(sheets.get('Figures') ?? [])].find(([, { value }]) => value === figure?.id) ?? [''];
    const value = new Spreadsheet(sheets).cell('Figures', at.replace('A', 'D'));
    expect(value).toBeCloseTo(Number(figure?.value), 9);
    expect([...(sheets.get('Snapshots')?.values() ?? [])].map((cell) => String(cell.value))).toContainEqual(
      expect.stringMatching(/^[0-9a-f]{64}$/),
    );
  });

  it('is seen before it is saved, part by part as it stands in the document', async () => {
    const { caseId, parts, summary } = made;
    const headings = parts.flatMap((part) => ('heading' in part && part.level === 2 ? [part.heading] : []));
    expect(headings).toEqual(expect.arrayContaining(['Summary', 'Options', 'Limits', 'Assumptions']));
    const { base64 } = await call(engine(), 'packs.businessCaseFile', { caseId, format: 'docx' });
    const plain = (text: string): string => text.replace(/<[^>]+>/g, '').replace(/&[a-z]+;|[“”‘’"'\s]/g, '');
    const document = plain(textParts(Buffer.from(base64, 'base64'))['word/document.xml'] ?? '');
    const escaped = (text: string): string => plain(text.replace(/[&<>]/g, ''));
    for (const part of parts) {
      if ('heading' in part) expect(document).toContain(escaped(part.heading));
      if ('chart' in part) expect(document).toContain(escaped(part.chart.title));
      if ('text' in part) expect(document).toContain(escaped(part.text));
      if ('table' in part)
        for (const { cells } of part.table.rows) expect(document).toContain(escaped(String(cells[0] ?? '')));
    }
    for (const sentence of summary) expect(parts).toContainEqual({ text: sentence, look: 'plain' });
  });

  it('holds no case', () => {
    for (const text of Object.values(textParts(Buffer.from(book.base64, 'base64'))))
      expect(text).not.toMatch(/D1000/);
    expect(JSON.stringify(made)).not.toMatch(/D1000/);
  });

  it('is written out only while it is held', async () => {
    const gone = { caseId: 'another', format: 'xlsx' };
    expect(await refusal(engine(), 'packs.businessCaseFile', gone)).toMatchObject({ code: 'not-found' });
  });

  it('gives the same runs again, and others once anything that they rest on has changed', async () => {
    const again = await runJob(engine(), 'packs.businessCase', asked);
    expect(again.options).toEqual(made.options);
    expect(again.figures).toEqual(made.figures);
    const { table } = await call(engine(), 'payRates.get', {});
    const [first, ...rest] = table.rates;
    if (!first) throw new Error('No rate is shipped.');
    const changed = { ...first, pay: { ...first.pay, value: 51_000 } };
    await call(engine(), 'payRates.save', { table: { rates: [changed, ...rest] } });
    const other = await runJob(engine(), 'packs.businessCase', { ...asked, years: 4 });
    const { caseId } = other;
    const file = await call(engine(), 'packs.businessCaseFile', { caseId, format: 'docx' });
    expect(file.name).toBe('business-case-4-years-2026-10-31.docx');
    for (const { run } of other.options) expect(made.options.map((option) => option.run)).not.toContain(run);
    const document = textParts(Buffer.from(file.base64, 'base64'))['word/document.xml'] ?? '';
    for (const { run } of other.options) expect(document).toContain(run);
  });

  it('is in the log as given out, with where it was put', async () => {
    const { entries } = await call(engine(), 'audit.list', { action: 'export' });
    expect(entries).toContainEqual(
      expect.objectContaining({
        operation: 'packs.businessCaseFile',
        facts: expect.objectContaining({ format: 'xlsx', savedTo: '/tmp/case.xlsx' }) as unknown,
      }),
    );
  });

  it('is refused for a scenario that is not kept', async () => {
    const input = { ...asked, scenarios: [{ scenarioId: 99 }] };
    expect(await refusal(engine(), 'packs.businessCase', input)).toMatchObject({ code: 'not-found' });
  });
});
