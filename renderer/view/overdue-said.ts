/** Overdue work against the tolerance, said alike wherever it is shown. */
import type { Backlog } from '#shared/contract/backlog.ts';
import { showPercentExactly } from './figures.ts';

/** `5 %`, `6.1 %`: no digit after the point where there is nothing to say there. */
export const showShare = (share: number | null): string => showPercentExactly(share).replace(/\.0(?=\D)/, '');

/** Teams whose share of the duty is over the tolerance, the highest first. */
export const teamsOver = ({ teams }: Pick<Backlog, 'teams'>, duty: string): string[] =>
  teams
    .flatMap(({ team, duties }) => {
      const own = duties.find((one) => one.duty === duty);
      return own?.isOverTolerance ? [{ team, share: own.share ?? 0 }] : [];
    })
    .sort((a, b) => b.share - a.share)
    .map(({ team }) => team);
