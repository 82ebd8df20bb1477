import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import configuration from '../../../build/electron-builder.ts';
import { fuses } from '../../../build/fuses.ts';

const root = new URL('../../../', import.meta.url);

describe('the packages', () => {
  it('are made for Windows, macOS and Linux', () => {
    expect(configuration.win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }]);
    expect(configuration.mac?.target).toEqual([{ target: 'dmg', arch: ['arm64', 'x64'] }]);
    expect(configuration.linux?.target).toEqual(['AppImage', 'deb']);
  });

  it('are an archive with native code beside it, each system with its own', () => {
    expect(configuration.asar).toBe(true);
    expect(configuration.asarUnpack).toContain('**/*.node');
    const driverOf = (system: 'win' | 'mac' | 'linux') => JSON.stringify(configuration[system]?.files);
    expect(driverOf('win')).toContain('!(win32-${arch}).node');
    expect(driverOf('mac')).toContain('!(darwin-${arch}).node');
    expect(driverOf('linux')).toContain('!(linux-${arch}).node');
  });

  it('are published nowhere by themselves', () => {
    expect(configuration.publish).toBeNull();
  });

  it('cannot be used to run something else', () => {
    expect(configuration.electronFuses).toBe(fuses);
    expect(fuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      enableCookieEncryption: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('have an icon large enough for every system', () => {
    const icon = new URL(configuration.linux?.icon ?? '', root);
    expect(existsSync(icon)).toBe(true);
    const png = readFileSync(icon);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
  });
});
