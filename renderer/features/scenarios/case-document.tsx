import type { PreviewPart } from '#shared/domain/document.ts';
import { DocumentTable } from '../../view/document-table.tsx';
import { CaseChart } from './case-chart.tsx';
import styles from './scenarios.module.css';

/** The document of a business case as it will be saved: nothing is given out that was not seen here. */
export function CaseDocument({ parts }: { parts: readonly PreviewPart[] }) {
  return (
    <article className={styles.document} aria-label="Preview of the business case">
      {parts.map((part, place) => (
        // The parts of a document have no names of their own and never change places.
        <Part key={place} part={part} under={headingAbove(parts, place)} />
      ))}
    </article>
  );
}

/** What names a table: the last heading before it. */
function headingAbove(parts: readonly PreviewPart[], place: number): string {
  const above = parts.slice(0, place).findLast((part) => 'heading' in part);
  return above && 'heading' in above ? above.heading : '';
}

function Part({ part, under }: { part: PreviewPart; under: string }) {
  if ('chart' in part) return <CaseChart chart={part.chart} />;
  if ('table' in part) return <DocumentTable table={part.table} label={under} />;
  if ('text' in part) return <p data-look={part.look ?? 'plain'}>{part.text}</p>;
  // The page has the first level, its parts have the second.
  if (part.level === 3) return <h5>{part.heading}</h5>;
  return part.level === 2 ? <h4>{part.heading}</h4> : <h3>{part.heading}</h3>;
}
