import { recordCalls } from '../../rpc/record.contract.ts';
import { departmentFields } from './department.fields.ts';

export const departmentContract = {
  ...recordCalls(departmentFields, {
    read: 'department.read',
    write: 'department.write',
    remove: 'department.write',
  }),
};
