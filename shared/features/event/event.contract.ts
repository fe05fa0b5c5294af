import { recordCalls } from '../../rpc/record.contract.ts';
import { eventFields } from './event.fields.ts';

export const eventContract = {
  ...recordCalls(eventFields, { read: 'event.read', write: 'event.write', remove: 'event.remove' }),
};
