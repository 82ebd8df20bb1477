import { useMutation } from '@tanstack/react-query';
import { saveAnswer } from './save-answer.ts';

/**
 * Asks the backend for a file and saves it; pending until it is saved or refused, which is said.
 * What is neither is a fault of ours, and shown as one.
 * @param ask how it is asked for, with whatever it is asked by
 */
export const useSaveAnswer = <I = void>(ask: (input: I) => Parameters<typeof saveAnswer>[0]) =>
  useMutation({ mutationFn: (input: I) => saveAnswer(ask(input)), throwOnError: true });
