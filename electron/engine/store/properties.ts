/** Facts about the workspace itself. */
import type { Store } from './store.ts';

/** `pseudonym-key` is a secret: it is never told, exported or logged. */
export type Property =
  'is-demo' | 'review-by' | 'pseudonyms' | 'pseudonym-key' | 'audit-head' | 'recovery-key-shown';

export async function setProperty(store: Store, key: Property, value: string): Promise<void> {
  await store.db
    .insertInto('property')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export async function getProperty(store: Store, key: Property): Promise<string | null> {
  const row = await store.db.selectFrom('property').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function removeProperty(store: Store, key: Property): Promise<void> {
  await store.db.deleteFrom('property').where('key', '=', key).execute();
}
