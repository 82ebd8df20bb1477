import {
  assumptionKeys,
  assumptionNames,
  type AssumptionKey,
  type Standards,
} from '#shared/domain/standards.ts';
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
  const words = assumptionNames[name];
  const value = assumptions[name];
  const isShare = words.unit === 'share';
  return (
    <tr>
      <th scope="row">{words.name}</th>
      <td>
        <ValueCell
          label={words.name}
          value={value}
          isShare={isShare}
          min={0}
          max={isShare ? 100 : 366}
          isWhole={false}
          onChange={(change) => {
            onChange((standards) => withAssumption(standards, name, change));
          }}
        />
      </td>
      <td className={styles.dim}>{isShare ? '%' : words.unit}</td>
      <td>
        <SourceButton
          name={words.name}
          parts={[{ label: words.name, value }]}
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
