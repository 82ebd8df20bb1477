import { useQuery } from '../../api/hooks.ts';
import { Asked } from '../../view/asked.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { RatioFigures } from '../../view/ratio-figures.tsx';
import styles from './overview.module.css';

/** RSOs per offender manager, per team and for the force, with the definition printed. */
export function RatioTable() {
  const { snapshotChoice } = useLookedAt();
  const ratio = useQuery('ratio.get', snapshotChoice, { keepsPrevious: true });
  return (
    <Asked query={ratio} title="The ratio could not be worked out">
      {(data) => (
        <Section title={`RSOs per offender manager, limit 1:${data.force.limit}`} about={data.definition}>
          <RatioFigures ratio={data} />
          {data.warnings.map((warning) => (
            <p key={warning} className={styles.small}>
              {warning}
            </p>
          ))}
        </Section>
      )}
    </Asked>
  );
}
