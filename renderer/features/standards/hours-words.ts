import type { HoursOf } from '#shared/domain/standards.ts';

/** Whose hours a duty takes, in words. */
export const hoursWords: Record<HoursOf, string> = {
  'offender-manager': 'offender managers’ hours',
  supervisor: 'supervisors’ hours, shown apart',
  'other-unit': 'another unit’s hours, no load',
};
