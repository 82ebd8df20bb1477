import { isoDate, type IsoDate } from '#shared/domain/dates.ts';
import type { EngineContext } from '../context.ts';

/** The day it is, by the engine's clock (UTC). */
export const todayOf = (engine: EngineContext): IsoDate => isoDate(engine.now().toISOString().slice(0, 10));
