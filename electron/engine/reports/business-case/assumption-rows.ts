/** Assumptions as the document lists them: values alike in all but the risk level share a row. */
import type { PackAssumption } from '#shared/domain/case-pack.ts';
import { MISSING, withUnit } from '#shared/planning/figures.ts';

type AssumptionRow = {
  group: string;
  name: string;
  value: string;
  source: string;
  year: string;
  confirmed: 'yes' | 'no';
};

/** `Very high risk, interval` is of `interval`, at `Very high`. */
function partsOf(name: string): { level: string; of: string } {
  const [, level = '', of = name] = /^(.+) risk, (.+)$/.exec(name) ?? [];
  return { level, of };
}

/** `27 days a year`, `5 %`, `£50,260 a year` */
function valueInWords({ value, unit }: PackAssumption): string {
  if (value === null) return MISSING;
  const written = (number: number): string => number.toLocaleString('en-GB', { maximumFractionDigits: 4 });
  if (/^share\b/.test(unit)) return `${withUnit(written(100 * value), '%')}${unit.replace(/^share/, '')}`;
  return unit.startsWith('£') ? `£${written(value)}${unit.slice(1)}` : withUnit(written(value), unit);
}

export function assumptionRows(assumptions: readonly PackAssumption[]): AssumptionRow[] {
  const rows: Array<AssumptionRow & { key: string }> = [];
  for (const assumption of assumptions) {
    const { group, name, source, year } = assumption;
    const { level, of } = partsOf(name);
    const confirmed = assumption.confirmed ? 'yes' : 'no';
    const key = JSON.stringify([group, of, source, year, confirmed]);
    const own = rows.find((row) => row.key === key);
    const value = level === '' ? valueInWords(assumption) : `${level} ${valueInWords(assumption)}`;
    if (own && level !== '') own.value += `; ${value}`;
    else rows.push({ key, group, name: of, value, source, year, confirmed });
  }
  return rows;
}
