import type { WeeklyPack, WeeklyTeam } from '#shared/domain/weekly-pack.ts';
import { packSections } from '#shared/planning/weekly/sections.ts';
import { counted } from '#shared/planning/wording.ts';
import { DocumentTable } from '../../view/document-table.tsx';
import { Section } from '../../view/page.tsx';
import { ActionsPart } from './actions-part.tsx';
import styles from './weekly.module.css';

/** A team's page of the pack: one sheet of paper. */
export function TeamPage({ team, pack }: { team: WeeklyTeam; pack: WeeklyPack }) {
  return (
    <div className={styles.sheet}>
      <Section title={team.team} about={counted(team.cases, 'case')}>
        {packSections(team, pack).map(({ title, lines, table }) => (
          <section key={title} className={styles.part} aria-label={`${title}, ${team.team}`}>
            <h3>{title}</h3>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {table && <DocumentTable table={table} label={`${table.label}, ${team.team}`} />}
          </section>
        ))}
        <section className={styles.part} aria-label={`Actions of ${team.team}`}>
          <h3>Actions</h3>
          <ActionsPart team={team.team} actions={team.actions} />
        </section>
      </Section>
    </div>
  );
}
