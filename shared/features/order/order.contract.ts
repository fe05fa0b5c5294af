import { recordCalls } from '../../rpc/record.contract.ts';
import { orderFields } from './order.fields.ts';

export const orderContract = {
  ...recordCalls(orderFields, { read: 'order.read', write: 'order.write', remove: 'order.remove' }),
};
