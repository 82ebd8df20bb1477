/** What a search for posts, or a sweep over them, is asked with. */
import type { Month } from '#shared/domain/dates.ts';
import type { Contract } from '#shared/domain/officer.ts';
import type { ScenarioDraft } from '#shared/domain/scenario.ts';

export type NewPosts = {
  contract: Contract;
  from: Month;
  leadMonths: number;
  trainingMonths: number;
  productivity: number;
};
export type Goal = { goal: 'ratio' | 'capacity'; probability: number };
/** The scenario that further posts are added to, and how these start. */
export type Asked = { draft: ScenarioDraft; posts: NewPosts };
