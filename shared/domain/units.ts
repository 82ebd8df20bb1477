/**
 * Units as types. A number that counts hours cannot be passed where officers are meant.
 * Arithmetic gives a plain number; wrap the result again with the unit's function.
 */
import { z } from 'zod';

export const Hours = z.number().brand<'Hours'>();
/** Working time in hours. */
export type Hours = z.infer<typeof Hours>;
/** A number as hours. */
export const hours = (value: number): Hours => value as Hours;

export const Fte = z.number().min(0).brand<'Fte'>();
/** Full-time equivalents: 1 is one person on full contracted hours. */
export type Fte = z.infer<typeof Fte>;
/** A number as full-time equivalents. */
export const fte = (value: number): Fte => value as Fte;

export const Utilisation = z.number().min(0).brand<'Utilisation'>();
/** Load divided by capacity: 1 is exactly full. Null wherever there is no capacity to divide by. */
export type Utilisation = z.infer<typeof Utilisation>;
/** A share of capacity: 1 is all of it. */
export const utilisation = (value: number): Utilisation => value as Utilisation;

/** Closes a switch over a union: a new member is then a compile error. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}. Maybe a case is missing here.`);
}
