import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
  type SortingState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { compareValues, type CellValue, type Column } from './column.ts';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export type Sort = { key: string; isDescending: boolean };

/** The rows in the order chosen, each with its id, and what chooses the order. */
export function useSortedRows<Row extends RowData>(
  rows: readonly Row[],
  columns: ReadonlyArray<Column<Row>>,
  rowKey: (row: Row) => string,
  sort: Sort | undefined,
) {
  const [sorting, setSorting] = useState<SortingState>(
    sort ? [{ id: sort.key, desc: sort.isDescending }] : [],
  );
  const definitions = useMemo(() => columnDefinitions(columns), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
  });
  return { sorted: table.getRowModel().rows, sorting, setSorting };
}

function columnDefinitions<Row extends RowData>(
  columns: ReadonlyArray<Column<Row>>,
): Array<ColumnDef<typeof features, Row>> {
  return columns.map((column) => ({
    id: column.key,
    header: column.heading,
    accessorFn: (row: Row) => column.value(row) ?? undefined,
    sortFn: (a, b, id) => compareValues(a.getValue<CellValue>(id), b.getValue<CellValue>(id)),
    sortUndefined: 'last',
  }));
}
