import { PasswordInput } from '@mantine/core';
import { MIN_PASSPHRASE_LENGTH } from '#shared/domain/passphrase.ts';
import { passphraseProblems, type TypedTwice } from './new-passphrase.ts';

/** Both fields of a new passphrase, and what is wrong with them once somebody has asked. */
export function NewPassphraseFields({
  typed,
  onChange,
  isAsked,
  label = 'Passphrase',
}: {
  typed: TypedTwice;
  onChange: (typed: TypedTwice) => void;
  isAsked: boolean;
  label?: string;
}) {
  const problems = passphraseProblems(typed);
  const shown = label.toLowerCase();
  return (
    <>
      <PasswordInput
        label={label}
        description={`At least ${String(MIN_PASSPHRASE_LENGTH)} characters; three words that have nothing to do with each other are best`}
        value={typed.first}
        onChange={(event) => {
          onChange({ ...typed, first: event.currentTarget.value });
        }}
        error={isAsked ? problems.first : null}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': `Show the ${shown}` }}
      />
      <PasswordInput
        label={`${label} again`}
        value={typed.second}
        onChange={(event) => {
          onChange({ ...typed, second: event.currentTarget.value });
        }}
        error={isAsked ? problems.second : null}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': `Show the ${shown} again` }}
      />
    </>
  );
}
