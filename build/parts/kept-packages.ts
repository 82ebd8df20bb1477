/** Packages that bring more than JavaScript: they stay where they are installed; all others are in what is built. */
export const keptPackages = ['better-sqlite3', 'highs'] as const;
