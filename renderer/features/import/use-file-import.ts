import { useCallback, useRef, useState } from 'react';
import type { FileKind, Inspection } from '#shared/contract/mapping.ts';
import { asApiError, type ApiError } from '../../api/api-error.ts';
import { call, upload } from '../../api/client.ts';
import type { JobFollowing } from '../../api/run-job.ts';
import { previewFile, storeFile, type Previewed, type Stored } from './file-jobs.ts';
import type { Reading } from './mapping-model.ts';

/** A file that the backend holds and has looked at. */
export type FileInHand = {
  reading: Reading;
  /** As it was last looked at. */
  inspection: Inspection;
  /** As it was proposed, or read by a kept mapping: what it asked before anybody had chosen. */
  proposed: Inspection;
};

type Working = { doing: 'accounting' | 'storing'; progress: number; step: string };

export type ImportStep =
  | { kind: 'choose' }
  | { kind: 'looking'; fileName: string }
  | { kind: 'mapping'; file: FileInHand }
  | ({ kind: 'working'; file: FileInHand } & Working)
  | { kind: 'preview'; file: FileInHand; previewed: Previewed; error: ApiError | null }
  | { kind: 'done'; file: FileInHand; stored: Stored }
  /** The file in hand, where its reading can be changed. */
  | { kind: 'failed'; fileName: string; error: ApiError; file: FileInHand | null };

/** The way of a file: sent, looked at, asked about where need be, accounted for, confirmed, stored. */
export function useFileImport(kind: FileKind) {
  const [step, setStep] = useState<ImportStep>({ kind: 'choose' });
  const stop = useRef<AbortController | null>(null);

  /** Shows a job under way until it ends. */
  const follow = useCallback((file: FileInHand, doing: Working['doing']): JobFollowing => {
    const controller = new AbortController();
    stop.current = controller;
    const onProgress = (progress: number, at: string) => {
      setStep({ kind: 'working', file, doing, progress, step: at });
    };
    onProgress(0, '');
    return { signal: controller.signal, onProgress };
  }, []);

  const account = useCallback(
    async (file: FileInHand) => {
      try {
        const previewed = await previewFile(kind, file.reading, follow(file, 'accounting'));
        setStep({ kind: 'preview', file, previewed, error: null });
      } catch (thrown) {
        const error = asApiError(thrown);
        const { fileName } = file.inspection;
        setStep(
          error.code === 'cancelled' ? { kind: 'mapping', file } : { kind: 'failed', fileName, error, file },
        );
      }
    },
    [kind, follow],
  );

  const take = useCallback(
    async (chosen: File) => {
      setStep({ kind: 'looking', fileName: chosen.name });
      try {
        const reading: Reading = await upload(chosen);
        const inspection = await call('import.inspect', { ...reading, kind });
        const file: FileInHand = { reading, inspection, proposed: inspection };
        if (inspection.questions.length > 0) setStep({ kind: 'mapping', file });
        else await account(file);
      } catch (thrown) {
        setStep({ kind: 'failed', fileName: chosen.name, error: asApiError(thrown), file: null });
      }
    },
    [kind, account],
  );

  const confirm = useCallback(
    async (file: FileInHand, previewed: Previewed, keepAs: string | null) => {
      const { reading, inspection } = file;
      // A mapping can only be kept that is said: a proposal that was accepted as it stands is said here.
      const input =
        keepAs === null ? reading : { ...reading, mapping: reading.mapping ?? inspection.mapping, keepAs };
      try {
        const stored = await storeFile(kind, input, follow(file, 'storing'));
        setStep({ kind: 'done', file, stored });
      } catch (thrown) {
        const error = asApiError(thrown);
        setStep({ kind: 'preview', file, previewed, error: error.code === 'cancelled' ? null : error });
      }
    },
    [kind, follow],
  );

  const change = useCallback((file: FileInHand) => {
    setStep({ kind: 'mapping', file });
  }, []);

  const cancel = useCallback(() => {
    stop.current?.abort();
  }, []);

  const restart = useCallback(() => {
    setStep({ kind: 'choose' });
  }, []);

  return { step, take, account, change, confirm, cancel, restart };
}

export type ImportFlow = ReturnType<typeof useFileImport>;
