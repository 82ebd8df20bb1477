import { Button } from '@mantine/core';
import { useState } from 'react';
import { exportFile } from '#shared/domain/export.ts';
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { notify } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';
import { asked, type LogFilter } from './model.ts';

/** The entries asked for, as a file; which is itself logged. */
export function LogFile({ filter }: { filter: LogFilter }) {
  const [isMaking, setIsMaking] = useState(false);
  const save = async (): Promise<void> => {
    setIsMaking(true);
    try {
      const file = await call('audit.file', asked(filter));
      saveFile(exportFile({ name: file.name, content: file.text }));
      notify(`${file.name} is in your downloads folder, or where you have chosen.`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notify(`The file could not be written. ${error.message}`);
    } finally {
      setIsMaking(false);
    }
  };
  return (
    <Button variant="default" loading={isMaking} onClick={() => void save()}>
      Export the log
    </Button>
  );
}
