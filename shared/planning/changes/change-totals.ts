/** Changes counted: every figure is the number of changes that {@link changesBehind} gives for it. */
import type { CaseRecord } from '#shared/domain/case.ts';
import {
  caseFigures,
  dutyFigures,
  type Change,
  type ChangeFigure,
  type ChangeTotals,
  type DutyTotals,
} from '#shared/domain/changes.ts';
import { isSameTeam, teamKey } from '#shared/domain/team.ts';

/** Work that was due, counted from the cases themselves so that its parts can be checked against it. */
export type WasDue = { team: string; duty: string };

type Counted = { figure: ChangeFigure; team: string; duty: string | null };

/** The figures in which a change is counted, with the team and the duty under which it stands. */
function figuresOf(change: Change): Counted[] {
  const { kind, team, duty } = change;
  const under = (figure: ChangeFigure): Counted => ({ figure, team, duty });
  switch (kind) {
    case 'left':
      return [
        under('left'),
        ...(change.reason === 'unexplained' ? [under('vanished')] : []),
        ...change.outstanding.map((key) => ({ figure: 'due-left' as const, team, duty: key })),
      ];
    case 'team':
      return [under('moved-in'), { figure: 'moved-out', team: change.fromTeam ?? team, duty }];
    case 'done-early':
    case 'done-on-time':
    case 'done-late':
    case 'done-undated':
      return [under(kind), ...(change.wasDue ? [under('due-done')] : [])];
    case 're-dated':
      return [under(kind), ...(change.wasDue ? [under('due-re-dated')] : [])];
    case 'joined':
    case 'risk':
    case 'mode':
    case 'officer':
    case 'no-longer-owed':
    case 'still-outstanding':
      return [under(kind)];
  }
}

export type ChangeChoice = {
  figure?: ChangeFigure | undefined;
  duty?: string | undefined;
  team?: string | undefined;
};

/** The changes behind a figure, of one duty and one team where they are named. */
export function changesBehind(changes: readonly Change[], choice: ChangeChoice): Change[] {
  const { figure, duty, team } = choice;
  return changes.filter((change) =>
    figuresOf(change).some(
      (one) =>
        (figure === undefined || one.figure === figure) &&
        (duty === undefined || one.duty === duty) &&
        (team === undefined || isSameTeam(one.team, team)),
    ),
  );
}

type TotalsInput = {
  from: readonly CaseRecord[];
  to: readonly CaseRecord[];
  changes: readonly Change[];
  due: readonly WasDue[];
  /** Keys in the order of the standards. */
  duties: readonly string[];
};

/** Totals of the force and of every team that has or had a case, by name. */
export function totalsOf(input: TotalsInput): { force: ChangeTotals; teams: ChangeTotals[] } {
  const counted = input.changes.flatMap(figuresOf);
  const names = new Map([...input.from, ...input.to].map(({ team }) => [teamKey(team), team]));
  const teams = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    force: totals(null, input, counted),
    teams: teams.map(([, name]) => {
      const isOfTeam = ({ team }: { team: string }): boolean => isSameTeam(team, name);
      const own = {
        ...input,
        from: input.from.filter(isOfTeam),
        to: input.to.filter(isOfTeam),
        due: input.due.filter(isOfTeam),
      };
      return totals(name, own, counted.filter(isOfTeam));
    }),
  };
}

function totals(
  team: string | null,
  { from, to, due, duties }: TotalsInput,
  counted: readonly Counted[],
): ChangeTotals {
  return {
    team,
    casesThen: from.length,
    casesNow: to.length,
    figures: tally(caseFigures, counted),
    duties: duties.map((duty) => ({
      duty,
      wasDue: due.filter((one) => one.duty === duty).length,
      figures: tally(
        dutyFigures,
        counted.filter((one) => one.duty === duty),
      ),
    })),
  };
}

function tally<F extends ChangeFigure>(
  figures: readonly F[],
  counted: readonly Counted[],
): Record<F, number> {
  const counts = new Map<ChangeFigure, number>();
  for (const { figure } of counted) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return Object.fromEntries(figures.map((figure) => [figure, counts.get(figure) ?? 0])) as Record<F, number>;
}

/** Cases then + joined − left + moved in − moved out = cases now. */
export function isCaseSumRight({ casesThen, casesNow, figures }: ChangeTotals): boolean {
  const moved = figures['moved-in'] - figures['moved-out'];
  return casesThen + figures.joined - figures.left + moved === casesNow;
}

/** Work that was due = of it done + of it re-dated + left + no longer owed + still outstanding. */
export function isDutySumRight({ wasDue, figures }: DutyTotals): boolean {
  const parts = ['due-done', 'due-re-dated', 'due-left', 'no-longer-owed', 'still-outstanding'] as const;
  return wasDue === parts.reduce((sum, part) => sum + figures[part], 0);
}
