/**
 * The one list of what the backend can do. Page, command line and tests call operations by name;
 * the engine's handlers are a map that must satisfy this registry.
 */
import type { z } from 'zod';
import { abstractionsContract } from './abstractions.ts';
import { auditContract } from './audit.ts';
import { backlogContract } from './backlog.ts';
import { backupContract } from './backup.ts';
import { businessCaseContract } from './business-case.ts';
import { caseListsContract } from './case-lists.ts';
import { changesContract } from './changes.ts';
import { demandContract } from './demand.ts';
import { forecastContract } from './forecast.ts';
import { importContract } from './imports.ts';
import { jobsContract } from './jobs.ts';
import { keysContract } from './keys.ts';
import { levellingContract } from './levelling.ts';
import { mappingContract } from './mapping.ts';
import type { Operation } from './operation.ts';
import { packsContract } from './packs.ts';
import { plansContract } from './plans.ts';
import { pseudonymsContract } from './pseudonyms.ts';
import { retentionContract } from './retention.ts';
import { scenariosContract } from './scenarios.ts';
import { snapshotsContract } from './snapshots.ts';
import { standardsContract } from './standards.ts';
import { workspaceContract } from './workspace.ts';

export const contract = {
  ...workspaceContract,
  ...keysContract,
  ...auditContract,
  ...importContract,
  ...abstractionsContract,
  ...mappingContract,
  ...snapshotsContract,
  ...changesContract,
  ...demandContract,
  ...backlogContract,
  ...caseListsContract,
  ...levellingContract,
  ...plansContract,
  ...packsContract,
  ...forecastContract,
  ...scenariosContract,
  ...businessCaseContract,
  ...standardsContract,
  ...pseudonymsContract,
  ...retentionContract,
  ...backupContract,
  ...jobsContract,
} satisfies Record<string, Operation>;

type Contract = typeof contract;
export type OperationName = keyof Contract;

type NamesOfKind<K extends Operation['kind']> = {
  [N in OperationName]: Contract[N]['kind'] extends K ? N : never;
}[OperationName];
export type QueryName = NamesOfKind<'query'>;
export type CommandName = NamesOfKind<'command'>;
export type JobName = NamesOfKind<'job'>;

/** What a caller passes. */
export type Input<N extends OperationName> = z.input<Contract[N]['input']>;
/** What a handler gets, parsed. */
export type Parsed<N extends OperationName> = z.output<Contract[N]['input']>;
/** What the operation replies; for a job, what it ends in. */
export type Output<N extends OperationName> = z.output<Contract[N]['output']>;
/** What the call itself replies: a job replies at once with its id. */
export type Reply<N extends OperationName> = N extends JobName ? { jobId: string } : Output<N>;

/** Whether the contract has an operation of that name. */
export const isOperationName = (name: string): name is OperationName => Object.hasOwn(contract, name);
