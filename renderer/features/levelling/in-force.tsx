import { Link } from 'react-router';
import type { Demand } from '#shared/contract/demand.ts';
import { showDate } from '#shared/domain/dates.ts';
import { movesLeftSaid } from '#shared/planning/wording.ts';
import { Banner } from '../../components/states/panels.tsx';
import { showPercent } from '../../view/figures.ts';
import { useLookedAt } from '../../view/looked-at.ts';
import { isLower, isWornOut, plannedPeak } from '../../view/worn-out.ts';

/** The plan that the team works by, what is left of it, and whether the proposal below would do better. */
export function InForce({
  demand,
  team,
  peakAfter,
}: {
  demand: Demand;
  team: string;
  peakAfter: number | null;
}) {
  const { toPlace } = useLookedAt();
  const own = demand.teams.find((one) => one.team === team);
  const planned = own?.planned ?? null;
  if (!own || !planned) return null;
  const peak = plannedPeak(planned);
  return (
    <Banner tone={isWornOut(demand, own) ? 'warn' : 'good'}>
      A plan is in force, accepted on the snapshot as at {showDate(planned.asAt)}:{' '}
      {movesLeftSaid(planned.counts)}. With it the peak is {showPercent(peak)}
      {isLower(peakAfter, peak) && `; the proposal below would bring it to ${showPercent(peakAfter)}`}.{' '}
      <Link to={toPlace('/levelling', { team, plan: planned.planId })}>Open it</Link>. Below is what would be
      proposed from the start: accepted, it takes that plan’s place.
    </Banner>
  );
}
