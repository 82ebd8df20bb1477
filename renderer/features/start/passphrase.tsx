import { Anchor, Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { counted } from '#shared/planning/wording.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Banner, ErrorPanel } from '../../components/states/panels.tsx';
import { triesSentence } from './model.ts';
import styles from './start.module.css';

type Props = {
  path: string;
  name: string;
  /** Minutes without use after which it was closed, where that is why it is asked for. */
  lockedAfter?: number | undefined;
  onBack: () => void;
  onRecover: () => void;
};

/** Opens a workspace. A wrong passphrase says how many tries it has been: no lockout, no hint. */
export function Passphrase({ path, name, lockedAfter, onBack, onRecover }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [reason, setReason] = useState('');
  const [isKept, setIsKept] = useState(false);
  const justOpen = useCommand('workspace.open');
  const openAndRemember = useCommand('keys.openAndRemember');
  const open = isKept ? openAndRemember : justOpen;
  const isWrong = open.error?.code === 'key-wrong';
  return (
    <section className={styles.section} aria-label={`Open ${name}`}>
      <h2>Open {name}</h2>
      <p className={styles.path}>{path}</p>
      {lockedAfter !== undefined && (
        <Banner>Closed, as nobody used it for {counted(lockedAfter, 'minute')}.</Banner>
      )}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate({ path, passphrase, ...(reason.trim() === '' ? {} : { reason }) });
        }}
      >
        <PasswordInput
          label="Passphrase"
          value={passphrase}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
          }}
          error={isWrong && open.error ? triesSentence(open.error.details) : null}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase' }}
          data-autofocus
          autoFocus
        />
        <TextInput
          label="Reason"
          description="For the log; may be left empty"
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          autoComplete="off"
        />
        <RememberChoice isKept={isKept} onChange={setIsKept} />
        {open.error && !isWrong && (
          <ErrorPanel
            title="This workspace could not be opened"
            message={open.error.message}
            reference={open.error.reference}
          />
        )}
        <Buttons>
          <Button type="submit" disabled={passphrase === ''} loading={open.isPending}>
            Open
          </Button>
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Anchor component="button" type="button" onClick={onRecover}>
            Use a recovery key
          </Anchor>
        </Buttons>
      </form>
    </section>
  );
}

/** Offered where the system can keep a passphrase. */
function RememberChoice({ isKept, onChange }: { isKept: boolean; onChange: (isKept: boolean) => void }) {
  const remembering = useQuery('keys.remembering', {});
  if (remembering.data?.canRemember !== true) return null;
  return (
    <Checkbox
      label="Remember on this computer"
      description="Kept by the system for your account: whoever uses it opens the workspace unasked"
      checked={isKept}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
