/** Teams that go over a limit. The force as a whole can be within it all the same: what one has to spare helps no other. */
import type { Sought, TeamResult } from '#shared/domain/scenario-result.ts';

type Goal = Sought['goal'];

/** How many of the teams are over in some month of the middle path. */
export const teamsOver = (teams: readonly TeamResult[], goal: Goal): number =>
  teams.filter((team) => (goal === 'ratio' ? team.monthsOverLimit : team.monthsOverCapacity) > 0).length;

/** `3 of 6 teams go over`; empty where none does, and where the force is one team. */
export function teamsOverSaid(teams: readonly TeamResult[], goal: Goal): string {
  const over = teamsOver(teams, goal);
  if (over === 0 || teams.length < 2) return '';
  return `${String(over)} of ${String(teams.length)} teams ${over === 1 ? 'goes' : 'go'} over`;
}
