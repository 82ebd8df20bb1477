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

  beforeAll(async () => {
    await importCaseload(engine(), peakedCaseload());
    await importStaff(engine(), staff);
    made = await runJob(engine(), 'packs.businessCase', {
      ...asked,
      format: 'xlsx',
      savedTo: '/tmp/case.xlsx',
    });
  }, SLOW_MACHINE_MS);

  it('is a workbook whose figures are those that scenarios have, with formulas that come to them', async () => {
    expect(made.name).toBe('business-case-5-years-2026-10-31.xlsx');
    expect(made.options.map(({ key }) => key)).toEqual(['nothing', 'level', 'minimum', 'preferred']);
    const shown = await runJob(engine(), 'scenarios.simulate', {
      runs: 100,
      seed: 3,
      scenario: { draft: growth },
    });
    const figure = made.figures.find(({ id }) => id === 'preferred.ratio-end');
    expect(figure?.value).toBeCloseTo(shown.force.ratio.middle.at(-1) ?? 0, 9);
    const sheets = readSheets(Buffer.from(made.base64, 'base64'));
    const [at] = [...(sheets.get('Figures') ?? [])].find(([, { value }]) => value === figure?.id) ?? [''];
    const value = new Spreadsheet(sheets).cell('Figures', at.replace('A', 'D'));
    expect(value).toBeCloseTo(Number(figure?.value), 9);
    expect([...(sheets.get('Snapshots')?.values() ?? [])].map((cell) => String(cell.value))).toContainEqual(
      expect.stringMatching(/^[0-9a-f]{64}$/),
    );
  });

  it('holds no case', () => {
    for (const text of Object.values(textParts(Buffer.from(made.base64, 'base64'))))
      expect(text).not.toMatch(/D1000/);
  });

  it('gives the same runs again, and others once anything that they rest on has changed', async () => {
    const again = await runJob(engine(), 'packs.businessCase', { ...asked, format: 'docx' });
    expect(again.options).toEqual(made.options);
    expect(again.figures).toEqual(made.figures);
    const { table } = await call(engine(), 'payRates.get', {});
    const [first, ...rest] = table.rates;
    if (!first) throw new Error('No rate is shipped.');
    const changed = { ...first, pay: { ...first.pay, value: 51_000 } };
    await call(engine(), 'payRates.save', { table: { rates: [changed, ...rest] } });
    const other = await runJob(engine(), 'packs.businessCase', { ...asked, years: 4, format: 'docx' });
    expect(other.name).toBe('business-case-4-years-2026-10-31.docx');
    for (const { run } of other.options) expect(made.options.map((option) => option.run)).not.toContain(run);
    const document = textParts(Buffer.from(other.base64, 'base64'))['word/document.xml'] ?? '';
    for (const { run } of other.options) expect(document).toContain(run);
  });

  it('is in the log as given out, with where it was put', async () => {
    const { entries } = await call(engine(), 'audit.list', { action: 'export' });
    expect(entries.at(-1)).toMatchObject({
      operation: 'packs.businessCase',
      facts: { format: 'xlsx', savedTo: '/tmp/case.xlsx' },
    });
  });

  it('is refused for a scenario that is not kept', async () => {
    const input = { ...asked, format: 'xlsx', scenarios: [{ scenarioId: 99 }] };
    expect(await refusal(engine(), 'packs.businessCase', input)).toMatchObject({ code: 'not-found' });
  });
});
