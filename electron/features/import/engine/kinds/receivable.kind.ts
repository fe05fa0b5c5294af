import { refer } from '../refer.ts';
import { given, put, text, type Apply, type RowContext } from '../row-context.ts';
import { RowRefused, type Written } from '../row-writer.ts';

export const applyReceivable: Apply = (row) => {
  const receivable = given(row, 'receivable', ['personId']);
  if (!receivable['number']) throw new RowRefused('required', 'receivable.number');
  refer(row, receivable);
  const match = row.lookups.find('receivable', [['number', text(receivable['number'])]], 1)[0];
  const written = [
    put(row, 'receivable', match, receivable, { occurredOn: receivable['dueOn'] ?? null, settledFen: 0 }),
  ];
  const settled = row.values.get('lookup.settledFen');
  const id = written[0]?.id ?? 0;
  const before = Number(match?.['settledFen'] ?? 0);
  if (typeof settled === 'number' && settled < before)
    row.warn({ column: null, code: 'settled-shrinks', address: 'lookup.settledFen' });
  if (typeof settled === 'number' && settled > before) {
    const amount = Number(receivable['amountFen'] ?? match?.['amountFen'] ?? 0);
    if (settled > amount) throw new RowRefused('more-than-open', 'lookup.settledFen');
    const paidOn =
      text(row.values.get('lookup.settledOn')) ??
      text(receivable['occurredOn'] ?? match?.['occurredOn']) ??
      row.today;
    written.push(
      row.writer.create('payment', { receivableId: id, paidOn, amountFen: settled - before }),
      settle(row, id),
    );
  }
  return written;
};

/** 已收 and 未收 follow from the payments. */
function settle(row: RowContext, receivableId: number): Written {
  const receivable = row.lookups.byId('receivable', receivableId);
  if (!receivable) throw new RowRefused('receivable-unknown', null);
  const paid = row.lookups
    .find('payment', [['receivableId', receivableId]], 10_000)
    .reduce((sum, payment) => sum + Number(payment['amountFen']), 0);
  if (paid > Number(receivable['amountFen'])) throw new RowRefused('more-than-open', 'payment.amountFen');
  return row.writer.update('receivable', receivable, { settledFen: paid });
}

export const applyPayment: Apply = (row) => {
  const number = text(row.values.get('lookup.receivableNumber'));
  const receivable = number ? row.lookups.find('receivable', [['number', number]], 1)[0] : undefined;
  if (!receivable) throw new RowRefused('receivable-unknown', 'lookup.receivableNumber');
  const payment = given(row, 'payment');
  payment['receivableId'] = receivable.id;
  const nth = row.ordinal(
    `payment|${receivable.id}|${payment['paidOn'] ?? ''}|${payment['amountFen'] ?? ''}`,
  );
  const key = [
    ['receivableId', receivable.id],
    ['paidOn', payment['paidOn'] ?? null],
    ['amountFen', payment['amountFen'] ?? null],
  ] as const;
  return [
    put(row, 'payment', row.lookups.find('payment', key, 1, nth)[0], payment),
    settle(row, receivable.id),
  ];
};
