import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '#shared/contract/registry.ts';
import { call } from '../../api/client.ts';
import { saveAnswer } from '../../view/save-answer.ts';

/** The pack shown, as a Word file; which is itself logged. */
export function WordButton({ asked }: { asked: Input<'packs.weekly'> }) {
  const [isMaking, setIsMaking] = useState(false);
  const save = async (): Promise<void> => {
    setIsMaking(true);
    await saveAnswer(call('packs.weeklyFile', asked));
    setIsMaking(false);
  };
  return (
    <Button variant="default" loading={isMaking} onClick={() => void save()}>
      Word
    </Button>
  );
}
