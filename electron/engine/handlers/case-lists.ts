/** Each list is asked for as its page asks, so that file and page never disagree. */
import type { CaseListChoice, CaseListFile } from '#shared/contract/case-lists.ts';
import { ownDuties } from '#shared/planning/backlog/outstanding.ts';
import type { HandlersOf, Tools } from '../context.ts';
import { changesFile, dueFile, outstandingFile, signOffFile } from '../reports/case-list.ts';
import { readStandards } from '../store/standards.ts';
import type { Store } from '../store/store.ts';
import { backlogHandlers } from './backlog.ts';
import { changesHandlers } from './changes.ts';
import { demandHandlers } from './demand.ts';
import { findDuty, requirePeople } from './narrowed.ts';
import { readSituation, requireSnapshot, requireTeam } from './situation.ts';

/** A file has no pages. */
const ALL = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

type Due = Extract<CaseListChoice, { kind: 'due' }>;

async function requireOfficer({ officer, team, snapshotId }: Due, store: Store): Promise<void> {
  if (officer === undefined) return;
  const { name } = team === undefined ? { name: undefined } : await requireTeam(store, team);
  const { cases } = await readSituation(store, { snapshotId, team: name });
  requirePeople(
    { officer },
    cases.filter((one) => one.officer === officer),
  );
}

async function caseListFile(list: CaseListChoice, tools: Tools): Promise<CaseListFile> {
  const { store } = tools;
  const { asAt } = await requireSnapshot(store, list.kind === 'changes' ? list.to : list.snapshotId);
  const ground = { asAt, standards: await readStandards(store) };
  switch (list.kind) {
    case 'due': {
      if (list.duty !== undefined) findDuty(ground.standards.duties, list.duty, 'duty called');
      await requireOfficer(list, store);
      const { cases } = await demandHandlers['demand.cases']({ ...list, ...ALL }, tools);
      return dueFile(list, cases, ground);
    }
    case 'outstanding': {
      const { cases } = await backlogHandlers['backlog.cases']({ ...list, ...ALL }, tools);
      return outstandingFile(list, cases, ground);
    }
    case 'signoffs':
      return signOffFile(list, await backlogHandlers['signoff.get'](list, tools), ground);
    case 'changes': {
      if (list.duty !== undefined)
        findDuty(ownDuties(ground.standards), list.duty, 'duty with due dates of its own called');
      const { changes } = await changesHandlers['changes.cases']({ ...list, ...ALL }, tools);
      const since = await requireSnapshot(store, list.from);
      return changesFile(list, changes, since.asAt, ground);
    }
  }
}

export const caseListHandlers: HandlersOf<'caseLists.file'> = {
  'caseLists.file': ({ list }, tools) => caseListFile(list, tools),
};
