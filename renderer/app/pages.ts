import type { QueryClient } from '@tanstack/react-query';
import { askAhead } from '../api/hooks.ts';

/** A page per feature, loaded when it is first opened, or before that when the machine has nothing else to do. */
export const pages = {
  overview: async () => ({ Component: (await import('../features/overview/page.tsx')).OverviewPage }),
  demand: async () => ({ Component: (await import('../features/demand/page.tsx')).DemandPage }),
  levelling: async () => ({ Component: (await import('../features/levelling/page.tsx')).LevellingPage }),
  backlog: async () => ({ Component: (await import('../features/backlog/page.tsx')).BacklogPage }),
  abstractions: async () => ({
    Component: (await import('../features/abstractions/page.tsx')).AbstractionsPage,
  }),
  staffing: async () => ({ Component: (await import('../features/staffing/page.tsx')).StaffingPage }),
  scenarios: async () => ({ Component: (await import('../features/scenarios/page.tsx')).ScenariosPage }),
  scenario: async () => ({
    Component: (await import('../features/scenarios/scenario-page.tsx')).ScenarioPage,
  }),
  compareScenarios: async () => ({
    Component: (await import('../features/scenarios/compare-page.tsx')).ComparePage,
  }),
  pay: async () => ({ Component: (await import('../features/scenarios/pay-page.tsx')).PayPage }),
  changes: async () => ({ Component: (await import('../features/changes/page.tsx')).ChangesPage }),
  weekly: async () => ({ Component: (await import('../features/weekly/page.tsx')).WeeklyPage }),
  import: async () => ({ Component: (await import('../features/import/page.tsx')).ImportPage }),
  standards: async () => ({ Component: (await import('../features/standards/page.tsx')).StandardsPage }),
  settings: async () => ({ Component: (await import('../features/settings/page.tsx')).SettingsPage }),
  log: async () => ({ Component: (await import('../features/log/page.tsx')).LogPage }),
};

/** What pages begin with that names no case. */
const begunWith = ['rosters.list', 'abstractionLists.list', 'mappings.list', 'standards.get'] as const;

/**
 * Loads the pages one after the other while the window is idle, and then what some begin with, so that the first visit
 * to each is quick.
 */
export function loadPagesWhenIdle(client: QueryClient): () => void {
  const waiting: Array<() => Promise<unknown>> = [
    ...Object.values(pages),
    ...begunWith.map((name) => () => askAhead(client, name, {})),
  ];
  let handle = 0;
  const next = () => {
    const load = waiting.shift();
    if (!load) return;
    handle = requestIdleCallback(() => void load().then(next, next));
  };
  next();
  return () => {
    waiting.length = 0;
    cancelIdleCallback(handle);
  };
}
