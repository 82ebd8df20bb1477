/** Every operation of the contract has its handler here; a missing one does not compile. */
import type { OperationName } from '#shared/contract/registry.ts';
import type { HandlersOf } from '../context.ts';
import { changesHandlers } from './changes.ts';
import { demandHandlers } from './demand.ts';
import { forecastHandlers } from './forecast.ts';
import { importHandlers } from './imports.ts';
import { jobHandlers } from './jobs.ts';
import { levellingHandlers } from './levelling.ts';
import { mappingHandlers } from './mappings.ts';
import { rosterHandlers } from './rosters.ts';
import { snapshotsHandlers } from './snapshots.ts';
import { standardsHandlers } from './standards.ts';
import { workspaceHandlers } from './workspace.ts';

export const handlers: HandlersOf<OperationName> = {
  ...workspaceHandlers,
  ...importHandlers,
  ...mappingHandlers,
  ...rosterHandlers,
  ...snapshotsHandlers,
  ...changesHandlers,
  ...demandHandlers,
  ...levellingHandlers,
  ...forecastHandlers,
  ...standardsHandlers,
  ...jobHandlers,
};
