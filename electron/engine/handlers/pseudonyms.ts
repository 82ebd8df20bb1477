/** Whether references are replaced by pseudonyms as files are read. */
import type { Pseudonyms } from '#shared/contract/pseudonyms.ts';
import { counted } from '#shared/planning/wording.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { arePseudonymsOn, setPseudonyms } from '../store/pseudonyms.ts';
import { listSnapshots } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';

async function get(store: Store): Promise<Pseudonyms> {
  const snapshots = await listSnapshots(store);
  return { isOn: await arePseudonymsOn(store), canChange: snapshots.length === 0 };
}

export const pseudonymHandlers: HandlersOf<'pseudonyms.get' | 'pseudonyms.set'> = {
  'pseudonyms.get': (_, { store }) => get(store),

  async 'pseudonyms.set'({ isOn }, { store }) {
    const now = await get(store);
    if (isOn === now.isOn) return now;
    if (!now.canChange) {
      const held = (await listSnapshots(store)).length;
      throw new AppError(
        'conflict',
        `The workspace holds ${counted(held, 'snapshot')} with references ${now.isOn ? 'replaced' : 'as they came'}: months read otherwise could no longer be compared with them. Roll the snapshots back first, or make another workspace.`,
        { snapshots: held },
      );
    }
    await setPseudonyms(store, isOn);
    return get(store);
  },
};
