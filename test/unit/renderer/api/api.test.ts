import { describe, expect, it } from 'vitest';
import type { JobState } from '#shared/contract/jobs.ts';
import { ApiError, asApiError } from '../../../../renderer/api/api-error.ts';
import { splitLines } from '../../../../renderer/api/events.ts';
import { jobView } from '../../../../renderer/api/jobs.ts';
import { createQueryClient, dropWorkspace, takeEvent } from '../../../../renderer/api/query-client.ts';

const refusal = { code: 'not-found' as const, message: 'No such job.', details: {}, reference: 'r1' };
const job = (changes: Partial<JobState>): JobState => ({
  jobId: 'j1',
  name: 'levelling.level',
  state: 'running',
  progress: 0.4,
  step: 'peak',
  result: null,
  error: null,
  ...changes,
});

describe('event lines', () => {
  it('are taken whole; the begun one waits for its end', () => {
    expect(splitLines('{"a":1}\n{"b":2}\n{"c"')).toEqual({ whole: ['{"a":1}', '{"b":2}'], rest: '{"c"' });
  });

  it('skip empty lines', () => {
    expect(splitLines('\n\n{"a":1}\n')).toEqual({ whole: ['{"a":1}'], rest: '' });
  });
});

describe('a job as a page sees it', () => {
  it('is idle, then starting, then running', () => {
    expect(jobView(undefined, undefined, null).state).toBe('idle');
    expect(jobView(null, undefined, null).state).toBe('starting');
    expect(jobView({ jobId: 'j1' }, undefined, null).state).toBe('running');
    expect(jobView({ jobId: 'j1' }, job({}), null)).toMatchObject({
      state: 'running',
      progress: 0.4,
      step: 'peak',
    });
  });

  it('has a result only when done', () => {
    expect(jobView({ jobId: 'j1' }, job({ result: { half: true } }), null).result).toBeNull();
    expect(jobView({ jobId: 'j1' }, job({ state: 'done', result: { moves: 3 } }), null).result).toEqual({
      moves: 3,
    });
  });

  it('fails with what was refused, at the start or later', () => {
    const refused = new ApiError(refusal);
    expect(jobView({ error: refused }, undefined, null)).toMatchObject({ state: 'failed', error: refused });
    expect(jobView({ jobId: 'j1' }, undefined, refused)).toMatchObject({ state: 'failed', error: refused });
    const failed = jobView({ jobId: 'j1' }, job({ state: 'failed', error: refusal }), null);
    expect(failed.error?.code).toBe('not-found');
  });
});

describe('errors', () => {
  it('keep what the backend said', () => {
    const error = new ApiError(refusal);
    expect(asApiError(error)).toBe(error);
    expect(error).toMatchObject({ code: 'not-found', reference: 'r1', message: 'No such job.' });
  });

  it('turn anything else that was thrown into one that can be shown', () => {
    expect(asApiError(new Error('broken'))).toMatchObject({ code: 'internal', message: 'broken' });
    expect(asApiError('broken')).toMatchObject({ code: 'internal', message: 'broken' });
  });
});

describe('what the backend tells', () => {
  const slot = ['job-of', 'levelling.level', 'x'];
  const filled = () => {
    const client = createQueryClient();
    client.setQueryData(['workspace.status', {}], { isOpen: true });
    client.setQueryData(['demand.get', {}], 'demand');
    client.setQueryData(['jobs.get', { jobId: 'j1' }], job({}));
    client.setQueryData(slot, { jobId: 'j1' });
    return client;
  };
  const isStale = (client: ReturnType<typeof filled>, key: unknown[]) =>
    client.getQueryState(key)?.isInvalidated ?? 'gone';

  it('makes the page ask again and drops proposals, curves and forecasts that rest on the old facts', () => {
    const client = filled();
    const others = [
      ['job-of', 'levelling.frontier', 'x'],
      ['job-of', 'forecast.cases', 'x'],
    ];
    const demo = ['job-of', 'workspace.demo', ''];
    for (const key of [...others, demo]) client.setQueryData(key, { jobId: 'j2' });
    takeEvent(client, { topic: 'data-changed', areas: ['standards'] });
    expect(isStale(client, ['demand.get', {}])).toBe(true);
    expect(isStale(client, ['jobs.get', { jobId: 'j1' }])).toBe(false);
    for (const key of [slot, ...others]) expect(client.getQueryData(key)).toBeUndefined();
    expect(client.getQueryData(demo)).toEqual({ jobId: 'j2' });
  });

  it('keeps the other proposals when a plan is accepted', () => {
    const client = filled();
    takeEvent(client, { topic: 'data-changed', areas: ['plans'] });
    expect(client.getQueryData(slot)).toEqual({ jobId: 'j1' });
  });

  it('asks for no figure again when a meeting agrees an action', () => {
    const client = filled();
    client.setQueryData(['actions.list', {}], []);
    takeEvent(client, { topic: 'data-changed', areas: ['actions'] });
    expect(isStale(client, ['actions.list', {}])).toBe(true);
    expect(isStale(client, ['demand.get', {}])).toBe(false);
    expect(client.getQueryData(slot)).toEqual({ jobId: 'j1' });
  });

  it('moves a running job on and asks for the end of one that is over', () => {
    const client = filled();
    const told = { topic: 'job' as const, jobId: 'j1', name: 'levelling.level', step: 'evenness' };
    takeEvent(client, { ...told, state: 'running', progress: 0.7 });
    expect(client.getQueryData(['jobs.get', { jobId: 'j1' }])).toMatchObject({
      progress: 0.7,
      step: 'evenness',
    });
    takeEvent(client, { ...told, state: 'done', progress: 1 });
    expect(isStale(client, ['jobs.get', { jobId: 'j1' }])).toBe(true);
  });

  it('asks nothing of a workspace that has just been closed', () => {
    const client = filled();
    takeEvent(client, { topic: 'data-changed', areas: ['workspace'] });
    expect(isStale(client, ['workspace.status', {}])).toBe(true);
    expect(isStale(client, ['demand.get', {}])).toBe(false);
    expect(client.getQueryData(slot)).toEqual({ jobId: 'j1' });
  });

  it('leaves nothing of a closed workspace behind', () => {
    const client = filled();
    dropWorkspace(client);
    expect(client.getQueryData(['demand.get', {}])).toBeUndefined();
    expect(client.getQueryData(slot)).toBeUndefined();
    expect(client.getQueryData(['workspace.status', {}])).toEqual({ isOpen: true });
  });
});
