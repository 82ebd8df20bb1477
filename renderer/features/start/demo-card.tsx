import { Button } from '@mantine/core';
import { DEMO_PASSPHRASE } from '#shared/contract/workspace.ts';
import { useJob } from '../../api/jobs.ts';
import { JobProgress } from '../../components/states/job-progress.tsx';
import { Banner } from '../../components/states/panels.tsx';
import styles from './start.module.css';

/** One click, no file needed. */
export function DemoCard() {
  const demo = useJob('workspace.demo');
  const isBusy = demo.state === 'starting' || demo.state === 'running';
  return (
    <section className={styles.card} aria-label="Demo">
      <h2>Demo</h2>
      <p>
        A force with six teams and 36 monthly snapshots. All of it is invented: no person in it exists. The
        demo’s passphrase is “{DEMO_PASSPHRASE}”.
      </p>
      {isBusy ? (
        <JobProgress
          label="Making the demo"
          step={demo.step}
          progress={demo.progress}
          onCancel={() => void demo.cancel()}
        />
      ) : (
        <Button variant="default" onClick={() => void demo.start({})}>
          Explore the demo
        </Button>
      )}
      {demo.state === 'failed' && demo.error && <Banner tone="bad">{demo.error.message}</Banner>}
      {demo.state === 'cancelled' && <Banner>The demo was not made.</Banner>}
    </section>
  );
}
