import { recordCalls } from '../../rpc/record.contract.ts';
import { vehicleFields } from './vehicle.fields.ts';

export const vehicleContract = {
  ...recordCalls(vehicleFields, { read: 'vehicle.read', write: 'vehicle.write', remove: 'vehicle.remove' }),
};
