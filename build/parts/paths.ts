import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's folder, ending in a separator. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program of the built backend, or what starts one. */
export const built = (name: string): string => `${root}dist/electron/${name}.js`;

/** That file, loaded. */
export const importBuilt = (name: string): Promise<unknown> => import(pathToFileURL(built(name)).href);
