/** Standards for people at a terminal. */
import type { Output } from '#shared/contract/registry.ts';
import { riskLevels } from '#shared/domain/case.ts';
import { placedValues, type Place, type StandardsChange } from '#shared/domain/standard-values.ts';
import type { DutyStandard, Standards, StandardValue } from '#shared/domain/standards.ts';
import { dutyFacts, sourceWords } from '#shared/planning/standards-words.ts';
import { counted } from '#shared/planning/wording.ts';
import { number, percent, table, type Cell } from '../table.ts';

type Placed = Place & { value: StandardValue };

function confirmedOf(placed: readonly Placed[]): string {
  const ticked = placed.filter(({ value }) => value.confirmed).length;
  if (ticked === placed.length) return 'yes';
  return ticked === 0 ? 'no' : `${String(ticked)} of ${String(placed.length)}`;
}

const about = (placed: readonly Placed[]): Cell[] => [
  placed[0]?.kind.unit ?? '',
  confirmedOf(placed),
  sourceWords(placed.map(({ value }) => value)),
];

function dutyText(duty: DutyStandard, duties: readonly DutyStandard[], values: readonly Placed[]): string {
  const own = values.filter((one) => one.duty === duty.key);
  const rows = [...new Set(own.map(({ field }) => field))].map((field) => {
    const placed = own.filter((one) => one.field === field);
    const figures = riskLevels.map(
      (risk) => placed.find((one) => one.risk === risk || one.risk === null)?.value.value ?? null,
    );
    return [`${duty.key}.${field}`, ...figures, ...about(placed)];
  });
  return [
    `${duty.name}: ${dutyFacts(duty, duties).join('; ')}`,
    table(['name', ...riskLevels, 'unit', 'confirmed', 'source'], rows),
  ].join('\n');
}

const unconfirmedText = ({ length }: readonly string[]): string =>
  length === 0 ? 'Every value is confirmed.' : `${counted(length, 'value')} not confirmed.`;

export function standardsText(standards: Standards, unconfirmed: readonly string[]): string {
  const values = placedValues(standards);
  const assumptions = table(
    ['name', 'assumption', 'value', 'unit', 'confirmed', 'source'],
    values
      .filter(({ duty }) => duty === null)
      .map((one) => [one.key, one.name, one.value.value, ...about([one])]),
  );
  return [
    ...standards.duties.map((duty) => dutyText(duty, standards.duties, values)),
    `Capacity assumptions\n${assumptions}`,
    unconfirmedText(unconfirmed),
  ].join('\n\n');
}

/** Names of what differs, as the command line has them; a duty's own where it came, went or has other rules. */
export const changedNames = ({ added, removed, ruled, values }: StandardsChange): string[] => [
  ...[...added, ...removed, ...ruled].map(({ key }) => key),
  ...values.map(({ key }) => key),
];

function changeText({ added, removed, ruled, values }: StandardsChange): string {
  const duties = [
    ...added.map(({ key }) => `Duty ${key}: added.`),
    ...removed.map(({ key }) => `Duty ${key}: removed.`),
    ...ruled.map(({ key }) => `Duty ${key}: other rules.`),
  ];
  const rows = values.map(({ key, kind, before, after }) => [
    key,
    before.value,
    after.value,
    kind.unit,
    after.confirmed ? 'yes' : 'no',
    after.source,
  ]);
  if (duties.length + rows.length === 0) return 'Nothing to change: the standards are so already.';
  const figures = table(['name', 'before', 'after', 'unit', 'confirmed', 'source'], rows);
  return [...duties, ...(rows.length === 0 ? [] : [figures])].join('\n');
}

export const savedText = (change: StandardsChange, unconfirmed: readonly string[]): string =>
  `${changeText(change)}\n\n${unconfirmedText(unconfirmed)}`;

export const previewText = (
  change: StandardsChange,
  { teams }: Pick<Output<'standards.preview'>, 'teams'>,
): string =>
  [
    changeText(change),
    'Nothing is saved. Load of the next 12 months in hours, and the highest month’s load ÷ capacity:',
    table(
      ['team', 'hours', 'then', 'peak', 'then'],
      teams.map((one) => [
        one.team,
        number(one.hoursNow),
        number(one.hoursThen),
        percent(one.peakNow),
        percent(one.peakThen),
      ]),
    ),
  ].join('\n\n');
