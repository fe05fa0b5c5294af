import { recordCalls } from '../../rpc/record.contract.ts';
import { stockFields } from './stock.fields.ts';

export const stockContract = {
  ...recordCalls(stockFields, { read: 'stock.read', write: 'stock.write', remove: 'stock.remove' }),
};
