/** The weekly pack as the command line shows it. */
import type { WeeklyPack } from '#shared/domain/weekly-pack.ts';
import type { ListedMove } from '#shared/domain/work-list.ts';
import { packHeadline, packSummary } from '#shared/planning/weekly/sections.ts';
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
  const { columns, rows } = packSummary(pack);
  const teams = table(
    columns.map(({ heading }) => heading),
    rows.map(({ cells }) => cells),
  );
  return [packHeadline(pack), teams, `The pack is written to ${file}.`].join('\n\n');
}
