/** Settings as they are named and given on the command line; what each can be is read from their schema. */
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { Settings } from '#shared/domain/settings.ts';
import { isSameTeam, tidyName } from '#shared/domain/team.ts';
import { Fte } from '#shared/domain/units.ts';
import { showPercent } from '#shared/planning/figures.ts';

type Group = 'abstractions' | 'checks' | 'smallCounts';
type NameIn<G extends Group> = `${G}.${keyof Settings[G] & string}`;
type SettingName = Exclude<keyof Settings, Group | 'establishedFte'> | { [G in Group]: NameIn<G> }[Group];

const settingWords: Record<SettingName, string> = {
  forceName: 'the force’s name, shown in the header',
  horizonMonths: 'months planned ahead',
  firstOpenMonth: 'first month open to planning; 0 is the month of the day after the snapshot',
  peakOverCapacity: `a month is a peak above this load ÷ capacity (1 is ${showPercent(1)})`,
  peakAboveMean: `a month is a peak by this share above the team’s mean, too (0.15 is ${showPercent(0.15)})`,
  unassessedAs: 'the level under which unassessed cases are planned',
  ratioNumerator: 'which RSOs the ratio counts',
  ratioDenominator: 'which offender managers the ratio counts',
  ratioLimit: 'RSOs per offender manager to stay within',
  backlogTolerance: `share of the cases owing a duty that may be outstanding (0.05 is ${showPercent(0.05)})`,
  lockAfterMinutes: 'minutes without use after which the workspace is closed; 0 for never',
  'abstractions.reviewDays': 'days after the last day within which an abstraction is reviewed',
  'abstractions.reviewKinds': 'kinds of abstractions to be reviewed',
  'abstractions.windowTimes': 'regular is what comes so many times, of one reason',
  'abstractions.windowDays': 'days within which it comes so many times',
  'abstractions.weekdayTimes': 'regular is what comes in so many weeks on one weekday, too',
  'abstractions.weekdayWeeks': 'weeks of which it comes in so many, up to now',
  'abstractions.chance':
    'share of chance-made rosters at most, in which anything is found regular; none asks for the times alone',
  'checks.unannouncedShare': `share of visits meant to be unannounced (0.85 is ${showPercent(0.85)})`,
  'checks.monthsAtLow': 'months at low risk before a case may be managed reactively',
  'smallCounts.handling': 'what reports do with small counts',
  'smallCounts.below': 'counts from 1 up to this, itself left out, are small',
};
const ESTABLISHED = 'establishedFte.';
const NONE = 'none';
const POSTS = 'offender managers established in a team, in FTE; none where not known';

function schemaOf(name: string): z.ZodType {
  let schema: z.ZodType = Settings;
  for (const part of name.split('.')) {
    if (schema instanceof z.ZodObject) schema = schema.shape[part] as z.ZodType;
  }
  return schema;
}

/** What was typed as the schema takes it; what cannot be that stays text, and is refused. */
function read(schema: z.core.$ZodType, text: string): unknown {
  if (schema instanceof z.ZodNullable) return text === NONE ? null : read(schema.unwrap(), text);
  if (schema instanceof z.ZodArray) return text === NONE ? [] : text.split(',');
  if (schema instanceof z.ZodNumber && /^\d*\.?\d+$/.test(text)) return Number(text);
  return text;
}

const listOf = (schema: z.core.$ZodType): string =>
  schema instanceof z.ZodEnum ? schema.options.join(', ') : expectedOf(schema);

function expectedOf(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodNullable) return `${expectedOf(schema.unwrap())}; or ${NONE}`;
  if (schema instanceof z.ZodArray) return `any of ${listOf(schema.element)}, joined by commas; or ${NONE}`;
  if (schema instanceof z.ZodEnum) return `one of ${listOf(schema)}`;
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    const what = schema.format === 'safeint' ? 'a whole number' : 'a number';
    return `${what} from ${String(minValue)}${Number.isFinite(maxValue) ? ` to ${String(maxValue)}` : ''}`;
  }
  if (schema instanceof z.ZodString && schema.maxLength !== null)
    return `text of at most ${String(schema.maxLength)} characters`;
  return z.safeParse(schema, '').error?.issues[0]?.message ?? '';
}

/** One setting as it is to be. */
export type SettingWanted = { name: SettingName; value: unknown } | { team: string; posts: Fte | null };

const isName = (name: string): name is SettingName => Object.hasOwn(settingWords, name);

function parsed<S extends z.ZodType>(schema: S, name: string, words: string, text: string): z.output<S> {
  const result = schema.safeParse(read(schema, text));
  if (result.success) return result.data;
  throw new InvalidArgumentError(
    `${name}: expected ${expectedOf(schema)}, found "${text}". It says: ${words}.`,
  );
}

function one(name: string, text: string): SettingWanted {
  if (isName(name)) return { name, value: parsed(schemaOf(name), name, settingWords[name], text) };
  const team = name.startsWith(ESTABLISHED) ? tidyName(name.slice(ESTABLISHED.length)) : '';
  if (team !== '') return { team, posts: parsed(Fte.nullable(), name, POSTS, text) };
  throw new InvalidArgumentError(
    `There is no setting called "${name}". Expected one of ${Object.keys(settingWords).join(', ')} or ${ESTABLISHED}TEAM.`,
  );
}

export function settingWanted(text: string, before: SettingWanted[] = []): SettingWanted[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(`Expected NAME=VALUE, found "${text}".`);
  return [...before, one(text.slice(0, at), text.slice(at + 1))];
}

function withPosts(
  { establishedFte }: Settings,
  team: string,
  posts: Fte | null,
): Settings['establishedFte'] {
  const others = Object.entries(establishedFte).filter(([name]) => !isSameTeam(name, team));
  return Object.fromEntries([...others, ...(posts === null ? [] : [[team, posts] as const])]);
}

/** The settings with those wanted; of two for the same the later holds. */
export const withSettings = (settings: Settings, all: readonly SettingWanted[]): Settings =>
  all.reduce<Settings>((next, wanted) => {
    if ('team' in wanted) return { ...next, establishedFte: withPosts(next, wanted.team, wanted.posts) };
    const [first = '', second] = wanted.name.split('.');
    const held = next[first as keyof Settings];
    const value = second === undefined ? wanted.value : { ...(held as object), [second]: wanted.value };
    return { ...next, [first]: value };
  }, settings);

export type SettingRow = { name: string; value: string | number | null; words: string };

function shown(value: unknown): string | number | null {
  if (value === null) return NONE;
  if (Array.isArray(value)) return value.length === 0 ? NONE : value.join(',');
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

/** Each setting by its name, as it is set. */
export function settingRows(settings: Settings): SettingRow[] {
  const valueOf = (name: string): unknown =>
    name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], settings);
  return [
    ...Object.entries(settingWords).map(([name, words]) => ({ name, value: shown(valueOf(name)), words })),
    ...Object.entries(settings.establishedFte).map(([team, posts]) => ({
      name: `${ESTABLISHED}${team}`,
      value: posts,
      words: POSTS,
    })),
  ];
}

/** The names and what each can be, for the help. */
export const settingsHelp = (): string =>
  [
    '\nSettings:',
    ...Object.entries(settingWords).map(
      ([name, words]) => `  ${name.padEnd(26)} ${words}: ${expectedOf(schemaOf(name))}`,
    ),
    `  ${`${ESTABLISHED}TEAM`.padEnd(26)} ${POSTS}: ${expectedOf(Fte.nullable())}`,
  ].join('\n');
