import { NativeSelect } from '@mantine/core';
import type { Ratio } from '#shared/contract/demand.ts';
import { denominators } from '#shared/domain/settings.ts';
import { Choices, Ticks } from '../../components/form/choices.tsx';
import { Cautions } from '../../view/cautions.tsx';
import { useLookedAt } from '../../view/looked-at.ts';
import { Section } from '../../view/page.tsx';
import { denominatorNames } from '../../view/ratio-choice.ts';
import { RatioFilters } from '../../view/ratio-filters.tsx';
import { RatioFigures } from '../../view/ratio-figures.tsx';
import { ratioSentence } from '../../view/ratio-said.ts';
import styles from './staffing.module.css';
import { useCounted } from './use-counted.ts';

/** Where the force and each team stand, what is counted being chosen and said. */
export function RatioPart({ ratio }: { ratio: Ratio }) {
  const { team } = useLookedAt();
  const figure = ratio.teams.find((one) => one.team === team) ?? ratio.force;
  return (
    <>
      <p className={styles.headline} aria-live="polite">
        {ratioSentence(figure, ratio.denominator)}
      </p>
      <Cautions unconfirmed={[]} warnings={ratio.warnings} />
      <Section
        title={`RSOs per offender manager, limit 1:${String(ratio.force.limit)}`}
        about={ratio.definition}
      >
        <RatioChoices ratio={ratio} />
        <div className={styles.scroll}>
          <RatioFigures ratio={ratio} />
        </div>
      </Section>
    </>
  );
}

/** What is divided by what: for this look only; the settings hold what is usual. */
function RatioChoices({ ratio }: { ratio: Ratio }) {
  const { change } = useLookedAt();
  // A choice shows at once, the figures when they are there.
  const { numerator = ratio.numerator, denominator = ratio.denominator } = useCounted();
  return (
    <Choices data-print="hide">
      <Ticks legend="RSOs counted: all, or only those that are">
        <RatioFilters
          numerator={numerator}
          onChange={(chosen) => {
            change({ numerator: chosen });
          }}
        />
      </Ticks>
      <NativeSelect
        size="xs"
        className={styles.managers ?? ''}
        label="Offender managers counted"
        value={denominator}
        data={denominators.map((one) => ({ value: one, label: denominatorNames[one] }))}
        onChange={(event) => {
          change({ denominator: event.currentTarget.value });
        }}
      />
    </Choices>
  );
}
