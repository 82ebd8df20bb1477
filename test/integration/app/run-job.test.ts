/** The page's way of waiting for a job, over the real application: only the carrier between them is left out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#electron/app/app.ts';
import { ApiError } from '../../../renderer/api/api-error.ts';
import { call, upload } from '../../../renderer/api/client.ts';
import { runJob } from '../../../renderer/api/run-job.ts';
import { caseload, sharedEngine } from '../engine/support.ts';

const NAME = 'caseload-2026-10-31.csv';
const engine = sharedEngine();
const realFetch = globalThis.fetch;

beforeAll(() => {
  const app = createApp({ engine: engine(), pageFolder: '.', host: 'loopback' });
  globalThis.fetch = (path, init) => {
    // The page asks by path alone, and gives a body that is there as a whole.
    const url = new URL(path as string, 'http://127.0.0.1');
    return app.fetch(new Request(url, { ...init, ...(init?.body && { duplex: 'half' }) }));
  };
});
afterAll(() => {
  globalThis.fetch = realFetch;
});

const send = async (content: string): Promise<string> =>
  (await upload(new File([content], NAME, { type: 'text/csv' }))).uploadId;

const many = (count: number): string =>
  caseload(...Array.from({ length: count }, (_, index) => ({ reference: `L${String(index)}` })));

const unheard = () => undefined;

describe('a job of the page', () => {
  it('gives its result once it has ended, and tells what is done meanwhile', async () => {
    const steps: string[] = [];
    const { signal } = new AbortController();
    const uploadId = await send(many(8000));
    const onProgress = (progress: number, step: string) => {
      expect(progress).toBeGreaterThanOrEqual(0);
      expect(progress).toBeLessThanOrEqual(1);
      steps.push(step);
    };
    const { account } = await runJob('import.previewCaseload', { uploadId }, { signal, onProgress });
    expect(account).toMatchObject({ rowsRead: 8000, accepted: 8000 });
    expect(steps).not.toEqual([]);
  });

  it('fails with what the backend says, at its start or later', async () => {
    const following = { signal: new AbortController().signal, onProgress: unheard };
    const atStart = runJob('import.previewCaseload', { uploadId: '' }, following);
    await expect(atStart).rejects.toMatchObject({ code: 'invalid-input' });
    const uploadId = await send('nothing,that\nwe,know\n');
    const later = runJob('import.previewCaseload', { uploadId }, following);
    await expect(later).rejects.toBeInstanceOf(ApiError);
    await expect(later).rejects.toMatchObject({ code: 'import-rejected' });
  });

  it('is cancelled in the backend when it is aborted, before or on its way', async () => {
    const uploadId = await send(many(20_000));
    const aborted = runJob(
      'import.caseload',
      { uploadId },
      { signal: AbortSignal.abort(), onProgress: unheard },
    );
    await expect(aborted).rejects.toMatchObject({ code: 'cancelled' });
    const onItsWay = new AbortController();
    const stopped = runJob(
      'import.caseload',
      { uploadId },
      {
        signal: onItsWay.signal,
        onProgress: () => {
          onItsWay.abort();
        },
      },
    );
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await call('snapshots.list', {})).toEqual([]);
  });
});
