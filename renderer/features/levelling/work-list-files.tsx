import { Button } from '@mantine/core';
import { useState } from 'react';
import { exportFile } from '#shared/domain/export.ts';
import type { ReportFormat } from '#shared/domain/work-list.ts';
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { notify } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';
import type { ListChoice } from './work-list-model.ts';

const names: Record<ReportFormat, string> = { csv: 'CSV', xlsx: 'Excel', ics: 'Calendar' };

/** The list shown, as a file of each kind. */
export function WorkListFiles({ planId, choice }: { planId: number; choice: ListChoice }) {
  const [making, setMaking] = useState<ReportFormat | null>(null);
  const save = async (format: ReportFormat): Promise<void> => {
    setMaking(format);
    try {
      const file = await call('plans.workListFile', {
        planId,
        format,
        ...(choice.officer === null ? {} : { officer: choice.officer }),
        ...(choice.month === null ? {} : { month: choice.month }),
      });
      saveFile(exportFile({ name: file.name, content: bytesOf(file.base64) }));
      notify(`${file.name} is in your downloads folder, or where you have chosen.`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notify(`The file could not be written. ${error.message}`);
    } finally {
      setMaking(null);
    }
  };
  return (
    <>
      {(['csv', 'xlsx', 'ics'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          loading={making === format}
          aria-label={`Save the list as ${format === 'ics' ? 'a calendar' : names[format]}`}
          onClick={() => {
            void save(format);
          }}
        >
          {names[format]}
        </Button>
      ))}
    </>
  );
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
