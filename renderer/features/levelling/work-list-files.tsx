import { Button } from '@mantine/core';
import type { ReportFormat } from '#shared/domain/work-list.ts';
import { call } from '../../api/client.ts';
import { useSaveAnswer } from '../../view/use-save-answer.ts';
import type { ListChoice } from './work-list-model.ts';

const names: Record<ReportFormat, string> = { csv: 'CSV', xlsx: 'Excel', ics: 'Calendar' };

/** The list shown, as a file of each kind. */
export function WorkListFiles({ planId, choice }: { planId: number; choice: ListChoice }) {
  const save = useSaveAnswer((format: ReportFormat) =>
    call('plans.workListFile', {
      planId,
      format,
      ...(choice.officer === null ? {} : { officer: choice.officer }),
      ...(choice.month === null ? {} : { month: choice.month }),
    }),
  );
  return (
    <>
      {(['csv', 'xlsx', 'ics'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          loading={save.isPending && save.variables === format}
          aria-label={`Save the list as ${format === 'ics' ? 'a calendar' : names[format]}`}
          onClick={() => {
            save.mutate(format);
          }}
        >
          {names[format]}
        </Button>
      ))}
    </>
  );
}
