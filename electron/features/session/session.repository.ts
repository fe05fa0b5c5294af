import type { Language } from '#shared/kernel/language.ts';
import type { Role } from '#shared/rpc/rights.ts';
import type { Me } from '#shared/features/session/session.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { AccountTable, SessionTable } from './session.table.ts';

export type Account = Omit<AccountTable, 'roles' | 'language' | 'active'> & {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly active: boolean;
};

type JoinedAccount = AccountTable & { name: string; removedAt: string | null };

/** The account of a person in the bin is switched off. */
const accountOf = ({ removedAt, ...row }: JoinedAccount): Account => ({
  ...row,
  roles: JSON.parse(row.roles) as Role[], // written by this repository
  language: row.language === 'en' ? 'en' : 'zh-CN',
  active: row.active === 1 && removedAt === null,
});

const accounts = (reader: Reader) =>
  reader
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .selectAll('account')
    .select(['person.name', 'person.removedAt']);

export async function findAccountByLogin(reader: Reader, login: string): Promise<Account | undefined> {
  const row = await accounts(reader).where('account.login', '=', login).executeTakeFirst();
  return row && accountOf(row);
}

export async function findAccount(reader: Reader, personId: number): Promise<Account | undefined> {
  const row = await accounts(reader).where('account.personId', '=', personId).executeTakeFirst();
  return row && accountOf(row);
}

/** Somebody must be able to sign in who may do everything. Error: `last-owner`. */
export async function assertOwnerStays(writer: Writer): Promise<void> {
  const accounts = await listAccounts(writer);
  if (accounts.length > 0 && !accounts.some((one) => one.active && one.roles.includes('owner')))
    throw ruleViolated('last-owner');
}

export async function listAccounts(reader: Reader): Promise<Account[]> {
  const rows = await accounts(reader).orderBy('account.login').execute();
  return rows.map(accountOf);
}

export async function findSession(reader: Reader, tokenHash: string): Promise<SessionTable | undefined> {
  return reader.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

export const meOf = (account: Account): Me => ({
  personId: account.personId,
  name: account.name,
  roles: account.roles,
  language: account.language,
  hasPin: account.pinHash !== null,
});

export async function saveAccount(writer: Writer, account: AccountTable): Promise<void> {
  const { personId: _person, ...rest } = account;
  await writer
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(rest))
    .execute();
}

export async function patchAccount(
  writer: Writer,
  personId: number,
  patch: Partial<AccountTable>,
): Promise<void> {
  await writer.updateTable('account').set(patch).where('personId', '=', personId).execute();
}
