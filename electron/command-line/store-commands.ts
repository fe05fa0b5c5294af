import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { serveHttp } from '../transports/http.ts';
import { pageFolder } from '../workers/worker-files.ts';
import type { SignedIn } from '#shared/features/session/session.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { numberOption, passwordOf, wanted, type Command, type CommandContext } from './command.ts';

/** Creates the store and its owner. */
export const initCommand: Command = {
  usage: 'init --store NAME --owner NAME   (DESK_PASSWORD)',
  options: { store: { type: 'string' }, owner: { type: 'string' }, language: { type: 'string' } },
  async run(context) {
    const input = {
      storeName: wanted(context, 'store'),
      ownerName: wanted(context, 'owner'),
      password: passwordOf(context),
      language: context.options['language'] === 'en' ? 'en' : 'zh-CN',
    };
    const core = await context.open();
    const { recoveryCode, token } = (await core.call('session.setUp', input, {})) as SignedIn & {
      recoveryCode: string;
    };
    await core.call('session.signOut', {}, { token });
    return { status: 0, value: { store: input.storeName, owner: input.ownerName, recoveryCode } };
  },
};

/** Every call of the contract. */
export const callsCommand: Command = {
  usage: 'calls',
  options: {},
  async run() {
    const { callTable } = await import('./call-table.ts');
    const calls = callTable();
    const text = calls
      .map(
        ({ name, kind, right, roles }) =>
          `${name.padEnd(26)} ${kind.padEnd(8)} ${right.padEnd(20)} ${roles.join(' ')}`,
      )
      .join('\n');
    return { status: 0, value: calls, text };
  },
};

async function inputOf(context: CommandContext): Promise<unknown> {
  const from = context.options['input'];
  if (typeof from !== 'string') return {};
  const text = from === '-' ? await readStream(process.stdin) : await readFile(from, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw ruleViolated('not-json', { file: from });
  }
}

/** Any call of the contract with a person's own rights. */
export const callCommand: Command = {
  usage: 'call NAME [--as PERSON] [--input FILE|-]   (DESK_PASSWORD)',
  options: { as: { type: 'string' }, input: { type: 'string' } },
  async run(context) {
    const name = context.arguments[0];
    if (!name) throw ruleViolated('argument-missing', { argument: 'NAME' });
    const input = await inputOf(context);
    const core = await context.open();
    const right = core.calls.find((call) => call.name === name)?.right;
    if (right === 'open') return { status: 0, value: await core.call(name, input, {}) };
    const login = typeof context.options['as'] === 'string' ? context.options['as'] : await ownerLogin(core);
    const { token } = (await core.call(
      'session.signIn',
      { login, password: passwordOf(context) },
      {},
    )) as SignedIn;
    try {
      const value = await core.call(name, input, { token });
      return { status: 0, value: await printable(value, context) };
    } finally {
      // A call that signed out itself leaves nothing to close.
      await core.call('session.signOut', {}, { token }).catch(() => undefined);
    }
  },
};

async function ownerLogin(core: Awaited<ReturnType<CommandContext['open']>>): Promise<string> {
  const row = await core.database.reader
    .selectFrom('account')
    .select('login')
    .where('roles', 'like', '%"owner"%')
    .orderBy('personId')
    .executeTakeFirst();
  if (!row) throw ruleViolated('no-store-yet');
  return row.login;
}

/** A stream prints a line per message until the process is told to stop; files are told by name and size. */
async function printable(value: unknown, context: CommandContext): Promise<unknown> {
  if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value) {
    for await (const message of value as AsyncIterable<unknown>) context.print(JSON.stringify(message));
    return {};
  }
  return value instanceof File ? { name: value.name, size: value.size } : value;
}

const usualPort = 47_311;

/** The program for a browser on the loopback address. */
export const serveCommand: Command = {
  usage: 'serve [--port N]',
  options: { port: { type: 'string' } },
  async run(context) {
    const desk = await context.openDesk();
    if (desk.problem) context.warn({ code: 'storage', ...desk.problem });
    const page = { pageFolder: pageFolder() };
    // The same address each time, because a browser keeps drafts by address; any free one where it is taken.
    const served =
      context.options['port'] === undefined
        ? await serveHttp(desk, { port: usualPort, ...page }).catch(() =>
            serveHttp(desk, { port: 0, ...page }),
          )
        : await serveHttp(desk, { port: numberOption(context, 'port', 0), ...page });
    context.print(`ready ${served.url}`);
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
      process.once('disconnect', resolve);
    });
    await served.close();
    return { status: 0, value: undefined };
  },
};
