import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReportFormat } from '#shared/domain/work-list.ts';
import { call } from '../../api/client.ts';
import { saveAnswer } from '../../view/save-answer.ts';
import type { ListChoice } from './work-list-model.ts';

const names: Record<ReportFormat, string> = { csv: 'CSV', xlsx: 'Excel', ics: 'Calendar' };

/** The list shown, as a file of each kind. */
export function WorkListFiles({ planId, choice }: { planId: number; choice: ListChoice }) {
  const [making, setMaking] = useState<ReportFormat | null>(null);
  const save = async (format: ReportFormat): Promise<void> => {
    setMaking(format);
    await saveAnswer(
      call('plans.workListFile', {
        planId,
        format,
        ...(choice.officer === null ? {} : { officer: choice.officer }),
        ...(choice.month === null ? {} : { month: choice.month }),
      }),
    );
    setMaking(null);
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
