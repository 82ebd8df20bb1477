/** Standards as rows: one per duty, one per value. */
import { riskLevels } from '#shared/domain/case.ts';
import {
  assumptionKeys,
  riskFields,
  Standards as StandardsSchema,
  type DutyStandard,
  type StandardValue,
  type Standards,
} from '#shared/domain/standards.ts';
import type { Selectable } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const FIRST_ASSESSMENT = 'firstAssessmentDays';

type ValueRow = Pick<Selectable<Tables['assumption']>, 'value' | 'source' | 'confirmed' | 'set_on'>;

const toValue = (row: ValueRow): StandardValue => ({
  value: row.value,
  source: row.source,
  confirmed: row.confirmed === 1,
  setOn: row.set_on,
});

const toRow = (value: StandardValue): ValueRow => ({
  value: value.value,
  source: value.source,
  confirmed: value.confirmed ? 1 : 0,
  set_on: value.setOn,
});

/** Replaces the standards held. */
export async function writeStandards(store: Store, standards: Standards): Promise<void> {
  await store.db.deleteFrom('standard_value').execute();
  await store.db.deleteFrom('duty').execute();
  await store.db.deleteFrom('assumption').execute();
  store.insertMany(
    'duty',
    standards.duties.map((duty, position) => ({
      key: duty.key,
      position,
      name: duty.name,
      hours_of: duty.hoursOf,
      movable: duty.movable ? 1 : 0,
      owed_by: JSON.stringify(duty.owedBy),
      reset_rule: duty.reset.rule,
      reset_tolerance: duty.reset.tolerance,
      reset_factor: duty.reset.factor,
      follows: duty.follows === null ? null : JSON.stringify(duty.follows),
    })),
  );
  store.insertMany('standard_value', standards.duties.flatMap(valueRows));
  store.insertMany(
    'assumption',
    assumptionKeys.map((key) => ({ key, ...toRow(standards.assumptions[key]) })),
  );
}

function valueRows(duty: DutyStandard): Array<Selectable<Tables['standard_value']>> {
  return [
    { duty: duty.key, risk: 'any', field: FIRST_ASSESSMENT, ...toRow(duty.firstAssessmentDays) },
    ...riskLevels.flatMap((risk) =>
      riskFields.map((field) => ({ duty: duty.key, risk, field, ...toRow(duty.values[risk][field]) })),
    ),
  ];
}

export async function readStandards(store: Store): Promise<Standards> {
  const duties = await store.db.selectFrom('duty').selectAll().orderBy('position').execute();
  const values = await store.db.selectFrom('standard_value').selectAll().execute();
  const assumptions = await store.db.selectFrom('assumption').selectAll().execute();
  const byPlace = new Map(values.map((row) => [`${row.duty}/${row.risk}/${row.field}`, toValue(row)]));
  return StandardsSchema.parse({
    duties: duties.map((duty) => ({
      key: duty.key,
      name: duty.name,
      hoursOf: duty.hours_of,
      movable: duty.movable === 1,
      owedBy: JSON.parse(duty.owed_by) as unknown,
      reset: { rule: duty.reset_rule, tolerance: duty.reset_tolerance, factor: duty.reset_factor },
      follows: duty.follows === null ? null : (JSON.parse(duty.follows) as unknown),
      firstAssessmentDays: byPlace.get(`${duty.key}/any/${FIRST_ASSESSMENT}`),
      values: Object.fromEntries(
        riskLevels.map((risk) => [
          risk,
          Object.fromEntries(riskFields.map((field) => [field, byPlace.get(`${duty.key}/${risk}/${field}`)])),
        ]),
      ),
    })),
    assumptions: Object.fromEntries(assumptions.map((row) => [row.key, toValue(row)])),
  });
}
