import type { Configuration, FileSet } from 'electron-builder';
import { fuses } from './fuses.ts';
import { keptPackages } from './parts/kept-packages.ts';

/**
 * What an installer holds: what is built, and the packages that it does not hold, of the database driver the one
 * binary that the system loads on the processor that is built for.
 */
const filesFor = (platform: 'win32' | 'darwin' | 'linux'): FileSet[] => [
  {
    from: '.',
    filter: [
      'dist/**/*',
      'package.json',
      '!node_modules/**/*',
      `node_modules/{${keptPackages.join(',')}}/**/*`,
      '!node_modules/better-sqlite3/{deps,src}/**/*',
      `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
      '!**/*.{map,md,ts,gyp}',
    ],
  },
];

/** Installers for the three systems. */
const configuration: Configuration = {
  appId: 'uk.evenkeel.desktop',
  productName: 'Evenkeel',
  directories: { output: 'release', buildResources: 'build/icons' },
  asar: true,
  // Native code cannot be loaded from inside the archive.
  asarUnpack: ['**/*.node'],
  // The database driver brings its binaries for every system; nothing is compiled.
  npmRebuild: false,
  electronFuses: fuses,
  electronLanguages: ['en-GB', 'en-US'],
  artifactName: 'Evenkeel-${version}-${os}-${arch}.${ext}',
  publish: null,
  // A deb must name an author and a home; `.invalid` is reserved for addresses that lead nowhere.
  extraMetadata: {
    author: { name: 'Evenkeel', email: 'evenkeel@evenkeel.invalid' },
    homepage: 'https://evenkeel.invalid',
  },
  win: {
    files: filesFor('win32'),
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'build/icons/icon.png',
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: {
    files: filesFor('darwin'),
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  linux: {
    files: filesFor('linux'),
    target: ['AppImage', 'deb'],
    icon: 'build/icons/icon.png',
    category: 'Office',
    synopsis: 'Caseload and demand planning for MOSOVO teams',
  },
};

export default configuration;
