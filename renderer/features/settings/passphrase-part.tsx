import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Asked } from '../../view/asked.tsx';
import { Section } from '../../view/page.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { shownOn } from './model.ts';
import { RecoveryKey } from './recovery-key.tsx';
import styles from './settings.module.css';

/** The passphrase of the workspace, and the key for the day on which it is lost. */
export function PassphrasePart() {
  const keys = useQuery('keys.get', {});
  const [isChanging, changing] = useDisclosure(false);
  const [isAsking, asking] = useDisclosure(false);
  return (
    <Section
      title="Passphrase"
      about="Without it, or a recovery key made while it is known, nobody can open this workspace again"
    >
      <Asked query={keys}>
        {({ recoveryKeyShown }) => (
          <>
            <p className={styles.dim}>{shownOn(recoveryKeyShown)}</p>
            <Buttons>
              <Button variant="default" onClick={changing.open}>
                Change the passphrase …
              </Button>
              <Button variant="default" disabled={recoveryKeyShown !== null} onClick={asking.open}>
                Make a recovery key …
              </Button>
            </Buttons>
          </>
        )}
      </Asked>
      {isChanging && <ChangePassphrase onClose={changing.close} />}
      {isAsking && <RecoveryKey onClose={asking.close} />}
    </Section>
  );
}
