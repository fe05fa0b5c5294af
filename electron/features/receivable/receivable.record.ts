import { sql } from 'kysely';
import { invalidField, notFound } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { paymentFields, receivableFields } from '#shared/features/receivable/receivable.fields.ts';
import { receivableArisenBy, receivableColumnsOn } from './receivable.repository.ts';
import type { RecordDefinition } from '#electron/kernel/record/record-definition.ts';

/** 已收 of a receivable follows from its payments; paying more than is open is refused. */
async function settleReceivable(context: CommandContext, id: number): Promise<void> {
  const receivable = await context.writer
    .selectFrom('receivable')
    .select(['amountFen', 'settledFen', 'openFen', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!receivable) throw notFound('receivable', id);
  const paid = await context.writer
    .selectFrom('payment')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('amountFen'), sql<number>`0`).as('fen'))
    .where('receivableId', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const settledFen = paid.fen;
  const openFen = receivable.amountFen - settledFen;
  if (openFen < 0) throw invalidField('values.amountFen', 'more-than-open');
  if (settledFen === receivable.settledFen) return;
  await context.writer
    .updateTable('receivable')
    .set({ settledFen, openFen, version: receivable.version + 1, updatedAt: context.clock.now() })
    .where('id', '=', id)
    .execute();
  context.changed({
    feature: 'receivable',
    id,
    changes: [
      { field: 'settledFen', before: receivable.settledFen, after: settledFen },
      { field: 'openFen', before: receivable.openFen, after: openFen },
    ],
  });
}

export const receivableRecord = {
  feature: 'receivable',
  table: 'receivable',
  fields: receivableFields,
  readRight: 'receivable.read',
  title: 'number',
  detail: 'customerName',
  asOf: { field: 'openFen', counted: receivableArisenBy, columns: receivableColumnsOn },
  compute: (values) => ({
    settledFen: Number(values['settledFen'] ?? 0),
    openFen: Number(values['amountFen'] ?? 0) - Number(values['settledFen'] ?? 0),
  }),
  check(values) {
    if (Number(values['amountFen'] ?? 0) < Number(values['settledFen'] ?? 0))
      throw invalidField('values.amountFen', 'below-settled');
  },
} satisfies RecordDefinition;

export const paymentRecord = {
  feature: 'payment',
  table: 'payment',
  fields: paymentFields,
  readRight: 'receivable.read',
  title: 'paidOn',
  indexed: false,
  async afterChange(context, before, after) {
    const ids = new Set(
      [before?.['receivableId'], after?.['receivableId']].filter((id) => typeof id === 'number'),
    );
    for (const id of ids) await settleReceivable(context, id);
  },
} satisfies RecordDefinition;
