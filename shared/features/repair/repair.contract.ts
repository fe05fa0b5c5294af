import { recordCalls } from '../../rpc/record.contract.ts';
import { repairFields, repairLineFields, repairPartFields } from './repair.fields.ts';

export const repairContract = {
  ...recordCalls(repairFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.remove' }),
};

export const repairLineContract = {
  ...recordCalls(repairLineFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.write' }),
};

export const repairPartContract = {
  ...recordCalls(repairPartFields, { read: 'repair.read', write: 'repair.write', remove: 'repair.write' }),
};
