import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '#shared/contract/registry.ts';
import { exportFile } from '#shared/domain/export.ts';
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { notify } from '../../components/notify.ts';
import { saveFile } from '../../components/save-file.ts';

/** The pack shown, as a Word file; which is itself logged. */
export function WordButton({ asked }: { asked: Input<'packs.weekly'> }) {
  const [isMaking, setIsMaking] = useState(false);
  const save = async (): Promise<void> => {
    setIsMaking(true);
    try {
      const { name, base64 } = await call('packs.weeklyFile', asked);
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      saveFile(exportFile({ name, content }));
      notify(`${name} is in your downloads folder, or where you have chosen.`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      notify(`The file could not be written. ${error.message}`);
    } finally {
      setIsMaking(false);
    }
  };
  return (
    <Button variant="default" loading={isMaking} onClick={() => void save()}>
      Word
    </Button>
  );
}
