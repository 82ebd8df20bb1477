import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '#shared/domain/plan.ts';
import { Section } from '../../view/page.tsx';
import styles from './levelling.module.css';

/** Shown before the rest is asked for: the moves below must stay within reach. */
const FIRST = 3;

/** What is over with the plan, and why; the worst first. Paper has all of it. */
export function NotMended({ plan }: { plan: Plan }) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = [...plan.notMended].sort((a, b) => (b.hoursOver ?? Infinity) - (a.hoursOver ?? Infinity));
  return (
    <Section
      title="What is over with the plan, and why"
      actions={
        lines.length > FIRST && (
          <Button
            variant="default"
            size="compact-xs"
            aria-expanded={isWhole}
            onClick={() => {
              setIsWhole(!isWhole);
            }}
          >
            {isWhole ? 'Show the worst only' : `Show all ${String(lines.length)}`}
          </Button>
        )
      }
    >
      <ul className={styles.list} aria-label="Not mended">
        {lines.map((one, index) => (
          <li key={`${one.cause} ${one.text}`} data-folded={!isWhole && index >= FIRST}>
            {one.text}
          </li>
        ))}
      </ul>
    </Section>
  );
}
