import type { Command } from './command.ts';
import { callCommand, callsCommand, initCommand, serveCommand } from './store-commands.ts';

/** The commands of the program without a window, by name. */
export const commands: Readonly<Record<string, Command>> = {
  init: initCommand,
  serve: serveCommand,
  calls: callsCommand,
  call: callCommand,
};
