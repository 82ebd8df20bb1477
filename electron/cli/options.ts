/** Options that commands share, and how their values are read. */
import { InvalidArgumentError } from 'commander';
import { isIsoDate, Month } from '#shared/domain/dates.ts';

/** Options that every command takes. */
export type Common = { workspace?: string; passphraseFile?: string; why?: string; json?: boolean };

export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < from || value > to) {
      throw new InvalidArgumentError(`Expected a whole number from ${String(from)} to ${String(to)}.`);
    }
    return value;
  };
}

export function decimal(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d*\.?\d+$/.test(text) || value < from || value > to) {
      throw new InvalidArgumentError(`Expected a number from ${String(from)} to ${String(to)}.`);
    }
    return value;
  };
}

export function isoDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Expected a date like 2026-10-31.');
  return text;
}

export function isoMonth(text: string): Month {
  const parsed = Month.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('Expected a month like 2027-03.');
  return parsed.data;
}

/** Months of the horizon. */
export const months = wholeNumber(12, 60);
export const snapshotId = wholeNumber(1, Number.MAX_SAFE_INTEGER);
export const planId = wholeNumber(1, Number.MAX_SAFE_INTEGER);

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The object without what was not given: an absent field and an undefined one are not the same to the contract. */
export const given = <T extends object>(values: T): Partial<Given<T>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Given<T>>;
