import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound, RouteError } from './error-screen.tsx';
import { pages } from './pages.ts';
import { Workspace } from './workspace.tsx';

const routes: RouteObject[] = [
  {
    path: '/',
    Component: Workspace,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: RouteError,
        children: [
          { index: true, lazy: pages.overview },
          { path: 'demand', lazy: pages.demand },
          { path: 'levelling', lazy: pages.levelling },
          { path: 'backlog', lazy: pages.backlog },
          { path: 'abstractions', lazy: pages.abstractions },
          { path: 'staffing', lazy: pages.staffing },
          { path: 'scenarios', lazy: pages.scenarios },
          { path: 'scenarios/compare', lazy: pages.compareScenarios },
          { path: 'scenarios/pay', lazy: pages.pay },
          { path: 'scenarios/:scenario', lazy: pages.scenario },
          { path: 'changes', lazy: pages.changes },
          { path: 'weekly', lazy: pages.weekly },
          { path: 'import', lazy: pages.import },
          { path: 'standards', lazy: pages.standards },
          { path: 'settings', lazy: pages.settings },
          { path: 'log', lazy: pages.log },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
];

export const router = createBrowserRouter(routes);
