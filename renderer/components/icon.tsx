const paths = {
  logo: 'M3 8h18M5 12h14l-2.5 6h-9zM12 8V3',
  overview: 'M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v4H4zM14 15h6v4h-6z',
  demand: 'M5 20V11M10 20V5M15 20v-7M20 20V8',
  levelling: 'M3 17h4v-5h4v3h4v-4h6M3 7h18',
  backlog: 'M5 4h14v4H5zM5 10h14v4H5zM5 16h7v4H5z',
  abstractions: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M9 15h6',
  staffing: 'M4 15l5-4 3 1M12 12l8-6M12 12l8 1M12 12l8 7M20 6v13',
  scenarios: 'M4 12h4M8 12c4 0 4-6 8-6h4M8 12h12M8 12c4 0 4 6 8 6h4',
  changes: 'M4 8h15l-4-4M20 16H5l4 4',
  weekly: 'M4 4h16v11H4zM12 15v5M8 20h8M8 8h8M8 11h5',
  import: 'M12 4v10M8 10l4 4 4-4M5 19h14',
  standards: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  log: 'M5 4h11l3 3v13H5zM9 4v16M12 10h4M12 14h4',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM16 16l4 4',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  dark: 'M19 14.5A7.5 7.5 0 1 1 9.5 5a6 6 0 0 0 9.5 9.5z',
  help: 'M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 17h.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  warning: 'M12 4 2.8 20h18.4zM12 10v4M12 17h.01',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v6M12 16h.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.5h.01',
  done: 'M5 12l5 5L20 7',
  team: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  chart: 'M5 20V11M10 20V5M15 20v-7M20 20V8',
  close: 'M6 6l12 12M18 6 6 18',
  up: 'M12 6l6 10H6z',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside words; it never stands for them. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
