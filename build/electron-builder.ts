import type { Configuration } from 'electron-builder';
import { fuses } from './fuses.ts';

/** Packages for the three systems: built code and production packages only. */
const configuration: Configuration = {
  appId: 'uk.evenkeel.desktop',
  productName: 'Evenkeel',
  directories: { output: 'release', buildResources: 'build/icons' },
  files: [
    'dist/**/*',
    'package.json',
    '!**/*.map',
    '!**/*.{md,markdown,ts,mts,cts,flow,tsbuildinfo}',
    '!**/{test,tests,__tests__,fixtures}/**',
  ],
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
  win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'build/icons/icon.png' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: {
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'build/icons/icon.png',
    category: 'Office',
    synopsis: 'Caseload and demand planning for MOSOVO teams',
  },
};

export default configuration;
