/** The weekly pack as a file. In Word: one page a team, and one before them for all. */
import type { PackFile } from '#shared/contract/packs.ts';
import type { TeamAction } from '#shared/domain/action.ts';
import type { PackFormat } from '#shared/domain/case-pack.ts';
import { showDate } from '#shared/domain/dates.ts';
import type { WeeklyPack, WeeklyTeam } from '#shared/domain/weekly-pack.ts';
import { actionsTable, packHeadline, packSections, packSummary } from '#shared/planning/weekly/sections.ts';
import { counted, unconfirmedLines } from '#shared/planning/wording.ts';
import { wordReport, type WordPart } from './docx.ts';
import { fileAnswer } from './file-answer.ts';
import { weeklyBook } from './weekly-book.ts';

export async function weeklyPackFile(figures: WeeklyPack, format: PackFormat): Promise<PackFile> {
  const { madeOn } = figures;
  const name = `weekly-pack-${madeOn}.${format}`;
  const title = `Weekly meeting, ${showDate(madeOn)}`;
  const content =
    format === 'xlsx'
      ? weeklyBook(figures)
      : await wordReport({ title, madeOn, parts: weeklyParts(figures) });
  return { ...fileAnswer(name, content), figures };
}

export function weeklyParts(pack: WeeklyPack): WordPart[] {
  const pages = pack.teams.map((team) => teamParts(team, pack));
  if (pack.teams.length > 1) pages.unshift(forceParts(pack));
  if (pack.otherActions.length > 0) {
    pages.push([{ heading: 'Actions of other teams' }, ...actionParts(pack.otherActions, true)]);
  }
  return pages.flatMap((page, index) => (index === 0 ? page : [{ pageBreak: true }, ...page]));
}

const forceParts = (pack: WeeklyPack): WordPart[] => [
  { heading: 'All teams' },
  { text: packHeadline(pack) },
  { table: packSummary(pack) },
];

function teamParts(team: WeeklyTeam, pack: WeeklyPack): WordPart[] {
  const sections = packSections(team, pack).flatMap(({ title, lines, table }): WordPart[] => [
    { heading: title, level: 2 },
    ...lines.map((text) => ({ text })),
    ...(table ? [{ table }] : []),
  ]);
  const caution = unconfirmedLines(pack.unconfirmed).map((line): WordPart => ({
    text: `${line}.`,
    look: 'quiet',
  }));
  return [
    { heading: team.team },
    { text: `${packHeadline(pack)} ${counted(team.cases, 'case')} in this team.`, look: 'quiet' },
    ...sections,
    { heading: 'Actions', level: 2 },
    ...actionParts(team.actions, false),
    ...caution,
  ];
}

function actionParts(actions: readonly TeamAction[], namesTeam: boolean): WordPart[] {
  if (actions.length === 0) return [{ text: 'No action is open.' }];
  const { columns, rows } = actionsTable(actions);
  if (!namesTeam) return [{ table: { columns, rows } }];
  const named = rows.map(({ cells, ...row }, index) => ({
    ...row,
    cells: [actions[index]?.team ?? null, ...cells],
  }));
  return [{ table: { columns: [{ heading: 'Team' }, ...columns], rows: named } }];
}
