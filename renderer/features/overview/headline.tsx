import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { useQuery } from '../../api/hooks.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { ratioSentence } from '../../view/ratio-said.ts';
import { useProposals } from '../../view/use-proposals.ts';
import { ratioOf } from './facts-model.ts';
import {
  breakingTeams,
  breaksSentence,
  doSentence,
  renewableOf,
  teamsToLevel,
  workingOut,
} from './headline-model.ts';
import styles from './overview.module.css';

/** The three answers in words, made from figures. */
export function Headline({ demand }: { demand: Demand }) {
  const { team, snapshotChoice, toPlace } = useLookedAt();
  const ratio = useQuery('ratio.get', snapshotChoice);
  const breaking = useMemo(() => breakingTeams(demand, team), [demand, team]);
  const toLevel = useMemo(() => teamsToLevel(breaking), [breaking]);
  const proposals = useProposals(demand.snapshotId, toLevel, demand.months.length);
  const isWorking = proposals.some(({ job }) => job.state === 'running' || job.state === 'starting');
  const plans = new Map(
    proposals.flatMap(({ team: name, job }) => (job.result ? [[name, job.result.plan] as const] : [])),
  );
  const toDo = doSentence(breaking, plans, demand.thresholds);
  const figure = ratio.data && ratioOf(ratio.data, team);
  const renewable = renewableOf(breaking, plans);
  const first = breaking.find(
    (one) => one.withPlan === null || renewable.some((plan) => plan.team === one.team),
  );
  return (
    <section className={styles.headline} aria-label="In short" aria-live="polite">
      <p className={styles.first}>{breaksSentence(demand, team)}</p>
      {toDo !== null && (
        <p>
          {toDo}{' '}
          {first && (
            <Link to={toPlace('/levelling', { team: first.team })}>See the work for {first.team}</Link>
          )}
        </p>
      )}
      {isWorking && <p className={styles.small}>{workingOut(plans.size, proposals.length)}</p>}
      {figure && <p>{ratioSentence(figure, ratio.data.denominator)}</p>}
    </section>
  );
}
