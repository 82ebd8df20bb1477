import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLookedAt } from './looked-at.ts';
import styles from './part-tabs.module.css';

/** `key` stands in the address; only the body in front is drawn. */
type PagePart = { key: string; name: ReactNode; body: ReactNode };

/** The parts of a page behind tabs: the one that the address asks for is in front, else the first. */
export function PartTabs({ label, parts }: { label: string; parts: readonly [PagePart, ...PagePart[]] }) {
  const { search, change } = useLookedAt();
  const asked = search.get('part');
  const [first] = parts;
  return (
    <Tabs
      value={parts.some(({ key }) => key === asked) ? asked : first.key}
      keepMounted={false}
      onChange={(part) => {
        change({ part: part === first.key ? null : part });
      }}
    >
      <Tabs.List aria-label={label} data-print="hide">
        {parts.map(({ key, name }) => (
          <Tabs.Tab key={key} value={key}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {parts.map(({ key, body }) => (
        <Tabs.Panel key={key} value={key} className={styles.part ?? ''}>
          {body}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
