/** What a list is narrowed to has to be there: a name mistyped would leave it empty, and an empty list reads as good news. */
import type { CaseRecord } from '#shared/domain/case.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { AppError } from '../errors.ts';

/** @throws AppError not-found when no duty of those has the key */
export function findDuty(duties: readonly DutyStandard[], key: string, what: string): DutyStandard {
  const duty = duties.find((one) => one.key === key);
  if (duty) return duty;
  const names = duties.map((one) => one.key);
  throw new AppError('not-found', `There is no ${what} “${key}”. Duties: ${names.join(', ') || 'none'}.`, {
    duties: names,
  });
}

type People = { officer?: string | undefined; supervisor?: string | undefined };

/**
 * @param own the cases within all that was asked for
 * @throws AppError not-found when somebody is named of whom there are none
 */
export function requirePeople({ officer, supervisor }: People, own: readonly CaseRecord[]): void {
  const who = officer ?? supervisor;
  if (own.length > 0 || who === undefined) return;
  const role = officer === undefined ? 'supervisor' : 'offender manager';
  throw new AppError(
    'not-found',
    `No case of this snapshot names “${who}” as ${role} within what was asked for. Choose someone else, or no one.`,
  );
}
