import { recordCalls } from '../../rpc/record.contract.ts';
import { goalFields } from './goal.fields.ts';

export const goalContract = {
  ...recordCalls(goalFields, { read: 'goal.read', write: 'goal.write', remove: 'goal.remove' }),
};
