import type { Core } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Actor } from '../kernel/handler.ts';
import { DeskError, ruleViolated, type DeskErrorData } from '#shared/rpc/desk-error.ts';
import type { CommandResult } from './output.ts';

/** One command of the program without a window. */
export type Command = {
  readonly usage: string;
  /** Options it takes, beside --data and --json. */
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  run(context: CommandContext): Promise<CommandResult>;
};

export type CommandContext = {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly dataFolder: string;
  readonly json: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** Opens the store; closed by the caller when the command ends. */
  open(): Promise<Core>;
  /** The same, but with the rescue where the store cannot be opened: for windows. */
  openDesk(): Promise<Desk>;
  /** For people who watch; not part of the result. */
  warn(data: DeskErrorData): void;
  print(line: string): void;
};

/** A text option, or a refusal that names it. */
export function wanted(context: CommandContext, name: string): string {
  const value = context.options[name];
  if (typeof value !== 'string' || value === '')
    throw ruleViolated('option-missing', { option: `--${name}` });
  return value;
}

/** A whole-number option. */
export function numberOption(context: CommandContext, name: string, otherwise: number): number {
  const value = context.options[name];
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0)
    throw ruleViolated('option-not-a-number', { option: `--${name}` });
  return number;
}

/**
 * Who acts when nobody signed in: whoever can read the data folder already has everything in it, so scheduled commands act
 * with the owner's rights, and the audit says 命令行.
 */
export async function commandLineActor(core: Core): Promise<Actor> {
  const owner = await core.database.reader
    .selectFrom('account')
    .select(['personId', 'language'])
    .where('active', '=', 1)
    .where('roles', 'like', '%"owner"%')
    .orderBy('personId')
    .executeTakeFirst();
  if (!owner) throw ruleViolated('no-store-yet');
  return {
    personId: owner.personId,
    name: '命令行',
    roles: ['owner'],
    language: owner.language === 'en' ? 'en' : 'zh-CN',
    sessionKey: '',
  };
}

/** The password of the environment. */
export function passwordOf(context: CommandContext): string {
  const password = context.environment['DESK_PASSWORD'];
  if (!password) throw new DeskError({ code: 'rule-violated', reason: 'password-missing' });
  return password;
}
