import { assumptionKinds } from '#shared/domain/standard-values.ts';
import { assumptionKeys, type AssumptionKey, type Standards } from '#shared/domain/standards.ts';
import { Section } from '../../view/page.tsx';
import { ValueCell } from './duty-row.tsx';
import { withAssumption } from './model.ts';
import { SourceButton } from './source-button.tsx';
import styles from './standards.module.css';

/** What capacity rests on. */
export function AssumptionsTable({
  assumptions,
  onChange,
}: {
  assumptions: Standards['assumptions'];
  onChange: (update: (standards: Standards) => Standards) => void;
}) {
  return (
    <Section
      title="Capacity assumptions"
      about="Per cent of contracted hours; the last, of the hours that remain"
    >
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Capacity assumptions">
          <thead>
            <tr>
              <th scope="col">Assumption</th>
              <th scope="col">Value</th>
              <th scope="col">Unit</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {assumptionKeys.map((key) => (
              <Row key={key} name={key} assumptions={assumptions} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Row({
  name,
  assumptions,
  onChange,
}: {
  name: AssumptionKey;
  assumptions: Standards['assumptions'];
  onChange: (update: (standards: Standards) => Standards) => void;
}) {
  const kind = assumptionKinds[name];
  const value = assumptions[name];
  return (
    <tr>
      <th scope="row">{kind.name}</th>
      <td>
        <ValueCell
          label={kind.name}
          value={value}
          kind={kind}
          onChange={(change) => {
            onChange((standards) => withAssumption(standards, name, change));
          }}
        />
      </td>
      <td className={styles.dim}>{kind.unit === 'share' ? '%' : kind.unit}</td>
      <td>
        <SourceButton
          name={kind.name}
          parts={[{ label: kind.name, value }]}
          onChange={([source]) => {
            onChange((standards) =>
              withAssumption(standards, name, (old) => ({ ...old, source: source ?? old.source })),
            );
          }}
        />
      </td>
    </tr>
  );
}
