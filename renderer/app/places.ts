import type { IconName } from '../components/icon.tsx';

/** The pages there are, in the order of the navigation. */
export type Place = { path: string; name: string; icon: IconName; about: string; isBelowLine: boolean };

export const places: Place[] = [
  {
    path: '/',
    name: 'Overview',
    icon: 'overview',
    about: 'Which teams break, in which month',
    isBelowLine: false,
  },
  {
    path: '/demand',
    name: 'Demand',
    icon: 'demand',
    about: 'Load by duty against capacity, and why',
    isBelowLine: false,
  },
  {
    path: '/levelling',
    name: 'Levelling',
    icon: 'levelling',
    about: 'Which work to bring forward',
    isBelowLine: false,
  },
  {
    path: '/backlog',
    name: 'Backlog',
    icon: 'backlog',
    about: 'Work overdue or not signed off, and how practice stands',
    isBelowLine: false,
  },
  {
    path: '/abstractions',
    name: 'Abstractions',
    icon: 'abstractions',
    about: 'Who is away and what for: recorded, reviewed, regular, and what it takes',
    isBelowLine: false,
  },
  {
    path: '/staffing',
    name: 'Staffing',
    icon: 'staffing',
    about: 'RSOs per offender manager, today and in the years ahead',
    isBelowLine: false,
  },
  {
    path: '/scenarios',
    name: 'Scenarios',
    icon: 'scenarios',
    about: 'What more people, less work or levelling would bring, and cost',
    isBelowLine: false,
  },
  {
    path: '/changes',
    name: 'Changes',
    icon: 'changes',
    about: 'Between two snapshots: who came, who left, which work was done',
    isBelowLine: false,
  },
  {
    path: '/weekly',
    name: 'Weekly meeting',
    icon: 'weekly',
    about: 'The pack of the weekly meeting, one page a team, and its actions',
    isBelowLine: false,
  },
  {
    path: '/import',
    name: 'Import',
    icon: 'import',
    about: 'Load a caseload snapshot or a staff roster',
    isBelowLine: true,
  },
  {
    path: '/standards',
    name: 'Standards',
    icon: 'standards',
    about: 'Intervals, windows, hours, with their sources',
    isBelowLine: true,
  },
  {
    path: '/settings',
    name: 'Settings',
    icon: 'settings',
    about: 'Thresholds, horizon, ratio definition, passphrase',
    isBelowLine: true,
  },
  {
    path: '/log',
    name: 'Log',
    icon: 'log',
    about: 'Who did what with the data, and when',
    isBelowLine: true,
  },
];
