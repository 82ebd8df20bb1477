import { describe, expect, it } from 'vitest';
import { call } from '#electron/engine/call.ts';
import { contract, type OperationName } from '#shared/contract/registry.ts';
import type { BackendEvent } from '#shared/contract/events.ts';
import { exampleReasons } from '#shared/domain/abstraction.ts';
import { examplePayTable } from '#shared/domain/pay.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { engineWithWorkspace, newEngine, PASSPHRASE, refusal } from './support.ts';

const names = Object.keys(contract) as OperationName[];
const long = 'x'.repeat(100_000);

const abstraction = {
  collar: '3001',
  from: '2026-10-12',
  to: '2026-10-12',
  startTime: null,
  hours: 8,
  group: 'Operational',
  activity: 'Football',
  toOtherPolicing: true,
  detail: null,
  isPlanned: true,
  requestedBy: null,
  approvedBy: null,
};

/** An input per operation that would fit but for one value that is too large; null where no value can be. */
const oversized: Record<OperationName, unknown> = {
  'workspace.status': null,
  'workspace.recent': null,
  'workspace.create': { path: long, passphrase: PASSPHRASE },
  'workspace.open': { path: 'a', passphrase: long },
  'workspace.close': null,
  'workspace.forget': { path: long },
  'workspace.demo': { seed: 2 ** 40 },
  'keys.get': null,
  'keys.changePassphrase': { passphrase: PASSPHRASE, newPassphrase: long },
  'keys.recoveryKey': { passphrase: long },
  'keys.recover': { path: 'a', recoveryKey: long, newPassphrase: PASSPHRASE },
  'keys.stayOpen': null,
  'keys.remembering': null,
  'keys.openAndRemember': { path: long, passphrase: PASSPHRASE },
  'keys.openRemembered': { path: long },
  'keys.forgetPassphrase': { path: long },
  'audit.list': { user: long },
  'audit.verify': { expected: { number: 1e300, hash: '' } },
  'audit.file': { savedTo: long },
  'audit.noteFile': { fileName: long },
  'import.previewCaseload': { uploadId: long },
  'import.caseload': { uploadId: long },
  'import.previewStaff': { uploadId: long },
  'import.staff': { uploadId: long },
  'import.previewAbstractions': { uploadId: long },
  'import.abstractions': { uploadId: long },
  'import.inspect': { kind: 'caseload', uploadId: long },
  'mappings.list': null,
  'mappings.keep': { kind: 'caseload', name: long, mapping: { shape: 'record', columns: [], codes: [] } },
  'mappings.rename': { mappingId: 1, name: long },
  'mappings.remove': { mappingId: 1e300 },
  'abstractionLists.list': null,
  'abstractionLists.rollback': { listId: 1e300 },
  'abstractions.list': { collar: long },
  'abstractions.calendar': { team: long, month: '2026-10' },
  'abstractions.propose': { collar: long, from: '2026-10-01', to: '2026-10-02' },
  'abstractions.trace': { id: 1e300 },
  'abstractions.record': { ...abstraction, detail: long },
  'abstractions.edit': { id: 1, ...abstraction, group: long },
  'abstractions.end': { id: 1, to: '2026-10-12', hours: 1e300 },
  'abstractions.remove': { id: 1, why: long },
  'abstractions.review': { ids: Array(100_000).fill(1), note: '' },
  'abstractions.takeBackReview': { ids: Array(100_000).fill(1) },
  'abstractions.queue': { limit: 1_000_000 },
  'abstractions.regular': { team: long },
  'abstractions.dismiss': { key: long, why: null },
  'abstractions.rate': { months: 1000 },
  'abstractions.effect': { months: 1000 },
  'abstractions.reasons': null,
  'abstractions.saveReasons': { reasons: [{ ...exampleReasons[0], group: long }] },
  'pseudonyms.get': null,
  'pseudonyms.set': { isOn: long },
  'snapshots.list': null,
  'snapshots.account': { snapshotId: 1e300 },
  'snapshots.rollbackPreview': { snapshotId: 1e300 },
  'snapshots.rollback': { snapshotId: 1e300 },
  'changes.get': { from: 1, to: 2, team: long },
  'changes.cases': { from: 1, to: 2, limit: 1_000_000 },
  'rosters.list': null,
  'rosters.rollback': { rosterId: 1e300 },
  'teams.list': { snapshotId: 1e300 },
  'demand.get': { months: 61 },
  'demand.joiners': { months: 61 },
  'demand.cases': { month: '2027-03', limit: 1_000_000 },
  'ratio.get': { team: long },
  'backlog.counts': { officer: long },
  'backlog.get': { officer: long },
  'backlog.cases': { limit: 1_000_000 },
  'backlog.trend': { snapshots: 1000 },
  'signoff.counts': { supervisor: long },
  'signoff.get': { supervisor: long },
  'checks.get': { team: long },
  'caseLists.file': { list: { kind: 'due', month: '2027-03', team: long } },
  'levelling.level': { team: long },
  'steering.get': { snapshotId: 1, team: long, months: 24 },
  'steering.keep': { snapshotId: 1, team: 'Harbour', months: 24, draft: { pins: long }, applied: {} },
  'levelling.replay': { team: long, csv: '' },
  'levelling.frontier': { team: long },
  'plans.accept': { proposalId: 'a', note: long },
  'plans.undo': { planId: 1e300 },
  'plans.list': { team: long },
  'plans.get': { planId: 1e300 },
  'plans.followUp': { planId: 1e300 },
  'plans.adherence': { team: long },
  'plans.workList': { planId: 1, officer: long },
  'plans.workListFile': { planId: 1, format: long },
  'packs.weekly': { team: long },
  'packs.weeklyFile': { format: 'docx', savedTo: long },
  'actions.list': { team: long },
  'actions.save': { team: 'Harbour', text: long, owner: 'a', due: '2026-12-01' },
  'actions.close': { id: 1, note: long },
  'actions.reopen': { id: 1e300 },
  'forecast.cases': { runs: 1_000_000 },
  'forecast.totals': { csv: long.repeat(3) },
  'scenarios.list': null,
  'scenarios.get': { scenarioId: 1e300 },
  'scenarios.save': { name: 'a', description: long, changes: [] },
  'scenarios.copy': { scenarioId: 1, name: long },
  'scenarios.archive': { scenarioId: 1e300, archived: true },
  'scenarios.prepare': { runs: 1e9 },
  'scenarios.run': { scenario: { draft: { name: long, description: '', changes: [] } } },
  'scenarios.simulate': { scenario: { scenarioId: 1 }, runs: 1e9 },
  'scenarios.compare': { scenarios: Array.from({ length: 1000 }, () => ({ scenarioId: 1 })) },
  'scenarios.tornado': { scenario: { scenarioId: 1 }, figure: 'ratio-end', team: long },
  'scenarios.sweep': { scenario: { scenarioId: 1 }, most: 1e9 },
  'scenarios.seek': { scenario: { scenarioId: 1 }, goal: 'ratio', most: 1e9 },
  'packs.businessCase': { runs: 1e9 },
  'packs.businessCaseFile': { caseId: long, format: 'xlsx' },
  'payRates.get': null,
  'payRates.save': { table: { rates: Array.from({ length: 1000 }, () => null) } },
  'standards.get': null,
  'standards.preview': {
    standards: { ...exampleStandards(), duties: Array(1000).fill(exampleStandards().duties[0]) },
  },
  'standards.save': {
    standards: { ...exampleStandards(), duties: Array(1000).fill(exampleStandards().duties[0]) },
  },
  'settings.get': null,
  'settings.save': { settings: { ...defaultSettings, forceName: long } },
  'jobs.get': { jobId: long },
  'jobs.cancel': { jobId: long },
  'retention.get': null,
  'retention.set': { reviewBy: long },
  'retention.purge': { snapshotIds: Array.from({ length: 1001 }, (_, index) => index + 1) },
  'backup.list': null,
  'backup.make': { to: long },
  'backup.remove': { file: long },
  'backup.restore': { path: 'a', from: long, passphrase: PASSPHRASE },
};

describe('every operation', () => {
  it('refuses keys it does not know', async () => {
    const engine = await engineWithWorkspace();
    for (const name of names) {
      const error = await refusal(engine, name, { somethingElse: 1 });
      expect(error.code, name).toBe('invalid-input');
      expect(error.message, name).toContain('somethingElse');
    }
  });

  it('refuses an input that is not an object', async () => {
    const engine = await engineWithWorkspace();
    for (const name of names) {
      for (const input of [null, undefined, 7, 'text', [], [1]]) {
        expect(await refusal(engine, name, input), name).toMatchObject({ code: 'invalid-input' });
      }
    }
  });

  it('refuses what cannot be sent at all', async () => {
    const engine = await engineWithWorkspace();
    let deep: unknown = [];
    for (let depth = 0; depth < 200_000; depth++) deep = [deep];
    for (const input of [deep, { team: () => 'Harbour' }, Symbol('team')]) {
      expect(await refusal(engine, 'demand.get', input)).toMatchObject({ code: 'invalid-input' });
    }
    await call(engine, 'workspace.status', {});
  });

  it('refuses what is too large, in a short message that does not repeat it', async () => {
    const engine = await engineWithWorkspace();
    for (const name of names) {
      const input = oversized[name];
      if (input === null) {
        expect(contract[name].input.safeParse({}).success, name).toBe(true);
        continue;
      }
      const error = await refusal(engine, name, input);
      expect(error.code, name).toBe('invalid-input');
      expect(JSON.stringify(error).length, name).toBeLessThan(5000);
      expect(error.message, name).not.toContain('xxxx');
    }
  });

  it('that needs a workspace says so while none is open', async () => {
    const engine = newEngine();
    const inputs: Partial<Record<OperationName, unknown>> = {
      'demand.cases': { month: '2027-03' },
      'caseLists.file': { list: { kind: 'outstanding' } },
      'levelling.level': { team: 'Harbour' },
      'steering.get': { snapshotId: 1, team: 'Harbour', months: 24 },
      'steering.keep': { snapshotId: 1, team: 'Harbour', months: 24, draft: {}, applied: {} },
      'levelling.replay': { team: 'Harbour', csv: '' },
      'abstractions.calendar': { team: 'Harbour', month: '2026-10' },
      'abstractions.propose': { collar: '3001', from: '2026-10-01', to: '2026-10-02' },
      'abstractions.trace': { id: 1 },
      'abstractions.record': abstraction,
      'abstractions.edit': { id: 1, ...abstraction },
      'abstractions.end': { id: 1, to: '2026-10-12' },
      'abstractions.remove': { id: 1, why: 'It did not happen' },
      'abstractions.review': { ids: [1], note: '' },
      'abstractions.takeBackReview': { ids: [1] },
      'abstractions.dismiss': { key: 'a', why: null },
      'abstractions.saveReasons': { reasons: exampleReasons },
      'actions.save': { team: 'Harbour', text: 'Ring round', owner: 'DI', due: '2026-12-01' },
      'actions.close': { id: 1, note: '' },
      'actions.reopen': { id: 1 },
      'plans.accept': { proposalId: 'a' },
      'plans.undo': { planId: 1 },
      'plans.get': { planId: 1 },
      'plans.followUp': { planId: 1 },
      'plans.workList': { planId: 1 },
      'plans.workListFile': { planId: 1, format: 'csv' },
      'packs.weeklyFile': { format: 'docx' },
      'standards.preview': { standards: exampleStandards() },
      'standards.save': { standards: exampleStandards() },
      'settings.save': { settings: defaultSettings },
      'snapshots.rollbackPreview': { snapshotId: 1 },
      'snapshots.rollback': { snapshotId: 1 },
      'changes.get': { from: 1, to: 2 },
      'changes.cases': { from: 1, to: 2 },
      'import.inspect': { uploadId: 'a', kind: 'caseload' },
      'mappings.keep': { kind: 'caseload', name: 'a', mapping: { shape: 'record', columns: [], codes: [] } },
      'mappings.rename': { mappingId: 1, name: 'a' },
      'mappings.remove': { mappingId: 1 },
      'abstractionLists.rollback': { listId: 1 },
      'rosters.rollback': { rosterId: 1 },
      'pseudonyms.set': { isOn: true },
      'backup.remove': { file: 'a' },
      'scenarios.get': { scenarioId: 1 },
      'scenarios.save': { name: 'a', description: '', changes: [] },
      'scenarios.copy': { scenarioId: 1, name: 'a' },
      'scenarios.archive': { scenarioId: 1, archived: true },
      'scenarios.run': { scenario: { scenarioId: 1 } },
      'scenarios.simulate': { scenario: { scenarioId: 1 } },
      'scenarios.compare': { scenarios: [{ scenarioId: 1 }] },
      'scenarios.tornado': { scenario: { scenarioId: 1 }, figure: 'ratio-end' },
      'scenarios.sweep': { scenario: { scenarioId: 1 } },
      'scenarios.seek': { scenario: { scenarioId: 1 }, goal: 'ratio' },
      'payRates.save': { table: examplePayTable() },
      'packs.businessCaseFile': { caseId: 'a', format: 'xlsx' },
      'audit.noteFile': { fileName: 'a.csv' },
    };
    for (const name of names.filter((one) => contract[one].needsWorkspace)) {
      const input = inputs[name] ?? (name.startsWith('import.') ? { uploadId: 'a' } : {});
      expect(await refusal(engine, name, input), name).toMatchObject({ code: 'workspace-closed' });
    }
  });
});

describe('the dispatcher', () => {
  it('knows no other operations', async () => {
    const engine = newEngine();
    for (const name of ['nonsense', 'toString', '__proto__', 'constructor', '']) {
      expect(await refusal(engine, name, {}), name).toMatchObject({ code: 'not-found' });
    }
  });

  it('refuses half a character, which could not be stored as it is', async () => {
    const engine = await engineWithWorkspace();
    const input = { kind: 'caseload', mapping: { shape: 'record', columns: [], codes: [] } };
    await call(engine, 'mappings.keep', { ...input, name: '\ufffd' } as never);
    const broken = await refusal(engine, 'mappings.keep', { ...input, name: 'cut \ud800' });
    expect(broken).toMatchObject({ code: 'invalid-input' });
    expect(broken.message).toContain('half a character');
  });

  it('never repeats a passphrase', async () => {
    const engine = newEngine();
    const error = await refusal(engine, 'workspace.create', {
      path: '',
      passphrase: 'hush hush hush',
      extra: 1,
    });
    expect(JSON.stringify(error)).not.toContain('hush');
  });

  it('tells listeners what a command changed, and nothing of a query', async () => {
    const engine = await engineWithWorkspace();
    const events: BackendEvent[] = [];
    engine.subscribe((event) => events.push(event));
    await call(engine, 'settings.get', {});
    expect(events).toEqual([]);
    await call(engine, 'settings.save', { settings: defaultSettings });
    expect(events).toEqual([{ topic: 'data-changed', areas: ['settings'] }]);
  });

  it('answers many calls at once in order, each whole', async () => {
    const engine = await engineWithWorkspace();
    const saves = Array.from({ length: 20 }, (_, index) =>
      call(engine, 'settings.save', { settings: { ...defaultSettings, forceName: `Name ${String(index)}` } }),
    );
    const reads = Array.from({ length: 20 }, () => call(engine, 'settings.get', {}));
    await Promise.all(saves);
    const names = (await Promise.all(reads)).map((settings) => settings.forceName);
    expect(new Set(names)).toEqual(new Set(['Name 19']));
  });

  it('closes the workspace only after what was asked before', async () => {
    const engine = await engineWithWorkspace();
    const [saved, closed, late] = await Promise.all([
      engine.call('settings.save', { settings: defaultSettings }),
      engine.call('workspace.close', {}),
      engine.call('settings.get', {}),
    ]);
    expect(saved.ok).toBe(true);
    expect(closed).toMatchObject({ ok: true, data: { isOpen: false } });
    if (!late.ok) expect(late.error.code).toBe('workspace-closed');
  });
});
