import { parseArgs } from 'node:util';
import { openCore, type Core } from './core.ts';
import { commands } from './command-line/commands.ts';
import { defaultDataFolder } from './command-line/data-folder.ts';
import { dataOf, sentenceOf, type CommandResult } from './command-line/output.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Language } from '#shared/kernel/language.ts';

/** The program without a window: `npm run desk -- COMMAND`. Exit status 0 done, 1 refused, 3 done in part. */

const language: Language = /^en/u.test(process.env['LANG'] ?? '') ? 'en' : 'zh-CN';

function usage(): string {
  const lines = Object.values(commands).map((command) => `  ${command.usage}`);
  return ['desk COMMAND [--data DIR] [--json]', ...lines].join('\n');
}

async function run(argv: readonly string[]): Promise<CommandResult> {
  const name = argv[0] ?? 'help';
  const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined;
  if (!command) {
    if (name === 'help' || name === '--help') return { status: 0, value: usage(), text: usage() };
    throw ruleViolated('unknown-command', { command: name });
  }
  let parsed;
  try {
    parsed = parseArgs({
      args: argv.slice(1),
      allowPositionals: true,
      options: { ...command.options, data: { type: 'string' }, json: { type: 'boolean' } },
    });
  } catch (error) {
    throw new DeskError({
      code: 'rule-violated',
      reason: 'bad-option',
      params: { text: error instanceof Error ? error.message : '' },
    });
  }
  const dataFolder = parsed.values.data ?? process.env['DESK_DATA'] ?? defaultDataFolder();
  let core: Core | undefined;
  try {
    return await command.run({
      arguments: parsed.positionals,
      options: parsed.values,
      dataFolder,
      json: parsed.values.json === true,
      environment: process.env,
      open: async () => (core ??= await openCore({ dataFolder })),
      print: (line) => process.stdout.write(`${line}\n`),
    });
  } finally {
    await core?.close();
  }
}

const argv = process.argv.slice(2);
try {
  const { status, value, text } = await run(argv);
  const asJson = argv.includes('--json') || text === undefined;
  if (value !== undefined)
    process.stdout.write(`${asJson ? JSON.stringify(value, null, argv.includes('--json') ? 0 : 2) : text}\n`);
  process.exitCode = status;
} catch (error) {
  const data = dataOf(error);
  if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: data })}\n`);
  process.stderr.write(`${sentenceOf(data, language)}\n`);
  process.exitCode = 1;
}
