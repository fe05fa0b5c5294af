import { backupCommand, restoreCommand, verifyCommand } from './backup-commands.ts';
import type { Command } from './command.ts';
import { exportCommand, importCommand, undoImportCommand } from './import-commands.ts';
import { sampleCommand } from './sample-command.ts';
import { reportCommand } from './report-command.ts';
import { callCommand, callsCommand, initCommand, serveCommand } from './store-commands.ts';

/** The commands of the program without a window, by name. */
export const commands: Readonly<Record<string, Command>> = {
  init: initCommand,
  sample: sampleCommand,
  import: importCommand,
  'undo-import': undoImportCommand,
  export: exportCommand,
  backup: backupCommand,
  restore: restoreCommand,
  verify: verifyCommand,
  report: reportCommand,
  serve: serveCommand,
  calls: callsCommand,
  call: callCommand,
};
