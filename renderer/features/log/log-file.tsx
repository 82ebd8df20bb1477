import { Button } from '@mantine/core';
import { call } from '../../api/client.ts';
import { useSaveAnswer } from '../../view/use-save-answer.ts';
import { asked, type LogFilter } from './model.ts';

/** The entries asked for, as a file; which is itself logged. */
export function LogFile({ filter }: { filter: LogFilter }) {
  const save = useSaveAnswer(() => call('audit.file', asked(filter)));
  return (
    <Button
      variant="default"
      loading={save.isPending}
      onClick={() => {
        save.mutate();
      }}
    >
      Export the log
    </Button>
  );
}
