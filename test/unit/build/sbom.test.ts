import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { billOfMaterials, licenceList, lockedPackages, readLockfile } from '../../../build/sbom.ts';

const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const Package = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});
const own = Package.parse(JSON.parse(read('package.json')));
const lock = readLockfile();
const packages = lockedPackages(lock);

const Bill = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  components: z.array(
    z.object({
      'bom-ref': z.string(),
      purl: z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/),
      scope: z.enum(['required', 'optional', 'excluded']),
      licenses: z.array(z.unknown()).min(1),
      hashes: z
        .array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[0-9a-f]{128}$/) }))
        .length(1),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
const bill = Bill.parse(billOfMaterials(lock));

describe('the bill of materials', () => {
  it('holds every package of the lockfile once, with its licence and checksum', () => {
    const refs = bill.components.map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const locked = packages.map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`);
    expect([...refs].sort()).toEqual([...new Set(locked)].sort());
  });

  it('says of our own program what it needs', () => {
    const direct = bill.dependencies[0]?.dependsOn ?? [];
    expect(direct).toHaveLength(Object.keys(own.dependencies).length);
    expect(direct.some((ref) => ref.startsWith('pkg:npm/better-sqlite3-multiple-ciphers@'))).toBe(true);
  });

  it('refers to nothing that it does not hold', () => {
    const refs = new Set(bill.components.map((component) => component['bom-ref']));
    const named = bill.dependencies.flatMap(({ dependsOn }) => dependsOn);
    expect(named.filter((ref) => !refs.has(ref))).toEqual([]);
  });

  it('tells what is handed out from what only builds', () => {
    const scope = (start: string): string | undefined =>
      bill.components.find(({ purl }) => purl.startsWith(start))?.scope;
    expect(scope('pkg:npm/zod@')).toBe('required');
    expect(scope('pkg:npm/vitest@')).toBe('excluded');
  });
});

describe('dependencies', () => {
  it('are each listed in the documentation, with what they are for', () => {
    const listed = read('docs/DEPENDENCIES.md');
    const isListed = (name: string): boolean => {
      const [group, bare] = name.split('/');
      if (name.startsWith('@types/')) return listed.includes('`@types/*`');
      return (
        listed.includes(`\`${name}\``) ||
        (listed.includes(`\`${group ?? ''}/`) && listed.includes(`\`${bare ?? ''}\``))
      );
    };
    const direct = Object.keys({ ...own.dependencies, ...own.devDependencies });
    expect(direct.filter((name) => !isListed(name))).toEqual([]);
  });

  it('are fixed to one version each', () => {
    const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('of the product come under licences that ask no more than to be named', () => {
    const free =
      /^\(?((MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC-BY-3\.0|CC0-1\.0|PSF-2\.0|Unlicense)( AND | OR |$|\)))+$/;
    const other = licenceList(lock)
      .trim()
      .split('\n')
      .filter((line) => !free.test(line.slice(line.indexOf(': ') + 2)));
    expect(other).toEqual([]);
  });

  it('run no script when they are installed, but for the one that picks the runtime out of the registry', () => {
    const withScript = [...new Set(packages.filter((one) => one.hasInstallScript).map(({ path }) => path))];
    const allowed = Object.entries(own.allowScripts).flatMap(([name, is]) => (is ? [name] : []));
    expect(allowed).toEqual(['node']);
    const undecided = withScript.filter((path) => !(path.slice('node_modules/'.length) in own.allowScripts));
    expect(undecided).toEqual([]);
  });
});
