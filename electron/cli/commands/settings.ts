/** `settings`: thresholds and definitions that the force chooses; shown, set, and loaded from a file. */
import type { Command } from 'commander';
import { z } from 'zod';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { Settings } from '#shared/domain/settings.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import type { Common } from '../options.ts';
import { readJson } from '../read-json.ts';
import type { Respond } from '../respond.ts';
import { findTeam, withWorkspace } from '../session.ts';
import {
  settingRows,
  settingsHelp,
  settingWanted,
  withSettings,
  type SettingWanted,
} from '../setting-choice.ts';
import { table } from '../table.ts';

/** As `settings --json` prints them. */
const Printed = z.object({ settings: Settings });

const settingsText = (settings: Settings): string =>
  table(
    ['name', 'value', 'what it is'],
    settingRows(settings).map(({ name, value, words }) => [name, value, words]),
  );

async function save(engine: Engine, held: Settings, next: Settings) {
  const before = new Map(settingRows(held).map(({ name, value }) => [name, value]));
  const after = new Map(settingRows(next).map(({ name, value }) => [name, value]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  if (changed.length > 0) await call(engine, 'settings.save', { settings: next });
  const rows = changed.map((name) => [name, before.get(name) ?? null, after.get(name) ?? null]);
  return {
    reply: { changed, settings: await call(engine, 'settings.get', {}) },
    text:
      rows.length === 0
        ? 'Nothing to change: the settings are so already.'
        : table(['name', 'before', 'after'], rows),
  };
}

/** Teams as the workspace spells them; before any is held, as they are given. */
async function spelt(
  engine: Engine,
  held: Settings,
  all: readonly SettingWanted[],
): Promise<SettingWanted[]> {
  const isAnyHeld = (await call(engine, 'teams.list', {})).length > 0;
  const known = Object.keys(held.establishedFte);
  return Promise.all(
    all.map(async (one) => {
      if (!('team' in one)) return one;
      const team = known.find((name) => isSameTeam(name, one.team));
      if (team !== undefined || !isAnyHeld) return { ...one, team: team ?? one.team };
      return { ...one, team: await findTeam(engine, one.team, undefined) };
    }),
  );
}

export function addSettingsCommands(program: Command, respond: Respond): void {
  const settings = program
    .command('settings')
    .description('thresholds and definitions that the force chooses');

  settings
    .command('list', { isDefault: true })
    .description('show them; with --json as "settings load" reads them')
    .action((_options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const held = await call(engine, 'settings.get', {});
        return { reply: { settings: held }, text: settingsText(held) };
      }),
    );

  settings
    .command('set')
    .description('set some of them: all that is given, or nothing')
    .argument('<value...>', 'NAME=VALUE, as in horizonMonths=36', settingWanted)
    .addHelpText('after', settingsHelp)
    .action((all: SettingWanted[], _options: unknown, command: Command) =>
      respond.inWorkspace(command.optsWithGlobals<Common>(), async (engine) => {
        const held = await call(engine, 'settings.get', {});
        return save(engine, held, withSettings(held, await spelt(engine, held, all)));
      }),
    );

  settings
    .command('load')
    .description('replace all of them')
    .argument('<file>', 'JSON as "settings --json" prints it')
    .action((file: string, _options: unknown, command: Command) =>
      respond(command.optsWithGlobals<Common>(), async (options, terminal) => {
        const given = await readJson(file, Printed, 'settings as "settings --json" prints them');
        return withWorkspace(options, terminal, async (engine) =>
          save(engine, await call(engine, 'settings.get', {}), given.settings),
        );
      }),
    );
}
