/** A real engine on real encrypted files, in a folder that goes away with the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { call, ContractError, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { startEngine } from '../../built.ts';
import type { ErrorReply } from '#shared/contract/errors.ts';
import { contract, isOperationName, type JobName, type Output } from '#shared/contract/registry.ts';

process.env.EVENKEEL_VALIDATE_OUTPUT = '1';

export const PASSPHRASE = 'ten letters or more';

const cleanUps: Array<() => Promise<void> | void> = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-test-'));
  cleanUps.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function newEngine(folder = temporaryFolder()): Engine & { folder: string } {
  const engine = startEngine({
    dataFolder: join(folder, 'data'),
    workspaceFolder: join(folder, 'workspaces'),
  });
  cleanUps.push(() => engine.close());
  return { ...engine, folder };
}

/** An engine with a new workspace open. */
export async function engineWithWorkspace(): Promise<Opened> {
  const engine = newEngine();
  const path = join(engine.folder, 'force.evenkeel');
  await call(engine, 'workspace.create', { path, passphrase: PASSPHRASE });
  return { ...engine, path };
}

type Opened = Engine & { folder: string; path: string };

/** One engine with a workspace for all tests of a block: for tests that leave nothing behind. */
export function sharedEngine(): () => Opened {
  const own: Array<() => Promise<void> | void> = [];
  let engine: Opened | undefined;
  beforeAll(async () => {
    engine = await engineWithWorkspace();
    own.push(...cleanUps.splice(0));
  });
  afterAll(async () => {
    for (const cleanUp of own.reverse()) await cleanUp();
  });
  return () => {
    if (!engine) throw new Error('The engine is there only within tests.');
    return engine;
  };
}

export async function upload(
  engine: Engine,
  fileName: string,
  content: string | Uint8Array,
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await engine.upload(fileName, bytes);
  if (!result.ok) throw new Error(result.error.message);
  return result.data.uploadId;
}

export async function importCaseload(
  engine: Engine,
  content: string | Uint8Array,
  fileName = 'caseload-2026-10-31.csv',
): Promise<Output<'import.caseload'>> {
  return runJob(engine, 'import.caseload', { uploadId: await upload(engine, fileName, content) });
}

export async function importStaff(
  engine: Engine,
  content: string | Uint8Array,
  asAt = '2026-10-31',
): Promise<Output<'import.staff'>> {
  const uploadId = await upload(engine, 'staff.csv', content);
  return runJob(engine, 'import.staff', { uploadId, asAt });
}

/** The refusal of an operation, or of the job that it starts; fails when it is not refused. */
export async function refusal(engine: Engine, name: string, input: unknown): Promise<ErrorReply> {
  if (isOperationName(name) && contract[name].kind === 'job') {
    const outcome: unknown = await runJob(engine, name as JobName, input as never).catch(
      (error: unknown) => error,
    );
    if (outcome instanceof ContractError) return outcome.error;
    throw new Error(`${name} was expected to be refused.`);
  }
  const result = await engine.call(name, input);
  if (result.ok) throw new Error(`${name} was expected to be refused.`);
  return result.error;
}

export const caseloadHeadings =
  'ViSOR Ref,Surname,DOB,Team,Offender Manager,Status,Risk Level,Management,Registration End,Visit Interval (months),Last Visit,Next Visit Due,Last ARMS,Next ARMS Due';

type CaseRow = Partial<Record<'reference' | 'team' | 'risk' | 'nextVisit' | 'surname', string>>;

/** One line of a caseload; what is not given is usual. */
export function caseLine(row: CaseRow): string {
  const {
    reference = 'D100001',
    team = 'Harbour',
    risk = 'Medium',
    nextVisit = '10/03/2027',
    surname = 'Rowan',
  } = row;
  return `${reference},${surname},21/02/1970,${team},3001,Community,${risk},Active,Indefinite,6,10/09/2026,${nextVisit},01/05/2026,01/05/2027`;
}

export const caseload = (...rows: CaseRow[]): string =>
  [caseloadHeadings, ...rows.map(caseLine), ''].join('\r\n');

/** A team with a clear peak in March 2027 that its window can flatten. */
export const peakedCaseload = (): string =>
  caseload(
    ...Array.from({ length: 60 }, (_, index) => ({
      reference: `D1000${String(index).padStart(2, '0')}`,
      nextVisit: `${String((index % 28) + 1).padStart(2, '0')}/03/2027`,
    })),
  );

export const staff = [
  'Collar No,Team,Role,Contract,FTE,Start,Leaving',
  '3001,Harbour,Offender Manager,Officer,1,21/02/2020,',
  '3002,Harbour,Offender Manager,Staff,0.5,01/02/2020,',
  '3010,Harbour,Supervisor,Officer,1,,',
  '',
].join('\n');

/** An engine whose new workspace holds a caseload with a peak, and the staff to do its work. */
export async function loadedEngine(): Promise<Opened> {
  const engine = await engineWithWorkspace();
  await importCaseload(engine, peakedCaseload());
  await importStaff(engine, staff);
  return engine;
}
