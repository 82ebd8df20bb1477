/** The one-way imports of docs/ARCHITECTURE.md, as rules. */
const within = (...folders) => folders.map((folder) => `^${folder}/`);
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two modules that need each other are one module, or hide a third.',
      {},
      { circular: true },
    ),
    forbid(
      'shared-is-pure',
      'shared/ knows nothing of the rooms that use it.',
      { path: '^shared/' },
      { path: within('electron', 'renderer', 'build', 'test') },
    ),
    forbid(
      'domain-is-lowest',
      'The domain rests on nothing of ours.',
      { path: '^shared/domain/' },
      { path: within('shared/contract', 'shared/planning') },
    ),
    forbid(
      'planning-knows-domain-only',
      'Planning is pure: it knows the domain and itself.',
      { path: '^shared/planning/' },
      { path: '^shared/contract/' },
    ),
    forbid(
      'contract-knows-domain-only',
      'What is asked and answered needs no planning to be read.',
      { path: '^shared/contract/' },
      { path: '^shared/planning/' },
    ),
    forbid(
      'shared-without-node',
      'shared/ runs in the page too.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'page-is-only-a-page',
      'The page reaches the backend by fetch and by nothing else.',
      { path: '^renderer/' },
      { path: within('electron', 'build', 'test') },
    ),
    forbid(
      'page-without-node',
      'The page runs in a browser.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'features-are-apart',
      'What two features need belongs in view/ where it knows cases, in components/ where it does not, or in shared/.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'view-below-features',
      'What features share knows none of them, nor the frame around them.',
      { path: '^renderer/(view|api)/' },
      { path: within('renderer/features', 'renderer/app') },
    ),
    forbid(
      'components-know-no-cases',
      'Components are told what to show.',
      { path: '^renderer/components/' },
      { path: within('renderer/features', 'renderer/view', 'renderer/api', 'renderer/app') },
    ),
    forbid(
      'engine-below-app',
      'The engine does not know who carries it.',
      { path: '^electron/engine/' },
      { path: within('electron/app', 'electron/main', 'electron/loopback', 'electron/cli') },
    ),
    forbid(
      'app-below-carriers',
      'The app function does not know its carrier.',
      { path: '^electron/app/' },
      { path: within('electron/main', 'electron/loopback', 'electron/cli') },
    ),
    forbid(
      'carriers-are-apart',
      'Neither carrier needs the other; the command line serves over loopback.',
      { path: '^electron/main/' },
      { path: within('electron/loopback', 'electron/cli') },
    ),
    forbid(
      'carriers-below-none',
      'Nothing needs the window, and loopback needs no command line.',
      { path: '^electron/(loopback|cli)/' },
      { path: '^electron/main/' },
    ),
    forbid(
      'loopback-below-command-line',
      'The command line starts the loopback host, not the other way round.',
      { path: '^electron/loopback/' },
      { path: '^electron/cli/' },
    ),
    forbid(
      'only-main-imports-electron',
      'Electron stays in one folder.',
      { path: '^(electron|shared|renderer)/', pathNot: '^electron/main/' },
      { path: '^electron$|node_modules/electron/' },
    ),
    forbid(
      'only-store-and-workspace-open-sqlite',
      'SQL has one home.',
      { path: '^(electron|shared|renderer)/', pathNot: '^electron/engine/(store|workspace)/' },
      { path: 'node_modules/better-sqlite3' },
    ),
    forbid(
      'no-orphan-dev-dependency',
      'The product runs on dependencies, not on devDependencies.',
      { path: '^(electron|shared)/' },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(electron|@types)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
