import { fieldsOf } from '../../kernel/field.ts';
import { channels } from '../order/order.fields.ts';

export const leadStates = ['new', 'following', 'testDrive', 'won', 'lost'] as const;

/** 线索/潜客 lead. */
export const leadFields = fieldsOf({
  customerName: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  phone: { kind: 'phone', listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  customerId: { kind: 'reference', refers: 'customer' },
  arrivedOn: { kind: 'day', required: true, listed: true },
  channel: { kind: 'choice', choices: channels, listed: true },
  eventId: { kind: 'reference', refers: 'event' },
  model: { kind: 'text', max: 100, listed: true, searched: true },
  state: { kind: 'choice', choices: leadStates, required: true, initial: 'new', listed: true },
  consultantId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  /** 首次到店 and 首次试驾: the first day of each, of which conversion rates are made. */
  visitedOn: { kind: 'day' },
  testDrivenOn: { kind: 'day' },
  nextContactOn: { kind: 'day', listed: true },
  closedOn: { kind: 'day' },
  lostReason: { kind: 'text', max: 200 },
  note: { kind: 'note' },
});
