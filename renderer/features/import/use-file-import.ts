import { useCallback, useState } from 'react';
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { asApiError, type ApiError } from '../../api/api-error.ts';
import { call, upload } from '../../api/client.ts';
import type { FileKind } from './model.ts';

export type ImportStep =
  | { kind: 'choose' }
  | { kind: 'reading'; fileName: string }
  | { kind: 'date'; fileName: string; uploadId: string; error: ApiError }
  | {
      kind: 'preview';
      fileName: string;
      uploadId: string;
      asAt: IsoDate | null;
      account: ImportAccount;
      alreadyLoaded: boolean;
      isStoring: boolean;
      error: ApiError | null;
    }
  | { kind: 'done'; account: ImportAccount; alreadyLoaded: boolean }
  | { kind: 'failed'; fileName: string; error: ApiError };

type FileInput = { uploadId: string; asAt?: IsoDate };

const preview = (kind: FileKind, input: FileInput) =>
  kind === 'caseload' ? call('import.previewCaseload', input) : call('import.previewStaff', input);
const store = (kind: FileKind, input: FileInput) =>
  kind === 'caseload' ? call('import.caseload', input) : call('import.staff', input);

const fileInput = (uploadId: string, asAt: IsoDate | null): FileInput =>
  asAt === null ? { uploadId } : { uploadId, asAt };

/** The way of a file: sent, read without storing, accounted for, confirmed, stored. */
export function useFileImport(kind: FileKind) {
  const [step, setStep] = useState<ImportStep>({ kind: 'choose' });

  const read = useCallback(
    async (fileName: string, uploadId: string, asAt: IsoDate | null) => {
      try {
        const { account, alreadyLoaded } = await preview(kind, fileInput(uploadId, asAt));
        setStep({
          kind: 'preview',
          fileName,
          uploadId,
          asAt,
          account,
          alreadyLoaded,
          isStoring: false,
          error: null,
        });
      } catch (thrown) {
        const error = asApiError(thrown);
        const needsDate = error.code === 'invalid-input' && error.details.needs === 'asAt';
        setStep(
          needsDate ? { kind: 'date', fileName, uploadId, error } : { kind: 'failed', fileName, error },
        );
      }
    },
    [kind],
  );

  const take = useCallback(
    async (file: File) => {
      setStep({ kind: 'reading', fileName: file.name });
      try {
        const { uploadId } = await upload(file);
        await read(file.name, uploadId, null);
      } catch (thrown) {
        setStep({ kind: 'failed', fileName: file.name, error: asApiError(thrown) });
      }
    },
    [read],
  );

  const confirm = useCallback(async () => {
    if (step.kind !== 'preview') return;
    setStep({ ...step, isStoring: true, error: null });
    try {
      const account = await store(kind, fileInput(step.uploadId, step.asAt));
      setStep({ kind: 'done', account, alreadyLoaded: account.alreadyLoaded });
    } catch (thrown) {
      setStep({ ...step, isStoring: false, error: asApiError(thrown) });
    }
  }, [kind, step]);

  const restart = useCallback(() => {
    setStep({ kind: 'choose' });
  }, []);

  return { step, take, read, confirm, restart };
}
