#!/usr/bin/env node
/** Entry of `evenkeel`. The exit code is set, not forced, so that everything printed gets out. */
import { run } from './program.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();
process.exitCode = await run(process.argv.slice(2), terminal);
terminal.stop();
