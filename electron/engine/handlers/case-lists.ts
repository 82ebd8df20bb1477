/** Each list is asked for as its page asks, so that file and page never disagree. */
import type { CaseListChoice, CaseListFile } from '#shared/contract/case-lists.ts';
import type { HandlersOf, Tools } from '../context.ts';
import { changesFile, dueFile, outstandingFile, signOffFile } from '../reports/case-list.ts';
import { readStandards } from '../store/standards.ts';
import { backlogHandlers } from './backlog.ts';
import { changesHandlers } from './changes.ts';
import { demandHandlers } from './demand.ts';
import { requireSnapshot } from './situation.ts';

/** A file has no pages. */
const ALL = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

async function caseListFile(list: CaseListChoice, tools: Tools): Promise<CaseListFile> {
  const { store } = tools;
  const { asAt } = await requireSnapshot(store, list.kind === 'changes' ? list.to : list.snapshotId);
  const ground = { asAt, standards: await readStandards(store) };
  switch (list.kind) {
    case 'due': {
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
      const { changes } = await changesHandlers['changes.cases']({ ...list, ...ALL }, tools);
      const since = await requireSnapshot(store, list.from);
      return changesFile(list, changes, since.asAt, ground);
    }
  }
}

export const caseListHandlers: HandlersOf<'caseLists.file'> = {
  'caseLists.file': ({ list }, tools) => caseListFile(list, tools),
};
