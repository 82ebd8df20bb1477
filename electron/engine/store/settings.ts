/** Settings: one row each; what a workspace does not hold yet has its default. */
import { defaultSettings, Settings as SettingsSchema, type Settings } from '#shared/domain/settings.ts';
import type { Store } from './store.ts';

export async function readSettings(store: Store): Promise<Settings> {
  const rows = await store.db.selectFrom('setting').selectAll().execute();
  const held = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
  return SettingsSchema.parse({ ...defaultSettings, ...held });
}

/** Replaces the settings held. */
export async function writeSettings(store: Store, settings: Settings): Promise<void> {
  await store.db.deleteFrom('setting').execute();
  store.insertMany(
    'setting',
    Object.entries(settings).map(([key, value]) => ({ key, value: JSON.stringify(value) })),
  );
}
