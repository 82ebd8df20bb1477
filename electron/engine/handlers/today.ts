import { dayAt, type IsoDate } from '#shared/domain/dates.ts';
import type { EngineContext } from '../context.ts';

/** The day it is, by the engine's clock. */
export const todayOf = (engine: EngineContext): IsoDate => dayAt(engine.now());
