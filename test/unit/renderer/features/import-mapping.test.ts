import { describe, expect, it } from 'vitest';
import { InspectedColumn, Inspection, type KeptMapping } from '#shared/contract/mapping.ts';
import {
  mappingFileName,
  mappingFileText,
  readMappingFile,
} from '../../../../renderer/features/import/mapping-file.ts';
import {
  asProposed,
  fieldGroups,
  isEdited,
  meaningOf,
  nameFromFile,
  onHeadingLine,
  onSheet,
  shownValue,
  sureness,
  whyRead,
  withCode,
  withDateOrder,
  withField,
  type Reading,
} from '../../../../renderer/features/import/mapping-model.ts';
import { blockers, isWorthKeeping, openQuestions } from '../../../../renderer/features/import/questions.ts';

type Sureness = 'sure' | 'likely' | 'unsure';

const column = (heading: string, field: string | null, sureness: Sureness, isDateOrderOpen = false) => ({
  heading,
  field,
  chosenBy: 'proposal',
  proposal: { field, sureness, why: 'a reason' },
  isPersonal: false,
  samples: [],
  dateOrder: null,
  isDateOrderOpen,
});

const field = (key: string, label: string, isRequired = false) => ({
  key,
  label,
  type: 'text' as const,
  isRequired,
  values: [],
});

const inspection: Inspection = Inspection.parse({
  fileName: 'kennungen-2026-10-31.csv',
  kind: 'caseload',
  format: 'csv',
  encoding: 'UTF-8',
  delimiter: 'semicolon',
  sheets: [],
  sheet: null,
  headingLine: 1,
  titleLines: [],
  totalsLines: [],
  rows: 200,
  asAt: '2026-10-31',
  asAtFrom: 'file-name',
  asAtDoubt: null,
  mapping: {
    shape: 'record',
    columns: [
      { heading: 'Kennung', field: 'reference', dateOrder: null },
      { heading: 'Stufe', field: 'risk', dateOrder: null },
      { heading: 'Termin', field: 'visit.nextDue', dateOrder: null },
    ],
    codes: [],
  },
  mappingFrom: 'proposed',
  mappingName: null,
  misfits: [],
  alikeSheets: [],
  columns: [
    column('Kennung', 'reference', 'sure'),
    column('Stufe', 'risk', 'likely'),
    column('Termin', 'visit.nextDue', 'sure', true),
  ],
  fields: [
    field('reference', 'Reference', true),
    field('team', 'Team', true),
    field('risk', 'Risk level'),
    field('visit.nextDue', 'Visit: next due'),
    field('visit.lastDone', 'Visit: last done'),
  ],
  codes: [{ field: 'risk', heading: 'Stufe', text: 'S1', rows: 80, value: null, isKnown: false }],
  questions: ['required-column', 'unsure-column', 'unknown-code', 'date-order'],
  firstRows: [],
});
const { mapping } = inspection;
const reading: Reading = { uploadId: 'u1' };

describe('a mapping set by hand', () => {
  it('moves a field that another column has, so that no field has two', () => {
    const moved = withField(mapping, 2, 'risk');
    expect(moved.columns.map((one) => one.field)).toEqual(['reference', null, 'risk']);
    expect(withField(mapping, 1, null).columns.map((one) => one.field)).toEqual([
      'reference',
      null,
      'visit.nextDue',
    ]);
  });

  it('takes one answer for the order of dates in several columns', () => {
    const ordered = withDateOrder(mapping, [1, 2], 'day-first');
    expect(ordered.columns.map((one) => one.dateOrder)).toEqual([null, 'day-first', 'day-first']);
  });

  it('says of a code one thing only, the last', () => {
    const code = { field: 'risk', text: 'S1' };
    const twice = withCode(withCode(mapping, code, 'high'), code, null);
    expect(twice.codes).toEqual([{ ...code, value: null }]);
  });

  it('tells a code that means missing from one that nobody knows', () => {
    const [code] = inspection.codes;
    if (!code) throw new Error('expected a code');
    expect(meaningOf(code, mapping)).toBe('unknown');
    expect(meaningOf(code, withCode(mapping, code, null))).toBe('missing');
    expect(meaningOf(code, withCode(mapping, code, 'high'))).toEqual({ value: 'high' });
    expect(meaningOf({ ...code, isKnown: true }, mapping)).toBe('missing');
  });

  it('is dropped with its columns when the sheet or the headings are others', () => {
    const edited: Reading = { uploadId: 'u1', sheet: 'A', headingLine: 3, mapping, mappingName: 'kept' };
    expect(onSheet(edited, 'B')).toEqual({ uploadId: 'u1', sheet: 'B' });
    expect(onHeadingLine(edited, 4)).toEqual({ uploadId: 'u1', sheet: 'A', headingLine: 4 });
    expect(asProposed(edited)).toEqual({ uploadId: 'u1', sheet: 'A', headingLine: 3, mappingName: 'kept' });
  });

  it('counts as edited only when it says something else than was proposed', () => {
    expect(isEdited(reading, inspection)).toBe(false);
    expect(isEdited({ ...reading, mapping: structuredClone(mapping) }, inspection)).toBe(false);
    expect(isEdited({ ...reading, mapping: withField(mapping, 1, null) }, inspection)).toBe(true);
  });
});

describe('the fields to choose from', () => {
  it('stand by duty, those of the case first and those needed marked', () => {
    expect(fieldGroups(inspection.fields, 'caseload')).toEqual([
      {
        group: 'Case',
        items: [
          { value: 'reference', label: 'Reference (needed)' },
          { value: 'team', label: 'Team (needed)' },
          { value: 'risk', label: 'Risk level' },
        ],
      },
      {
        group: 'Visit',
        items: [
          { value: 'visit.nextDue', label: 'Visit: next due' },
          { value: 'visit.lastDone', label: 'Visit: last done' },
        ],
      },
    ]);
  });

  const sure = InspectedColumn.parse(column('Kennung', 'reference', 'sure'));
  const likely = InspectedColumn.parse(column('Stufe', 'risk', 'likely'));

  it('are said to be sure, to be checked, or set by hand', () => {
    expect(sureness(sure, 'reference')).toBe('sure');
    expect(sureness(likely, 'risk')).toBe('likely, please check');
    expect(sureness(likely, 'team')).toBe('set by you');
  });

  it('say what a kept mapping chose, and what it does not hold', () => {
    const kept: InspectedColumn = { ...likely, field: 'team', chosenBy: 'kept' };
    expect(sureness(kept, 'team')).toBe('as kept');
    expect(sureness(kept, 'officer')).toBe('set by you');
    expect(sureness({ ...likely, field: null, chosenBy: 'nobody' }, null)).toBe('new, left out');
  });

  it('say what was proposed wherever something else is chosen', () => {
    expect(whyRead(likely, 'risk', inspection.fields)).toBe('a reason');
    expect(whyRead(likely, 'team', inspection.fields)).toBe('proposed: Risk level, a reason');
  });
});

describe('a row as it will be read', () => {
  it('shows dates that cannot be misread and our names for codes', () => {
    const fields: Inspection['fields'] = [
      { ...field('visit.nextDue', 'Visit: next due'), type: 'date' },
      { ...field('risk', 'Risk level'), type: 'code', values: [{ value: 'low', label: 'Low' }] },
    ];
    expect(shownValue(fields, 'visit.nextDue', '2027-03-04')).toBe('4 Mar 2027');
    expect(shownValue(fields, 'visit.nextDue', 'indefinite')).toBe('indefinite');
    expect(shownValue(fields, 'risk', 'low')).toBe('Low');
  });
});

describe('what has to be looked at', () => {
  it('is said in words, and what cannot be done without holds the reading up', () => {
    expect(blockers(reading, inspection)).toEqual([
      'no column is read as Team',
      '1 column of dates without an order',
    ]);
    expect(openQuestions(reading, inspection, inspection).map((words) => words.split(':')[0])).toEqual([
      'Which column is the Team? Nothing can be read without; choose under “Read as” below.',
      'Does the day or the month come first in “Termin”? Every date there could be read either way.',
      'What do these codes mean',
      'Is this read right',
    ]);
  });

  it('goes away with the answers, before the file has been looked at again', () => {
    const team = withField(mapping, 1, 'team');
    const answered = { ...reading, mapping: withDateOrder(team, [2], 'day-first') };
    expect(blockers(answered, inspection)).toEqual([]);
    const explained = {
      ...answered,
      mapping: withCode(answered.mapping, { field: 'risk', text: 'S1' }, 'low'),
    };
    expect(openQuestions(explained, inspection, inspection)).toEqual([]);
  });

  it('holds up a file that no day is known of, until one is given', () => {
    const doubt = 'The file’s name says 30 Sep 2026, the title in it 31 Oct 2026.';
    const undated: Inspection = { ...inspection, asAt: null, asAtFrom: null, questions: ['as-at'] };
    expect(blockers(reading, undated)).toContain('the as-at date is missing');
    expect(openQuestions(reading, { ...undated, asAtDoubt: doubt }, undated).join()).toContain(doubt);
    expect(blockers({ ...reading, asAt: '2026-10-31' }, undated)).not.toContain('the as-at date is missing');
  });
});

it('the sheet is asked about where others have the same headings, until one is chosen', () => {
  const alikeSheets = [
    { name: 'Moor', rows: 2 },
    { name: 'North', rows: 1 },
  ];
  const several: Inspection = { ...inspection, sheet: 'Harbour', alikeSheets, questions: ['sheet'] };
  const read = {
    ...reading,
    mapping: withField({ ...mapping, columns: mapping.columns.slice(0, 1) }, 0, 'reference'),
  };
  expect(openQuestions(read, several, several)[1]).toMatch(
    /^Is “Harbour” the sheet to read\? “Moor” \(2 rows\) and “North” \(1 row\) have the same headings/,
  );
  expect(openQuestions({ ...read, sheet: 'Harbour' }, several, several).join()).not.toContain('Is “Harbour”');
  expect(isWorthKeeping(reading, several)).toBe(false);
});

describe('keeping a mapping', () => {
  it('is offered where somebody had to look, and not for what is kept already', () => {
    const plain: Inspection = { ...inspection, questions: ['as-at'] };
    expect(isWorthKeeping(reading, inspection)).toBe(true);
    expect(isWorthKeeping(reading, plain)).toBe(false);
    expect(isWorthKeeping({ ...reading, mapping: withField(mapping, 1, null) }, plain)).toBe(true);
    const kept: Inspection = { ...inspection, mappingFrom: 'kept', mappingName: 'north' };
    expect(isWorthKeeping(reading, kept)).toBe(false);
    expect(isWorthKeeping(reading, { ...kept, misfits: ['“Stufe” is gone.'] })).toBe(true);
  });

  it('proposes the name of the file without its date', () => {
    expect(nameFromFile('caseload-2026-10-31-area-layout.csv')).toBe('caseload-area-layout');
    expect(nameFromFile('MOSOVO extract 31.10.2026.xlsx')).toBe('MOSOVO extract');
    expect(nameFromFile('north_20261031.csv')).toBe('north');
    expect(nameFromFile('2026-10-31.csv')).toBe('');
  });
});

describe('a mapping as a file', () => {
  const kept: KeptMapping = {
    id: 4,
    kind: 'caseload',
    name: 'North & South',
    mapping,
    keptAt: '2026-11-02T09:00:00.000Z',
  };

  it('comes back as it was', () => {
    expect(readMappingFile(mappingFileText(kept))).toMatchObject({
      file: { kind: 'caseload', name: 'North & South', mapping },
    });
    expect(mappingFileName(kept.name)).toBe('mapping-north-south.json');
    expect(mappingFileName('…')).toBe('mapping-kept.json');
  });

  it('is refused with what is wrong about it', () => {
    expect(readMappingFile('a,b,c')).toEqual({
      problem: 'Expected a mapping exported from Evenkeel (JSON); this file is no JSON.',
    });
    const wrong = mappingFileText(kept).replace('"caseload"', '"rota"');
    expect(readMappingFile(wrong)).toMatchObject({ problem: expect.stringContaining('“kind”') as string });
    expect(readMappingFile('{"name":"x"}')).toMatchObject({
      problem: expect.stringContaining('“format”') as string,
    });
  });
});
