import { fieldsOf } from '../../kernel/field.ts';

export const receivableKinds = ['vehicle', 'service', 'insurance', 'loan', 'maker', 'other'] as const;

/** 应收账款 receivable. `settledFen` and `openFen` follow from its payments. */
export const receivableFields = fieldsOf({
  number: { kind: 'text', required: true, max: 40, listed: true, searched: true, unique: true },
  customerId: { kind: 'reference', refers: 'customer' },
  customerName: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  kind: { kind: 'choice', choices: receivableKinds, required: true, initial: 'service', listed: true },
  occurredOn: { kind: 'day', required: true, listed: true },
  dueOn: { kind: 'day', listed: true },
  amountFen: { kind: 'money', required: true, listed: true, summed: true },
  settledFen: { kind: 'money', required: true, computed: true, listed: true, summed: true },
  openFen: { kind: 'money', required: true, computed: true, listed: true, summed: true },
  personId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  note: { kind: 'note' },
});

/** 回款 payment of a receivable. */
export const paymentFields = fieldsOf({
  receivableId: { kind: 'reference', refers: 'receivable', required: true },
  paidOn: { kind: 'day', required: true, listed: true },
  amountFen: { kind: 'money', required: true, min: 1, listed: true, summed: true },
  way: {
    kind: 'choice',
    choices: ['transfer', 'cash', 'card', 'wechat', 'alipay', 'bill', 'other'],
    listed: true,
  },
  note: { kind: 'note', max: 400, listed: true },
});
