/** The engine as it is built: what users run, and twice as quick to start as its sources. */
import type * as client from '#electron/engine/client.ts';
import { importBuilt } from '../build/parts/paths.ts';

export const { startEngine } = (await importBuilt('client')) as typeof client;
