import { recordCalls } from '../../rpc/record.contract.ts';
import { personFields } from './person.fields.ts';

export const personContract = {
  ...recordCalls(personFields, { read: 'person.read', write: 'person.write', remove: 'person.write' }),
};
