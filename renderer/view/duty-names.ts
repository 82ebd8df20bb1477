/** A duty's key and its name for readers. */
export type DutyName = { key: string; name: string };
