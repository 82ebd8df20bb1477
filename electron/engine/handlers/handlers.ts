/** Every operation of the contract has its handler here; a missing one does not compile. */
import type { OperationName } from '#shared/contract/registry.ts';
import type { HandlersOf } from '../context.ts';
import { abstractionListHandlers } from './abstraction-lists.ts';
import { abstractionEffectHandlers } from './abstraction-effect.ts';
import { abstractionProposalHandlers } from './abstraction-proposal.ts';
import { abstractionReviewHandlers } from './abstraction-review.ts';
import { abstractionHandlers } from './abstractions.ts';
import { auditHandlers } from './audit.ts';
import { backupHandlers } from './backup.ts';
import { backlogHandlers } from './backlog.ts';
import { businessCaseHandlers } from './business-case.ts';
import { caseListHandlers } from './case-lists.ts';
import { changesHandlers } from './changes.ts';
import { demandHandlers } from './demand.ts';
import { frontierHandlers } from './frontier.ts';
import { handPlanHandlers } from './hand-plan.ts';
import { forecastHandlers } from './forecast.ts';
import { importHandlers } from './imports.ts';
import { jobHandlers } from './jobs.ts';
import { keysHandlers } from './keys.ts';
import { levellingHandlers } from './levelling.ts';
import { mappingHandlers } from './mappings.ts';
import { actionHandlers } from './actions.ts';
import { packHandlers } from './packs.ts';
import { planHandlers } from './plans.ts';
import { pseudonymHandlers } from './pseudonyms.ts';
import { retentionHandlers } from './retention.ts';
import { rosterHandlers } from './rosters.ts';
import { payHandlers } from './pay.ts';
import { scenarioHandlers } from './scenarios.ts';
import { scenarioRunHandlers } from './scenario-runs.ts';
import { snapshotsHandlers } from './snapshots.ts';
import { steeringHandlers } from './steering.ts';
import { standardsHandlers } from './standards.ts';
import { workListHandlers } from './work-lists.ts';
import { workspaceHandlers } from './workspace.ts';

export const handlers: HandlersOf<OperationName> = {
  ...workspaceHandlers,
  ...keysHandlers,
  ...auditHandlers,
  ...importHandlers,
  ...abstractionListHandlers,
  ...abstractionHandlers,
  ...abstractionProposalHandlers,
  ...abstractionReviewHandlers,
  ...abstractionEffectHandlers,
  ...mappingHandlers,
  ...rosterHandlers,
  ...snapshotsHandlers,
  ...changesHandlers,
  ...demandHandlers,
  ...backlogHandlers,
  ...caseListHandlers,
  ...levellingHandlers,
  ...steeringHandlers,
  ...handPlanHandlers,
  ...frontierHandlers,
  ...planHandlers,
  ...workListHandlers,
  ...packHandlers,
  ...actionHandlers,
  ...forecastHandlers,
  ...scenarioHandlers,
  ...scenarioRunHandlers,
  ...businessCaseHandlers,
  ...payHandlers,
  ...standardsHandlers,
  ...pseudonymHandlers,
  ...retentionHandlers,
  ...backupHandlers,
  ...jobHandlers,
};
