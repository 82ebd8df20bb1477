import { describe, expect, it } from 'vitest';
import type { Engine } from '#electron/engine/client.ts';
import type { Mapping } from '#shared/contract/mapping.ts';
import { call, ContractError, runJob } from '#electron/engine/call.ts';
import { caseload, engineWithWorkspace, importCaseload, refusal, upload } from './support.ts';

const foreign = (month: string): string =>
  [
    'Kennung;Dienststelle;Stufe;Naechster;Surname',
    `K1;Harbour;3;17/${month}/2027;Rowan`,
    `K2;Harbour;2;03/${month}/2027;Oak`,
    '',
  ].join('\n');

const mapping = {
  shape: 'record' as const,
  columns: [
    { heading: 'Kennung', field: 'reference', dateOrder: null },
    { heading: 'Dienststelle', field: 'team', dateOrder: null },
    { heading: 'Stufe', field: 'risk', dateOrder: null },
    { heading: 'Naechster', field: 'visit.nextDue', dateOrder: null },
  ],
  codes: [
    { field: 'risk', text: '3', value: 'high' },
    { field: 'risk', text: '2', value: 'medium' },
  ],
};

describe('a layout that nobody knows', () => {
  it('is mapped by hand, kept with the import, and recognised the next month', async () => {
    const engine = await engineWithWorkspace();
    const first = await upload(engine, 'caseload-2026-10-31.csv', foreign('03'));
    const shown = await call(engine, 'import.inspect', { uploadId: first, kind: 'caseload' });
    expect(shown.questions).toContain('required-column');
    expect(JSON.stringify(shown)).not.toMatch(/Rowan|Oak/);

    const mapped = await call(engine, 'import.inspect', { uploadId: first, kind: 'caseload', mapping });
    expect(mapped).toMatchObject({ questions: [], mappingFrom: 'given' });
    expect(mapped.firstRows[0]?.values).toEqual({
      reference: 'K1',
      team: 'Harbour',
      risk: 'high',
      'visit.nextDue': '2027-03-17',
    });
    await runJob(engine, 'import.caseload', { uploadId: first, mapping, keepAs: 'Foreign' });

    const next = await upload(engine, 'caseload-2026-11-30.csv', foreign('04'));
    expect(await call(engine, 'import.inspect', { uploadId: next, kind: 'caseload' })).toMatchObject({
      questions: [],
      mappingFrom: 'kept',
      mappingName: 'Foreign',
      misfits: [],
    });
    expect(await runJob(engine, 'import.caseload', { uploadId: next })).toMatchObject({
      mapping: 'Foreign',
      accepted: 2,
      issues: [],
    });
  });

  it('is not kept when the import is refused', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}));
    const uploadId = await upload(engine, 'caseload-2026-10-31.csv', foreign('03'));
    const error = await refusal(engine, 'import.caseload', { uploadId, mapping, keepAs: 'Foreign' });
    expect(error.code).toBe('conflict');
    expect(await call(engine, 'mappings.list', {})).toEqual([]);
  });
});

describe('each column of a file', () => {
  type Shown = Awaited<ReturnType<typeof inspect>>;
  const inspect = async (engine: Engine, content: string, given?: Mapping) =>
    call(engine, 'import.inspect', {
      uploadId: await upload(engine, 'caseload-2026-11-30.csv', content),
      kind: 'caseload',
      ...(given && { mapping: given }),
    });
  const chosen = ({ columns }: Shown) => columns.map(({ field, chosenBy }) => [field, chosenBy]);
  const content = 'ViSOR Ref,Team,Level of Risk,Note\nA1,Harbour,High,x\n';

  it('carries what was proposed beside what a mapping chose', async () => {
    const engine = await engineWithWorkspace();
    const proposed = await inspect(engine, content);
    expect(proposed.questions).toContain('unsure-column');
    expect(chosen(proposed)).toEqual([
      ['reference', 'proposal'],
      ['team', 'proposal'],
      ['risk', 'proposal'],
      [null, 'proposal'],
    ]);
    const columns = proposed.mapping.columns.map((one) =>
      one.heading === 'Note' ? { ...one, field: 'mappaLevel' } : one,
    );
    const given = await inspect(engine, content, { ...proposed.mapping, columns });
    expect(given.questions).toEqual([]);
    expect(chosen(given)).toEqual([
      ['reference', 'proposal'],
      ['team', 'proposal'],
      ['risk', 'proposal'],
      ['mappaLevel', 'hand'],
    ]);
    expect(given.columns.map(({ proposal }) => proposal)).toEqual(
      proposed.columns.map(({ proposal }) => proposal),
    );
  });

  it('says what a kept mapping chose, also under a change by hand, and what is new to it', async () => {
    const engine = await engineWithWorkspace();
    const { mapping: proposed } = await inspect(engine, content);
    await call(engine, 'mappings.keep', { kind: 'caseload', name: 'Ours', mapping: proposed });
    const next = 'ViSOR Ref,Team,Level of Risk,Note,Status\nA1,Harbour,High,x,Custody\n';
    const kept = await inspect(engine, next);
    expect(kept).toMatchObject({ mappingFrom: 'kept', misfits: ['The column “Status” is new.'] });
    expect(chosen(kept).slice(2)).toEqual([
      ['risk', 'kept'],
      [null, 'kept'],
      [null, 'nobody'],
    ]);
    expect(kept.columns[4]?.proposal).toMatchObject({ field: 'status', sureness: 'sure' });
    const columns = kept.mapping.columns.map((one) =>
      one.heading === 'Status' ? { ...one, field: 'status' } : one,
    );
    expect(chosen(await inspect(engine, next, { ...kept.mapping, columns })).slice(2)).toEqual([
      ['risk', 'kept'],
      [null, 'kept'],
      ['status', 'proposal'],
    ]);
  });
});

it('kept mappings are renamed, replaced by name, and removed', async () => {
  const engine = await engineWithWorkspace();
  const keep = (name: string) => call(engine, 'mappings.keep', { kind: 'caseload', name, mapping });
  const first = await keep('One');
  const second = await keep('Two');
  expect((await keep('One')).id).toBe(first.id);
  expect(await refusal(engine, 'mappings.rename', { mappingId: second.id, name: 'One' })).toMatchObject({
    code: 'conflict',
  });
  await call(engine, 'mappings.rename', { mappingId: second.id, name: 'Three' });
  await call(engine, 'mappings.remove', { mappingId: first.id });
  expect((await call(engine, 'mappings.list', {})).map(({ name }) => name)).toEqual(['Three']);
  expect((await refusal(engine, 'mappings.remove', { mappingId: first.id })).code).toBe('not-found');
});

/** Enough rows that an import takes many steps. */
const large = (): string =>
  caseload(
    ...Array.from({ length: 20_000 }, (_, index) => ({
      reference: `L${String(index).padStart(6, '0')}`,
      team: `Team ${String(index % 6)}`,
    })),
  );

describe('an import on its way', () => {
  it('tells its steps and can be cancelled, nothing being stored', async () => {
    const engine = await engineWithWorkspace();
    const uploadId = await upload(engine, 'caseload-2026-10-31.csv', large());
    const steps = new Set<string>();
    const abort = new AbortController();
    const outcome = await runJob(
      engine,
      'import.caseload',
      { uploadId },
      ({ step }) => {
        steps.add(step);
        if (step === 'Storing the cases') abort.abort();
      },
      abort.signal,
    ).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(ContractError);
    expect((outcome as ContractError).error.code).toBe('cancelled');
    expect([...steps]).toEqual(expect.arrayContaining(['Reading the rows', 'Storing the cases']));
    expect(await call(engine, 'snapshots.list', {})).toEqual([]);
    expect(await call(engine, 'teams.list', {})).toEqual([]);
  });
});
