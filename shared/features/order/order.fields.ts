import { fieldsOf } from '../../kernel/field.ts';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';

export const orderStates = ['open', 'allocated', 'delivered', 'cancelled'] as const;
/** 销售渠道 of PL-6: showroom, telephone/online, secondary dealers, fleet, referral, event. */
export const channels = [
  'showroom',
  'online',
  'secondDealer',
  'fleet',
  'referral',
  'event',
  'other',
] as const;

/** 订单 vehicle order. */
export const orderFields = fieldsOf({
  number: { kind: 'text', required: true, max: 40, listed: true, searched: true, unique: true },
  orderedOn: { kind: 'day', required: true, listed: true },
  customerId: { kind: 'reference', refers: 'customer', listed: true },
  customerName: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  kind: { kind: 'choice', choices: vehicleKinds, required: true, initial: 'heavyTruck' },
  model: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  vin: { kind: 'vin', searched: true },
  stockId: { kind: 'reference', refers: 'stock' },
  quantity: { kind: 'integer', required: true, min: 1, initial: 1, listed: true, summed: true },
  vehicleFen: { kind: 'money', required: true, initial: 0, summed: true }, // 车价
  accessoryFen: { kind: 'money', required: true, initial: 0 }, // 装饰
  insuranceFen: { kind: 'money', required: true, initial: 0 }, // 保险
  loanFen: { kind: 'money', required: true, initial: 0 }, // 按揭手续费
  registrationFen: { kind: 'money', required: true, initial: 0 }, // 上牌
  totalFen: { kind: 'money', required: true, computed: true, listed: true, summed: true },
  depositFen: { kind: 'money', required: true, initial: 0, listed: true, summed: true }, // 定金
  state: { kind: 'choice', choices: orderStates, required: true, initial: 'open', listed: true },
  plannedOn: { kind: 'day', listed: true }, // 计划交车
  deliveredOn: { kind: 'day', listed: true }, // 交车日期
  cancelledOn: { kind: 'day' },
  consultantId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  channel: { kind: 'choice', choices: channels, listed: true },
  eventId: { kind: 'reference', refers: 'event' },
  note: { kind: 'note' },
});
