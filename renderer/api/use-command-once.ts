import type { UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CommandName, Input, Reply } from '#shared/contract/registry.ts';
import type { ApiError } from './api-error.ts';
import { useCommand } from './hooks.ts';

type Given<N extends CommandName> = UseMutationResult<Reply<N>, ApiError, Input<N>>;

/**
 * A command that is not given again until it is answered. The second click of a double click comes before the page
 * shows that the first was taken, and would be refused as the very same.
 */
export function useCommandOnce<N extends CommandName>(name: N): Given<N> {
  const command = useCommand(name);
  const isGiven = useRef(false);
  const give = async (...given: Parameters<Given<N>['mutateAsync']>): Promise<void> => {
    if (isGiven.current) return;
    isGiven.current = true;
    try {
      await command.mutateAsync(...given);
    } catch {
      // What went wrong stands in the command's error.
    } finally {
      isGiven.current = false;
    }
  };
  return {
    ...command,
    mutate: (...given) => {
      void give(...given);
    },
  };
}
