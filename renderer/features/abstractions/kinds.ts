/** How each kind of abstraction looks: a letter, and a colour of its role. The letter says it without the colour. */
import { abstractionKindNames, abstractionKinds, type AbstractionKind } from '#shared/domain/abstraction.ts';

export const kindLetters: Record<AbstractionKind, string> = {
  leave: 'L',
  'long-leave': 'A',
  sickness: 'S',
  training: 'T',
  court: 'C',
  'other-policing': 'P',
  other: 'O',
};

export const kindColours: Record<AbstractionKind, string> = {
  leave: 'var(--kind-leave)',
  'long-leave': 'var(--kind-long-leave)',
  sickness: 'var(--kind-sickness)',
  training: 'var(--kind-training)',
  court: 'var(--kind-court)',
  'other-policing': 'var(--kind-other-policing)',
  other: 'var(--kind-other)',
};

/** For a choice of one kind, or all. */
export const kindChoices: Array<{ value: string; label: string }> = [
  { value: '', label: 'All reasons' },
  ...abstractionKinds.map((kind) => ({ value: kind, label: abstractionKindNames[kind] })),
];
