/** A mapping laid over the headings of a file: which column is read as what. */
import type { ColumnUse } from '#shared/contract/imports.ts';
import type { DateOrder, MappedColumn, Mapping } from '#shared/contract/mapping.ts';
import { headingKey, isPersonal, mayNameSomebody } from './headings.ts';
import { words } from './values.ts';

export type Columns = {
  uses: ColumnUse[];
  indexOf: ReadonlyMap<string, number>;
  dateOrderOf: ReadonlyMap<string, DateOrder>;
  /** What the mapping says of a code; undefined when it says nothing. */
  codeOf(field: string, text: string): string | null | undefined;
};

/** The columns of a mapping in the order of the file's headings; a heading that it does not hold is left out. */
export function alignColumns(headings: readonly string[], columns: readonly MappedColumn[]): MappedColumn[] {
  const left = [...columns];
  return headings.map((heading) => {
    const at = left.findIndex((column) => headingKey(column.heading) === headingKey(heading));
    const [found] = at === -1 ? [] : left.splice(at, 1);
    return { heading, field: found?.field ?? null, dateOrder: found?.dateOrder ?? null };
  });
}

function leftOutAs(heading: string, isRepeated: boolean): ColumnUse['leftOut'] {
  if (mayNameSomebody(heading)) return 'personal';
  return isRepeated ? 'repeated' : 'unknown';
}

/** What each column is used for. The first column of a field is the one that is read; a personal one never is. */
export function resolveColumns(headings: readonly string[], mapping: Mapping): Columns {
  const indexOf = new Map<string, number>();
  const dateOrderOf = new Map<string, DateOrder>();
  const keys = headings.map(headingKey);
  const uses = alignColumns(headings, mapping.columns).map(
    ({ heading, field, dateOrder }, index): ColumnUse => {
      const isRepeated = keys.indexOf(headingKey(heading)) < index;
      if (field === null || isPersonal(heading) || indexOf.has(field)) {
        return { heading, field: null, leftOut: leftOutAs(heading, isRepeated || field !== null) };
      }
      indexOf.set(field, index);
      if (dateOrder !== null) dateOrderOf.set(field, dateOrder);
      return { heading, field, leftOut: null };
    },
  );
  const codes = new Map(mapping.codes.map((code) => [`${code.field}\n${words(code.text)}`, code.value]));
  return { uses, indexOf, dateOrderOf, codeOf: (field, text) => codes.get(`${field}\n${words(text)}`) };
}
