/** A duty's key and its name for readers. */
export type DutyName = { key: string; name: string };

/** The name behind a key; the key itself where no duty has it any more. */
export function dutyNamer(duties: readonly DutyName[]): (key: string) => string {
  const names = new Map(duties.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? key;
}
