import { recordCalls } from '../../rpc/record.contract.ts';
import { paymentFields, receivableFields } from './receivable.fields.ts';

export const receivableContract = {
  ...recordCalls(receivableFields, {
    read: 'receivable.read',
    write: 'receivable.write',
    remove: 'receivable.remove',
  }),
};

export const paymentContract = {
  ...recordCalls(paymentFields, {
    read: 'receivable.read',
    write: 'receivable.write',
    remove: 'receivable.write',
  }),
};
