/** Class names that are there, joined. */
export const cx = (...names: ReadonlyArray<string | false | null | undefined>): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');
