import { fieldsOf } from '../../kernel/field.ts';

export const cashCategories = [
  'vehicleSale',
  'service',
  'insurance',
  'loan',
  'deposit',
  'makerRebate',
  'purchase',
  'parts',
  'salary',
  'rent',
  'tax',
  'marketing',
  'other',
] as const;

/**
 * 期初余额 opening balance of an account: what it held when a day began. What came in and went out from that day on makes the
 * balance of a later day; the newest opening counts. Without an account: for the movements that name none.
 */
export const cashBalanceFields = fieldsOf({
  account: { kind: 'text', max: 60, listed: true, searched: true },
  openedOn: { kind: 'day', required: true, listed: true },
  amountFen: { kind: 'money', required: true, min: -9_000_000_000_000, listed: true },
  note: { kind: 'note', listed: true },
});

/** 现金流水 cash movement. */
export const cashFields = fieldsOf({
  number: { kind: 'text', max: 40, listed: true, searched: true, unique: true }, // 流水号
  occurredOn: { kind: 'day', required: true, listed: true },
  direction: { kind: 'choice', choices: ['in', 'out'], required: true, initial: 'in', listed: true },
  amountFen: { kind: 'money', required: true, min: 1, listed: true, summed: true },
  category: { kind: 'choice', choices: cashCategories, required: true, initial: 'other', listed: true },
  account: { kind: 'text', max: 60, listed: true },
  counterparty: { kind: 'text', max: 100, listed: true, searched: true },
  personId: { kind: 'reference', refers: 'person' },
  note: { kind: 'note', listed: true },
});
