import { recordCalls } from '../../rpc/record.contract.ts';
import { leadFields } from './lead.fields.ts';

export const leadContract = {
  ...recordCalls(leadFields, { read: 'lead.read', write: 'lead.write', remove: 'lead.remove' }),
};
