import { fieldsOf } from '../../kernel/field.ts';

/** active; closed (退会, nothing left in it); merged into another membership of the same customer. */
const membershipStates = ['active', 'closed', 'merged'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** 会员 membership of one customer, numbered `V000001`. Kept by the core alone; what it holds stands in the ledger. */
export const membershipFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  customerId: { kind: 'reference', refers: 'customer', required: true, computed: true, listed: true },
  /** Number of the card in force, as its code says. */
  cardNumber: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  state: { kind: 'choice', choices: membershipStates, required: true, computed: true, listed: true },
  joinedOn: { kind: 'day', required: true, computed: true, listed: true },
  closedOn: { kind: 'day', computed: true, listed: true },
  mergedIntoId: { kind: 'reference', refers: 'membership', computed: true },
  note: { kind: 'note', max: 400, computed: true, listed: true },
});
