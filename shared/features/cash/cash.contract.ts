import { recordCalls } from '../../rpc/record.contract.ts';
import { cashBalanceFields, cashFields } from './cash.fields.ts';

export const cashContract = {
  ...recordCalls(cashFields, { read: 'cash.read', write: 'cash.write', remove: 'cash.remove' }),
};

export const cashBalanceContract = {
  ...recordCalls(cashBalanceFields, { read: 'cash.read', write: 'cash.write', remove: 'cash.remove' }),
};
