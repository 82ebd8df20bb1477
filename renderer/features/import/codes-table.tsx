import { NativeSelect } from '@mantine/core';
import type { FieldChoice, FoundCode, Inspection, Mapping } from '#shared/contract/mapping.ts';
import { showCount } from '../../view/figures.ts';
import { cx } from '../../components/cx.ts';
import { Section } from '../../view/page.tsx';
import { codeKey, fieldLabel, meaningOf, withCode } from './mapping-model.ts';
import { useEver } from './use-ever.ts';
import importStyles from './import.module.css';
import styles from './mapping.module.css';

type Props = { mapping: Mapping; inspection: Inspection; onChange: (mapping: Mapping) => void };

/** Each code of the file against our values: the unknown ones in sight, the known ones folded. */
export function CodesTable({ mapping, inspection, onChange }: Props) {
  const { codes, fields } = inspection;
  // Codes that were unknown keep their place when they are answered, and so the focus.
  const asked = useEver(codes.filter(({ isKnown }) => !isKnown).map(codeKey));
  if (codes.length === 0) return null;
  const table = (label: string, listed: FoundCode[]) => (
    <table className={cx(importStyles.table, styles.mapping)} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Heading</th>
          <th scope="col">Code in the file</th>
          <th scope="col" className={importStyles.number}>
            Rows
          </th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((code) => (
          <tr key={codeKey(code)}>
            <td>{fieldLabel(fields, code.field)}</td>
            <td className={importStyles.wrap}>{code.heading}</td>
            <th scope="row" className={styles.heading}>
              {code.text}
            </th>
            <td className={importStyles.number}>{showCount(code.rows)}</td>
            <td className={styles.means}>
              <Means
                code={code}
                mapping={mapping}
                values={fields.find(({ key }) => key === code.field)?.values ?? []}
                onValue={(value) => {
                  onChange(withCode(mapping, code, value));
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  const first = codes.filter((code) => asked.has(codeKey(code)));
  const rest = codes.filter((code) => !asked.has(codeKey(code)));
  return (
    <Section title="Codes" about="What the file writes, and which of our values it stands for.">
      {first.length > 0 && table('Codes to be explained', first)}
      {rest.length > 0 && (
        <details className={importStyles.details}>
          <summary>{rest.length} known</summary>
          {table('Known codes', rest)}
        </details>
      )}
    </Section>
  );
}

const UNKNOWN = '';
/** None of our values: they are words without spaces. */
const MISSING = 'read as missing';

function Means({
  code,
  mapping,
  values,
  onValue,
}: {
  code: FoundCode;
  mapping: Mapping;
  values: FieldChoice['values'];
  onValue: (value: string | null) => void;
}) {
  const meaning = meaningOf(code, mapping);
  const value = meaning === 'unknown' ? UNKNOWN : meaning === 'missing' ? MISSING : meaning.value;
  return (
    <NativeSelect
      size="xs"
      aria-label={`Meaning of ${code.text} in ${code.heading}`}
      value={value}
      data={[
        ...(meaning === 'unknown' ? [{ value: UNKNOWN, label: 'not known: choose' }] : []),
        ...values,
        { value: MISSING, label: 'missing' },
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        if (chosen !== UNKNOWN) onValue(chosen === MISSING ? null : chosen);
      }}
    />
  );
}
