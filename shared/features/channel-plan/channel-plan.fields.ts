import { fieldsOf } from '../../kernel/field.ts';
import { channels } from '../order/order.fields.ts';

/** 渠道工作计划: what one sales channel is to bring in one month, and what it may cost. */
export const channelPlanFields = fieldsOf({
  month: { kind: 'month', required: true, listed: true },
  channel: { kind: 'choice', choices: channels, required: true, initial: 'showroom', listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  goalLeads: { kind: 'integer', listed: true },
  goalOrders: { kind: 'integer', listed: true },
  budgetFen: { kind: 'money', listed: true, summed: true },
  costFen: { kind: 'money', listed: true, summed: true }, // 实际费用; empty: nothing entered
  note: { kind: 'note' },
});
