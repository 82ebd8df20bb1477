/** The three kinds of file have jobs of their own; the page treats them alike. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { FileKind } from '#shared/contract/mapping.ts';
import type { Input } from '#shared/contract/registry.ts';
import { runJob, type JobFollowing } from '../../api/run-job.ts';

export type Previewed = {
  account: ImportAccount;
  alreadyLoaded: boolean;
  /** Held as another mapping read it. */
  readsDifferently: boolean;
  /** Records held already; null for kinds that replace nothing by parts. */
  alreadyHeld: number | null;
};
export type Stored = Previewed & { stored: number | null };

export async function previewFile(
  kind: FileKind,
  input: Input<'import.previewCaseload'>,
  following: JobFollowing,
): Promise<Previewed> {
  switch (kind) {
    case 'caseload':
      return { ...(await runJob('import.previewCaseload', input, following)), alreadyHeld: null };
    case 'staff':
      return { ...(await runJob('import.previewStaff', input, following)), alreadyHeld: null };
    case 'abstractions':
      return runJob('import.previewAbstractions', input, following);
  }
}

export async function storeFile(
  kind: FileKind,
  input: Input<'import.caseload'>,
  following: JobFollowing,
): Promise<Stored> {
  switch (kind) {
    case 'caseload': {
      const account = await runJob('import.caseload', input, following);
      const { alreadyLoaded, readsDifferently } = account;
      return { account, alreadyLoaded, readsDifferently, alreadyHeld: null, stored: null };
    }
    case 'staff': {
      const account = await runJob('import.staff', input, following);
      const { alreadyLoaded, readsDifferently } = account;
      return { account, alreadyLoaded, readsDifferently, alreadyHeld: null, stored: null };
    }
    case 'abstractions': {
      const account = await runJob('import.abstractions', input, following);
      const { alreadyLoaded, readsDifferently, alreadyHeld, stored } = account;
      return { account, alreadyLoaded, readsDifferently, alreadyHeld, stored };
    }
  }
}
