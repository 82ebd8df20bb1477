/**
 * `npm run sbom`: what the product is made of, out of the lockfile. `release/sbom.cdx.json` is a CycloneDX 1.6 bill of
 * materials, `release/licences.txt` the list of licences of what is handed out. The same lockfile gives the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { root } from './parts/paths.ts';

const Dependencies = z.record(z.string(), z.string()).default({});

const Locked = z.object({
  /** Where a package is installed under another name. */
  name: z.string().optional(),
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: Dependencies,
  optionalDependencies: Dependencies,
});
type Locked = z.infer<typeof Locked>;

export const Lockfile = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), z.unknown()),
});

type LockedPackage = Locked & { path: string; name: string };

/** Every package of the lockfile but our own, by its place in node_modules. */
export function lockedPackages(lock: z.infer<typeof Lockfile>): LockedPackage[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => {
      const locked = Locked.parse(entry);
      return { ...locked, path, name: locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 13) };
    });
}

const idOf = ({ name, version }: { name: string; version: string }): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** `sha512-<base64>` as CycloneDX writes it. */
function hashesOf(integrity: string | undefined): Array<{ alg: string; content: string }> {
  const [kind, base64] = (integrity ?? '').split('-', 2);
  if (kind !== 'sha512' || base64 === undefined) return [];
  return [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }];
}

/** One licence by its identifier; a choice or a set of them as an expression. */
const licencesOf = (licence: string): unknown[] =>
  /[\s()]/.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];

const scopeOf = ({ dev, optional }: Locked): string => {
  if (dev) return 'excluded';
  return optional ? 'optional' : 'required';
};

function component(locked: LockedPackage): Record<string, unknown> {
  const { name, version, license, integrity } = locked;
  const [group, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    type: 'library',
    'bom-ref': idOf(locked),
    ...(group === undefined ? {} : { group }),
    name: bare,
    version,
    scope: scopeOf(locked),
    hashes: hashesOf(integrity),
    licenses: license === undefined ? [] : licencesOf(license),
    purl: idOf(locked),
  };
}

/** The place from which a package's dependency is taken: its own node_modules, then those around it. */
function resolve(
  from: string,
  name: string,
  byPath: ReadonlyMap<string, LockedPackage>,
): LockedPackage | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const found = byPath.get(`${at === '' ? '' : `${at}/`}node_modules/${name}`);
    if (found !== undefined || at === '') return found;
    if (!at.includes('/node_modules/')) return byPath.get(`node_modules/${name}`);
  }
}

/** A package that is installed in several places is one component. */
const unique = (packages: readonly LockedPackage[]): LockedPackage[] =>
  [
    ...new Map(
      // What the product needs stands before what only building it needs, so that its scope is the one kept.
      [...packages].sort((a, b) => Number(b.dev) - Number(a.dev)).map((locked) => [idOf(locked), locked]),
    ).values(),
  ].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

/** The bill of materials as CycloneDX 1.6. */
export function billOfMaterials(lock: z.infer<typeof Lockfile>): Record<string, unknown> {
  const packages = lockedPackages(lock);
  const byPath = new Map(packages.map((locked) => [locked.path, locked]));
  const needs = (path: string, { dependencies, optionalDependencies }: Omit<Locked, 'name'>): string[] => {
    const names = Object.keys({ ...dependencies, ...optionalDependencies });
    const refs = names.flatMap((name) => {
      const found = resolve(path, name, byPath);
      return found ? [idOf(found)] : [];
    });
    return [...new Set(refs)].sort();
  };
  const own = Locked.parse(lock.packages['']);
  const ownId = idOf({ name: 'evenkeel', version: own.version });
  const listed = unique(packages);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ownId,
        name: 'evenkeel',
        version: own.version,
        purl: ownId,
      },
    },
    components: listed.map(component),
    dependencies: [
      { ref: ownId, dependsOn: needs('', own) },
      ...listed.map((locked) => ({ ref: idOf(locked), dependsOn: needs(locked.path, locked) })),
    ],
  };
}

/** What is handed out, a line each: name, version, licence. */
export const licenceList = (lock: z.infer<typeof Lockfile>): string =>
  unique(lockedPackages(lock).filter(({ dev }) => !dev))
    .map(({ name, version, license }) => `${name} ${version}: ${license ?? 'not declared'}\n`)
    .join('');

export const readLockfile = (): z.infer<typeof Lockfile> =>
  Lockfile.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(root, 'release');
  mkdirSync(folder, { recursive: true });
  const lock = readLockfile();
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(lock), null, 2)}\n`);
  writeFileSync(join(folder, 'licences.txt'), licenceList(lock));
  console.log('Written: release/sbom.cdx.json and release/licences.txt.');
}
