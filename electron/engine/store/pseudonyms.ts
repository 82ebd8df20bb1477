/** Whether references are replaced as files are read, and the key that does it. */
import { randomBytes } from 'node:crypto';
import { pseudonymiser, type Pseudonymiser } from '../import/pseudonym.ts';
import { getProperty, setProperty } from './properties.ts';
import type { Store } from './store.ts';

const KEY_BYTES = 32;

export const arePseudonymsOn = async (store: Store): Promise<boolean> =>
  (await getProperty(store, 'pseudonyms')) === 'on';

/** The key is made when the setting is first turned on, and stays: turned on again, pseudonyms are those of before. */
export async function setPseudonyms(store: Store, isOn: boolean): Promise<void> {
  if (isOn && (await getProperty(store, 'pseudonym-key')) === null) {
    await setProperty(store, 'pseudonym-key', randomBytes(KEY_BYTES).toString('hex'));
  }
  await setProperty(store, 'pseudonyms', isOn ? 'on' : 'off');
}

/** What replaces references; null where they are kept as they are. */
export async function findPseudonymiser(store: Store): Promise<Pseudonymiser | null> {
  if (!(await arePseudonymsOn(store))) return null;
  const key = await getProperty(store, 'pseudonym-key');
  if (key === null) throw new Error('Expected the workspace to hold a key for pseudonyms, found none.');
  return pseudonymiser(Buffer.from(key, 'hex'));
}
