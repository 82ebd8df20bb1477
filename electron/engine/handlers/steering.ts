import { noSteering } from '#shared/domain/steering.ts';
import type { HandlersOf } from '../context.ts';

type Plan = { snapshotId: number; team: string; months: number };
const keyOf = ({ snapshotId, team, months }: Plan): string => JSON.stringify([snapshotId, team, months]);

export const steeringHandlers: HandlersOf<'steering.get' | 'steering.keep'> = {
  'steering.get'(plan, { engine }) {
    return Promise.resolve(engine.session.said(keyOf(plan)) ?? { draft: noSteering, applied: noSteering });
  },

  'steering.keep'({ draft, applied, ...plan }, { engine }) {
    engine.session.keepSaid(keyOf(plan), { draft, applied });
    return Promise.resolve({});
  },
};
