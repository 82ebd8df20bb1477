/** The weekly pack as the command line shows it. */
import type { WeeklyPack } from '#shared/domain/weekly-pack.ts';
import type { ListedMove } from '#shared/domain/work-list.ts';
import { packHeadline } from '#shared/planning/weekly/sections.ts';
import { table } from '../table.ts';

/** The fields of the command line: `ref` for a case. */
export function packReply(pack: WeeklyPack): Record<string, unknown> {
  const named = ({ reference, ...move }: ListedMove) => ({ ...move, ref: reference });
  return {
    ...pack,
    teams: pack.teams.map((team) => ({
      ...team,
      moves: team.moves && { ...team.moves, cases: team.moves.cases?.map(named) ?? null },
    })),
  };
}

export function packText(pack: WeeklyPack, file: string): string {
  const rows = pack.teams.map((team) => [
    team.team,
    team.peaks === null ? 'not known' : team.peaks.length,
    team.backlog.reduce((all, { outstanding }) => all + outstanding, 0),
    team.moves === null ? null : team.moves.listed,
    team.abstractions.toReview,
    team.signOffs.overLimit,
    team.actions.filter(({ closedOn }) => closedOn === null).length,
  ]);
  const headings = [
    'team',
    'months over capacity',
    'overdue',
    `moves due ${pack.month}`,
    'abstractions to review',
    'sign-offs over a month',
    'open actions',
  ];
  return [packHeadline(pack), table(headings, rows), `The pack is written to ${file}.`].join('\n\n');
}
