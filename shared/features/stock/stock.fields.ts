import { fieldsOf } from '../../kernel/field.ts';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';

export const stockStates = ['inTransit', 'inStock', 'reserved', 'sold', 'returned'] as const;

/** 库存车辆 vehicle in stock. */
export const stockFields = fieldsOf({
  vin: { kind: 'vin', required: true, listed: true, searched: true, unique: true },
  kind: { kind: 'choice', choices: vehicleKinds, required: true, initial: 'heavyTruck', listed: true },
  brand: { kind: 'text', max: 60, listed: true },
  model: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  colour: { kind: 'text', max: 30, listed: true },
  engineNumber: { kind: 'text', max: 40 },
  costFen: { kind: 'money', listed: true, summed: true, maskedWithout: 'stock.seeCost' },
  listPriceFen: { kind: 'money', listed: true, summed: true },
  arrivedOn: { kind: 'day', required: true, listed: true }, // 入库日期
  place: { kind: 'text', max: 60, listed: true }, // 库位
  state: { kind: 'choice', choices: stockStates, required: true, initial: 'inStock', listed: true },
  leftOn: { kind: 'day' }, // 出库日期
  note: { kind: 'note' },
});
