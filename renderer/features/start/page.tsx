import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';
import { useQuery } from '../../api/hooks.ts';
import { Buttons } from '../../components/form/buttons.tsx';
import { Icon } from '../../components/icon.tsx';
import { Asked } from '../../view/asked.tsx';
import { DemoCard } from './demo-card.tsx';
import { NewWorkspace } from './new-workspace.tsx';
import { OpenByPath } from './open-by-path.tsx';
import { Recover } from './recover.tsx';
import { Passphrase } from './passphrase.tsx';
import { RecentList } from './recent-list.tsx';
import styles from './start.module.css';

type Step =
  | { kind: 'choose' }
  | { kind: 'new' }
  | { kind: 'path' }
  | { kind: 'passphrase' | 'recover'; path: string; name: string; lockedAfter?: number };

/** A workspace that was closed because nobody used it is the one to open again. */
const firstStep = (locked: WorkspaceStatus['locked']): Step =>
  locked
    ? { kind: 'passphrase', path: locked.path, name: locked.name, lockedAfter: locked.minutes }
    : { kind: 'choose' };

/** Before a workspace is open: a recent one, a new one, one by its path, or the demo. */
export function StartPage({ locked }: { locked: WorkspaceStatus['locked'] }) {
  const [step, setStep] = useState<Step>(() => firstStep(locked));
  const back = () => {
    setStep({ kind: 'choose' });
  };
  const askPassphrase = (path: string, name: string) => {
    setStep({ kind: 'passphrase', path, name });
  };
  return (
    <div className={styles.screen}>
      <title>Evenkeel</title>
      <header className={styles.marking}>OFFICIAL-SENSITIVE</header>
      <main className={styles.main}>
        <div className={styles.brand}>
          <Icon name="logo" size={36} />
          <div>
            <h1>Evenkeel</h1>
            <p className={styles.dim}>Caseload and demand planning for MOSOVO teams</p>
          </div>
        </div>
        {step.kind === 'choose' && <Choose onStep={setStep} onOpen={askPassphrase} />}
        {step.kind === 'new' && <NewWorkspace onBack={back} />}
        {step.kind === 'path' && <OpenByPath onBack={back} onOpen={askPassphrase} />}
        {step.kind === 'passphrase' && (
          <Passphrase
            path={step.path}
            name={step.name}
            lockedAfter={step.lockedAfter}
            onBack={back}
            onRecover={() => {
              setStep({ ...step, kind: 'recover' });
            }}
          />
        )}
        {step.kind === 'recover' && <Recover path={step.path} name={step.name} onBack={back} />}
      </main>
    </div>
  );
}

function Choose({
  onStep,
  onOpen,
}: {
  onStep: (step: Step) => void;
  onOpen: (path: string, name: string) => void;
}) {
  const recent = useQuery('workspace.recent', {});
  return (
    <div className={styles.columns}>
      <section className={styles.section} aria-label="Workspaces">
        <h2>Recent workspaces</h2>
        <Asked query={recent} title="The recent workspaces could not be listed">
          {(data) => <RecentList workspaces={data.workspaces} onOpen={onOpen} />}
        </Asked>
        <Buttons>
          <Button
            onClick={() => {
              onStep({ kind: 'new' });
            }}
          >
            New workspace
          </Button>
          <Button
            variant="default"
            onClick={() => {
              onStep({ kind: 'path' });
            }}
          >
            Open a workspace
          </Button>
        </Buttons>
      </section>
      <DemoCard />
    </div>
  );
}
