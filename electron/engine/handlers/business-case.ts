import { createHash, randomUUID } from 'node:crypto';
import type { Parsed } from '#shared/contract/registry.ts';
import type { Snapshot } from '#shared/contract/imports.ts';
import type { CasePack, PackSnapshot } from '#shared/domain/case-pack.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import type { Recruiting } from '#shared/planning/case-pack/assumptions.ts';
import { casePack } from '#shared/planning/case-pack/case-pack.ts';
import { layoutMonths } from '#shared/planning/case-pack/layout.ts';
import type { CaseOutcome } from '#shared/planning/case-pack/options.ts';
import { scenarioBase, type BaseInput } from '#shared/planning/scenarios/base.ts';
import type { Compared } from '#shared/planning/scenarios/compare.ts';
import { SCENARIO_MONTHS, shortened } from '#shared/planning/forecast/cases/futures.ts';
import type { HandlersOf, JobTools } from '../context.ts';
import { AppError } from '../errors.ts';
import { casePreview } from '../reports/business-case/document.ts';
import { businessCaseFile } from '../reports/business-case/file.ts';
import { abstractionMark } from '../store/abstractions.ts';
import { findRoster, rosterFingerprint } from '../store/rosters.ts';
import { snapshotFingerprints } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';
import { toolVersion } from '../version.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { historyOf, readHistory } from './case-history.ts';
import { runFor } from './plan-task.ts';
import { baseInput, ensureFutures } from './scenario-base.ts';
import { newPostsOf, PROBABILITY, refuse, scenarioOf, SEEK_POSTS, usualPosts } from './scenario-runs.ts';

type CaseInput = Parsed<'packs.businessCase'>;
const YEARS = 5;

/** All that a case rests on, as it is held when the case is asked for. */
type Ground = {
  base: BaseInput;
  chosen: Compared[];
  history: Snapshot[];
  snapshots: PackSnapshot[];
  roster: CasePack['roster'];
  /** Changes when a record of an absence does. */
  absences: unknown;
};

async function rosterOf(store: Store, { asAt }: BaseInput): Promise<CasePack['roster']> {
  const roster = await findRoster(store, asAt);
  const fingerprint = roster && (await rosterFingerprint(store, roster.id));
  return roster && fingerprint !== null ? { asAt: roster.asAt, people: roster.people, fingerprint } : null;
}

async function groundOf(workspace: Workspace, input: CaseInput, tools: JobTools): Promise<Ground> {
  const futures = await ensureFutures(workspace, input, tools);
  return workspace.read(async (store) => {
    const whole = await baseInput(workspace, store, futures, input.snapshotId);
    const months = layoutMonths(whole.asAt, input.years ?? YEARS).length;
    const base = { ...whole, futures: shortened(futures, months) };
    const history = await historyOf(store, input.snapshotId);
    const fingerprints = await snapshotFingerprints(store);
    return {
      base,
      chosen: await Promise.all((input.scenarios ?? []).map((ref) => scenarioOf(store, ref))),
      history,
      snapshots: history.map(({ id, asAt, cases }) => ({
        id,
        asAt,
        cases,
        fingerprint: fingerprints.get(id) ?? '',
      })),
      roster: await rosterOf(store, base),
      absences: await abstractionMark(store),
    };
  });
}

async function outcomeOf(
  workspace: Workspace,
  { base: input, chosen }: Ground,
  asked: CaseInput,
  tools: JobTools,
): Promise<CaseOutcome> {
  const base = scenarioBase(input);
  for (const scenario of chosen) refuse(scenario, base);
  const posts = newPostsOf({ base, scenarios: [] }, asked);
  const { goal = 'ratio', probability = PROBABILITY, most = SEEK_POSTS } = asked;
  const question = {
    ask: 'case' as const,
    input: { seek: { ...posts, goal, probability, most }, scenarios: chosen },
  };
  return runFor(workspace, { kind: 'scenarios' as const, base: input, question }, tools);
}

/** The same snapshots, runs and seed as the futures': what its back-test says is said of them. */
async function forecastOf(
  workspace: Workspace,
  { history, base }: Ground,
  tools: JobTools,
): Promise<CasesForecast> {
  const snapshots = await readHistory(workspace, history, tools.job, 0.3);
  const { runs, seed } = base.futures;
  return runFor(workspace, { kind: 'forecast', snapshots, months: SCENARIO_MONTHS, runs, seed }, tools);
}

const RUN_SIGNS = 10;

/** `R-3f2a9c41d0`: stands for all that a result rests on. */
function runId(ground: Ground, version: string, of: unknown): string {
  const { base, snapshots, roster, absences } = ground;
  const { standards, settings, pay, futures } = base;
  const { runs, seed, months } = futures;
  const facts = [version, snapshots, roster, absences, standards, settings, pay, runs, seed, months, of];
  return `R-${createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, RUN_SIGNS)}`;
}

function recruitingOf(asked: CaseInput): Recruiting {
  const value = (key: keyof Recruiting): Recruiting[keyof Recruiting] => ({
    value: asked[key] ?? usualPosts[key],
    isAsked: asked[key] !== undefined,
  });
  return {
    leadMonths: value('leadMonths'),
    trainingMonths: value('trainingMonths'),
    productivity: value('productivity'),
  };
}

/** The same tools for a part of the job, its own progress from 0 to 1 within the whole's. */
const partOf = ({ engine, job }: JobTools, from: number, to: number): JobTools => ({
  engine,
  job: {
    ...job,
    progress: (step, share) => {
      job.progress(step, from + (to - from) * share);
    },
  },
});

export const businessCaseHandlers: HandlersOf<'packs.businessCase' | 'packs.businessCaseFile'> = {
  async 'packs.businessCase'(input, tools) {
    const workspace = tools.engine.session.workspace();
    const version = toolVersion();
    const ground = await groundOf(workspace, input, partOf(tools, 0, 0.3));
    const forecast = await forecastOf(workspace, ground, partOf(tools, 0.3, 0.6));
    const outcome = await outcomeOf(workspace, ground, input, partOf(tools, 0.6, 1));
    const { base, snapshots, roster } = ground;
    const pack = casePack({
      outcome,
      runs: outcome.options.map(({ changes }) => runId(ground, version, changes)),
      forecast,
      forecastRun: runId(ground, version, 'forecast'),
      years: input.years ?? YEARS,
      forceName: base.settings.forceName,
      smallCounts: base.settings.smallCounts,
      standards: base.standards,
      pay: base.pay,
      recruiting: recruitingOf(input),
      snapshots,
      roster,
      madeAt: tools.engine.now().toISOString(),
      version,
    });
    const caseId = randomUUID();
    tools.engine.session.keepCase(caseId, pack);
    return {
      caseId,
      options: pack.options.map(({ key, name, run }) => ({ key, name, run })),
      summary: pack.summary.map(({ text }) => text),
      figures: pack.figures,
      parts: casePreview(pack),
    };
  },

  'packs.businessCaseFile'({ caseId, format }, { engine }) {
    const pack = engine.session.caseKept(caseId);
    if (pack) return businessCaseFile(pack, format);
    throw new AppError('not-found', 'This business case is no longer held. Put it together again.');
  },
};
