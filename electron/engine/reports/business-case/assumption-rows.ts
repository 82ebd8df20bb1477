/** Assumptions as the document lists them: values alike in all but the risk level share a row. */
import type { PackAssumption } from '#shared/domain/case-pack.ts';
import { confirmedSaid } from '#shared/planning/case-pack/assumptions.ts';
import { MISSING, withUnit } from '#shared/planning/figures.ts';

type AssumptionRow = {
  group: string;
  name: string;
  value: string;
  source: string;
  year: string;
  confirmed: ReturnType<typeof confirmedSaid>;
};

/** `Very high risk, interval` is of `interval`, at `Very high`. */
function partsOf(name: string): { level: string; of: string } {
  const [, level = '', of = name] = /^(.+) risk, (.+)$/.exec(name) ?? [];
  return { level, of };
}

/** `27 days a year`, `1 month early`, `5 %`, `£50,260 a year` */
function valueInWords({ value, unit }: PackAssumption): string {
  if (value === null) return MISSING;
  const written = (number: number): string => number.toLocaleString('en-GB', { maximumFractionDigits: 4 });
  if (/^share\b/.test(unit)) return `${withUnit(written(100 * value), '%')}${unit.replace(/^share/, '')}`;
  if (unit.startsWith('£')) return `£${written(value)}${unit.slice(1)}`;
  return withUnit(written(value), value === 1 ? unit.replace(/^(month|day)s\b/, '$1') : unit);
}

export function assumptionRows(assumptions: readonly PackAssumption[]): AssumptionRow[] {
  const rows: Array<AssumptionRow & { key: string }> = [];
  for (const assumption of assumptions) {
    const { group, name, source, year } = assumption;
    const { level, of } = partsOf(name);
    const confirmed = confirmedSaid(assumption);
    const key = JSON.stringify([group, of, source, year, confirmed]);
    const own = rows.find((row) => row.key === key);
    const value = level === '' ? valueInWords(assumption) : `${level} ${valueInWords(assumption)}`;
    if (own && level !== '') own.value += `; ${value}`;
    else rows.push({ key, group, name: of, value, source, year, confirmed });
  }
  return rows;
}
