import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openCore, type Core } from '../core.ts';
import { openDesk, type Desk } from '../desk.ts';
import { commands } from './commands.ts';
import { defaultDataFolder } from './data-folder.ts';
import { storeFiles } from '../kernel/store-file.ts';
import { dataOf, sentenceOf, type CommandResult } from './output.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Language } from '#shared/kernel/language.ts';

/** The program without a window: `npm run desk -- COMMAND`. Exit status 0 done, 1 refused, 3 done in part. */

const language: Language = (process.env['LANG'] ?? '').startsWith('en') ? 'en' : 'zh-CN';

function usage(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}`);
  return ['desk COMMAND [--data DIR] [--json] [--sample-store]', ...lines].join('\n');
}

/** Commands that make or look at a store as it is; the others work on the sample store where it is the only one. */
const onTheStoreItself = new Set(['init', 'sample', 'serve', 'restore', 'calls']);

async function openChosen(dataFolder: string, command: string, sample: boolean): Promise<Core> {
  return chooseStore(await openCore({ dataFolder }), dataFolder, command, sample);
}

async function chooseStore(core: Core, dataFolder: string, command: string, sample: boolean): Promise<Core> {
  const wanted =
    sample ||
    (!onTheStoreItself.has(command) &&
      !(await hasStore(core)) &&
      existsSync(storeFiles(dataFolder, 'sample').path));
  if (wanted) {
    await core.openStore('sample');
    process.stderr.write(
      `${sentenceOf({ code: 'rule-violated', reason: 'using-sample-store' }, language)}\n`,
    );
  }
  return core;
}

const hasStore = async (core: Core): Promise<boolean> =>
  (await core.database.reader.selectFrom('account').select('personId').limit(1).executeTakeFirst()) !==
  undefined;

async function run(argv: readonly string[]): Promise<CommandResult> {
  const name = argv[0] ?? 'help';
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    if (name === 'help' || name === '--help') return { status: 0, value: usage(), text: usage() };
    throw ruleViolated('unknown-command', { command: name });
  }
  let parsed;
  try {
    parsed = parseArgs({
      args: argv.slice(1),
      allowPositionals: true,
      options: {
        ...command.options,
        data: { type: 'string' },
        json: { type: 'boolean' },
        'sample-store': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new DeskError({
      code: 'rule-violated',
      reason: 'bad-option',
      params: { text: error instanceof Error ? error.message : '' },
    });
  }
  const dataFolder = parsed.values.data ?? process.env['DESK_DATA'] ?? defaultDataFolder();
  const sample = parsed.values['sample-store'] === true;
  let core: Core | undefined;
  let desk: Desk | undefined;
  try {
    return await command.run({
      arguments: parsed.positionals,
      options: parsed.values,
      dataFolder,
      json: parsed.values.json === true,
      environment: process.env,
      open: async () => (core ??= await openChosen(dataFolder, name, sample)),
      openDesk: async () => {
        desk ??= await openDesk({ dataFolder, language });
        if (desk.core) await chooseStore(desk.core, dataFolder, name, sample);
        return desk;
      },
      print: (line) => process.stdout.write(`${line}\n`),
      warn: (data) => process.stderr.write(`${sentenceOf(data, language)}\n`),
    });
  } finally {
    await core?.close();
    await desk?.close();
  }
}

/** Runs the command of a command line; prints its result and sets the exit status. Throws nothing. */
export async function runProgram(argv: readonly string[]): Promise<void> {
  const inJson = argv.includes('--json');
  try {
    const { status, value, text } = await run(argv);
    const asJson = inJson || text === undefined;
    if (value !== undefined)
      process.stdout.write(`${asJson ? JSON.stringify(value, null, inJson ? 0 : 2) : text}\n`);
    process.exitCode = status;
  } catch (error) {
    const data = dataOf(error);
    if (inJson) process.stdout.write(`${JSON.stringify({ error: data })}\n`);
    process.stderr.write(`${sentenceOf(data, language)}\n`);
    process.exitCode = 1;
  }
}
