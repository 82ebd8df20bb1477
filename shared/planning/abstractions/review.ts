/** Which abstractions wait for a review, and which wait too long. */
import type { AbstractionRecord, AbstractionSettings } from '#shared/domain/abstraction.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';

type Reviewable = Pick<AbstractionRecord, 'kind' | 'from' | 'to' | 'reviewed' | 'removed'>;

/** True for an abstraction that has begun, is of a kind to be reviewed, and has not been. */
const isToBeReviewed = (
  record: Reviewable,
  { reviewKinds }: Pick<AbstractionSettings, 'reviewKinds'>,
  today: IsoDate,
): boolean =>
  record.reviewed === null &&
  record.removed === null &&
  record.from <= today &&
  reviewKinds.includes(record.kind);

/** True when more days than allowed have passed since its last day. */
export const isReviewOverdue = (
  record: Reviewable,
  settings: Pick<AbstractionSettings, 'reviewKinds' | 'reviewDays'>,
  today: IsoDate,
): boolean => isToBeReviewed(record, settings, today) && addDays(record.to, settings.reviewDays) < today;
