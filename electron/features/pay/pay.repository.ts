import type { PayContent } from '#shared/features/pay/pay.content.ts';
import type { PayRule } from '#shared/features/pay/pay.contract.ts';
import type { Month } from '#shared/kernel/period.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

const rows = (reader: Reader | Writer) =>
  reader
    .selectFrom('pay')
    .innerJoin('post', 'post.id', 'pay.postId')
    .leftJoin('department', 'department.id', 'post.departmentId')
    .innerJoin('person', 'person.id', 'pay.createdById')
    .selectAll('pay')
    .select([
      'post.name as postName',
      'post.departmentId',
      'department.name as departmentName',
      'person.name as createdByName',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const ruleOf = ({ content, lineId, createdById: _by, departmentId: _department, ...row }: Row): PayRule => ({
  ...row,
  lineId: lineId ?? row.id,
  content: JSON.parse(content) as PayContent, // written by this repository, from the contract's schema
});

/** Whose posts: null for all, else those of these departments. */
export type PaySight = ReadonlySet<number> | null;

const isSeen = ({ departmentId }: Row, sight: PaySight): boolean =>
  sight === null || (departmentId !== null && sight.has(departmentId));

/** The present edition of every rule, by post and newest first. */
export async function listPayRules(reader: Reader, sight: PaySight): Promise<PayRule[]> {
  const found = await rows(reader)
    .where('pay.replacedAt', 'is', null)
    .orderBy('pay.postId')
    .orderBy('pay.fromMonth', 'desc')
    .execute();
  return found.filter((row) => isSeen(row, sight)).map(ruleOf);
}

export async function listPayEditions(reader: Reader, lineId: number, sight: PaySight): Promise<PayRule[]> {
  const found = await rows(reader).where('pay.lineId', '=', lineId).orderBy('pay.edition', 'desc').execute();
  return found.filter((row) => isSeen(row, sight)).map(ruleOf);
}

/** Rules in force at some time from … to …, of one post or of all: for the calculator and for the annual plan's pay part. */
export async function readPayRules(
  reader: Reader | Writer,
  from: Month,
  to: Month,
  postId?: number,
): Promise<PayRule[]> {
  let query = rows(reader)
    .where('pay.replacedAt', 'is', null)
    .where('pay.fromMonth', '<=', to)
    .where((where) => where.or([where('pay.toMonth', 'is', null), where('pay.toMonth', '>=', from)]));
  if (postId !== undefined) query = query.where('pay.postId', '=', postId);
  const found = await query.orderBy('pay.postId').orderBy('pay.fromMonth').execute();
  return found.map(ruleOf);
}

export async function findPayRule(reader: Reader | Writer, id: number): Promise<PayRule | undefined> {
  const row = await rows(reader).where('pay.id', '=', id).executeTakeFirst();
  return row && ruleOf(row);
}

export type NewPayRule = Pick<
  PayRule,
  'edition' | 'postId' | 'fromMonth' | 'toMonth' | 'content' | 'note' | 'createdAt'
> & {
  /** null: a new rule, whose line is its own id. */
  readonly lineId: number | null;
  readonly createdById: number;
};

export async function insertPayRule(writer: Writer, { content, ...rule }: NewPayRule): Promise<number> {
  const { id } = await writer
    .insertInto('pay')
    .values({ ...rule, content: JSON.stringify(content), replacedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (rule.lineId === null)
    await writer.updateTable('pay').set({ lineId: id }).where('id', '=', id).execute();
  return id;
}

export async function replacePayRule(writer: Writer, id: number, at: string): Promise<void> {
  await writer.updateTable('pay').set({ replacedAt: at }).where('id', '=', id).execute();
}
