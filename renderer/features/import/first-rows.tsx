import type { Inspection } from '#shared/contract/mapping.ts';
import { MISSING } from '../../view/figures.ts';
import { Section } from '../../view/page.tsx';
import { fieldLabel, fieldsRead, shownValue } from './mapping-model.ts';
import importStyles from './import.module.css';

/** The first rows as the mapping reads them. */
export function FirstRows({ inspection, isLooking }: { inspection: Inspection; isLooking: boolean }) {
  const { firstRows, fields, mapping } = inspection;
  const read = fieldsRead(mapping);
  return (
    <Section
      title="First rows as they will be read"
      about={isLooking ? 'Being read again.' : `${MISSING} is missing.`}
    >
      {firstRows.length === 0 || read.length === 0 ? (
        <p className={importStyles.dim}>No rows yet: nothing is read from any column.</p>
      ) : (
        <div
          className={importStyles.across}
          role="group"
          aria-label="First rows as they will be read, scrolls"
          aria-busy={isLooking}
          tabIndex={0}
        >
          <table className={importStyles.table} aria-label="First rows as they will be read">
            <thead>
              <tr>
                <th scope="col" className={importStyles.number}>
                  Row
                </th>
                {read.map((field) => (
                  <th key={field} scope="col" className={importStyles.nowrap}>
                    {fieldLabel(fields, field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {firstRows.map(({ row, values }) => (
                <tr key={row}>
                  <th scope="row" className={importStyles.number}>
                    {row}
                  </th>
                  {read.map((field) => {
                    const value = values[field] ?? null;
                    return (
                      <td key={field} className={importStyles.nowrap}>
                        {value === null ? MISSING : shownValue(fields, field, value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
