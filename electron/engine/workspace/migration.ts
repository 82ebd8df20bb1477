/** One step of the workspace's schema. Once shipped it is never edited. */
export type Migration = { number: number; sql: string };
