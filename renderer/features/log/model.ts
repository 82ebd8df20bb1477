/** The log as the page words it. */
import { auditActionNames, type AuditAction, type AuditEntry } from '#shared/domain/audit.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';

/** What an operation is called on screens; one that is not here is shown by its own name. */
const operationNames: Record<string, string> = {
  'workspace.create': 'the workspace, as it was made',
  'workspace.open': 'the workspace',
  'workspace.close': 'the workspace',
  'workspace.demo': 'the demo',
  'keys.recover': 'the workspace, by its recovery key',
  'keys.changePassphrase': 'the passphrase',
  'keys.recoveryKey': 'a recovery key was shown',
  'import.caseload': 'a caseload',
  'import.staff': 'a staff roster',
  'import.abstractions': 'abstractions',
  'snapshots.account': 'the account of a snapshot',
  'snapshots.rollback': 'a snapshot',
  'abstractionLists.rollback': 'an abstraction list',
  'rosters.rollback': 'a staff roster',
  'demand.cases': 'the cases behind a load',
  'changes.cases': 'the cases behind a change',
  'backlog.get': 'the backlog',
  'backlog.cases': 'the cases outstanding',
  'signoff.get': 'the sign-offs waiting',
  'checks.get': 'the practice checks',
  'caseLists.file': 'a list of cases',
  'levelling.level': 'a proposal',
  'levelling.replay': 'a plan made by hand',
  'steering.get': 'what was said of a plan',
  'plans.get': 'a plan',
  'plans.followUp': 'a follow-up',
  'plans.workList': 'a work list',
  'plans.workListFile': 'a work list',
  'packs.weekly': 'the weekly pack',
  'packs.weeklyFile': 'the weekly pack',
  'actions.save': 'an action of a meeting',
  'actions.close': 'an action was closed',
  'actions.reopen': 'an action was taken up again',
  'plans.accept': 'a plan was accepted',
  'plans.undo': 'a plan was undone',
  'standards.save': 'the standards',
  'settings.save': 'the settings',
  'pseudonyms.set': 'whether references are replaced',
  'abstractions.record': 'an abstraction was recorded',
  'abstractions.edit': 'an abstraction',
  'abstractions.end': 'an abstraction was ended early',
  'abstractions.remove': 'an abstraction',
  'abstractions.review': 'abstractions were reviewed',
  'abstractions.takeBackReview': 'reviews of abstractions were taken back',
  'abstractions.dismiss': 'a regular abstraction was set aside',
  'abstractions.saveReasons': 'the reasons of abstractions',
  'scenarios.save': 'a scenario',
  'scenarios.copy': 'a scenario was copied',
  'scenarios.archive': 'a scenario was archived or taken back',
  'payRates.save': 'what people cost',
  'packs.businessCase': 'a business case',
  'packs.businessCaseFile': 'a business case',
  'retention.set': 'how long data are kept',
  'retention.purge': 'the cases of snapshots',
  'backup.make': 'a backup',
  'backup.remove': 'a backup',
  'backup.restore': 'the workspace, from a backup',
  'mappings.keep': 'a mapping',
  'mappings.rename': 'a mapping',
  'mappings.remove': 'a mapping',
  'audit.file': 'the log',
  'audit.noteFile': 'a file',
};

const factNames: Record<string, string> = {
  snapshotId: 'snapshot',
  snapshotIds: 'snapshots',
  scenarioId: 'scenario',
  planId: 'plan',
  id: 'number',
  rosterId: 'roster',
  listId: 'list',
  mappingId: 'mapping',
  asAt: 'as at',
  fileName: 'file',
  savedTo: 'saved to',
  rowsRead: 'rows read',
  takenBack: 'taken back',
  alreadyLoaded: 'loaded before',
  wrongTries: 'wrong passphrases before',
  idleMinutes: 'minutes without use',
  isOn: 'on',
  withCases: 'with references',
  alsoPlans: 'with its plans',
  isRecovered: 'by a recovery key',
};

export const operationName = (operation: string): string => operationNames[operation] ?? operation;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function factSaid(name: string, value: string | number | boolean): string | null {
  const said = factNames[name] ?? name;
  if (value === false) return null;
  if (value === true) return said;
  return `${said} ${isDay(value) ? showDate(isoDate(value)) : String(value)}`;
}

/** What an entry was about, in a line. */
export const aboutEntry = ({ facts }: Pick<AuditEntry, 'facts'>): string =>
  Object.entries(facts)
    .flatMap(([name, value]) => factSaid(name, value) ?? [])
    .join(' · ');

/** The instant by this computer's clock, to the second. */
export const entryTime = (instant: string): string => {
  const at = new Date(instant);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${showDate(isoDate(day.join('-')))} ${at.toLocaleTimeString('en-GB')}`;
};

export type LogFilter = { action: AuditAction | ''; user: string; from: string; to: string };

export const noFilter: LogFilter = { action: '', user: '', from: '', to: '' };

/** The filter as the contract takes it: what was left open is not asked for. */
export function asked({ action, user, from, to }: LogFilter) {
  return {
    ...(action === '' ? {} : { action }),
    ...(user === '' ? {} : { user }),
    ...(isDay(from) ? { from: isoDate(from) } : {}),
    ...(isDay(to) ? { to: isoDate(to) } : {}),
  };
}

export const actionChoices: Array<{ value: string; label: string }> = [
  { value: '', label: 'Everything' },
  ...Object.entries(auditActionNames).map(([value, label]) => ({ value, label })),
];
