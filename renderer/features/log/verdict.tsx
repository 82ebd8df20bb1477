import { headText } from '#shared/domain/audit.ts';
import { useQuery } from '../../api/hooks.ts';
import { Banner } from '../../components/states/panels.tsx';
import { Asked } from '../../view/asked.tsx';
import styles from './log.module.css';

/** Whether the log is as it was written, and the head to note elsewhere. */
export function Verdict() {
  const verdict = useQuery('audit.verify', {}, { asksAnew: true });
  return (
    <Asked query={verdict} title="The log could not be verified">
      {({ isWhole, findings, head }) =>
        isWhole ? (
          <Banner tone="good">
            The log is whole, as it was written. Its head, to note elsewhere and check by later:{' '}
            <code className={styles.head}>{headText(head)}</code>
          </Banner>
        ) : (
          <Banner tone="bad">
            The log is not as it was written. {findings.map(({ what }) => what).join(' ')}
          </Banner>
        )
      }
    </Asked>
  );
}
