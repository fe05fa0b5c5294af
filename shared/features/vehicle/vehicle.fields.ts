import { fieldsOf } from '../../kernel/field.ts';

/** 车辆种类, see domain-rules §3. */
export const vehicleKinds = [
  'car',
  'lightTruck',
  'mediumTruck',
  'heavyTruck',
  'tractor',
  'trailer',
  'bus',
  'special',
] as const;
export const vehicleUses = ['private', 'commercial'] as const; // 非营运 / 营运
export const vehicleStates = ['inUse', 'sold', 'scrapped', 'transferred'] as const;

/** 车辆 vehicle of a customer. */
export const vehicleFields = fieldsOf({
  plate: { kind: 'plate', listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  vin: { kind: 'vin', listed: true, searched: true, unique: true },
  customerId: { kind: 'reference', refers: 'customer', listed: true },
  kind: { kind: 'choice', choices: vehicleKinds, required: true, initial: 'heavyTruck', listed: true },
  use: { kind: 'choice', choices: vehicleUses },
  brand: { kind: 'text', max: 60, listed: true },
  model: { kind: 'text', max: 100, listed: true, searched: true },
  colour: { kind: 'text', max: 30 },
  engineNumber: { kind: 'text', max: 40 },
  grossMassKg: { kind: 'integer' },
  odometerKm: { kind: 'integer' },
  purchasedOn: { kind: 'day' },
  registeredOn: { kind: 'day', listed: true },
  annualTestDueOn: { kind: 'day', listed: true }, // 年检到期
  compulsoryInsuranceDueOn: { kind: 'day' }, // 交强险到期
  commercialInsuranceDueOn: { kind: 'day', listed: true }, // 商业险到期
  secondMaintenanceDueOn: { kind: 'day' }, // 二级维护到期
  transportPermitDueOn: { kind: 'day' }, // 道路运输证到期
  technicalGradeDueOn: { kind: 'day' }, // 技术等级评定到期
  /** 企业维护计划: the operator's own period of second-level maintenance, before that of the rules. */
  maintenanceDays: { kind: 'integer', min: 1 },
  maintenanceKm: { kind: 'integer', min: 1 },
  dailyKm: { kind: 'integer', min: 1 }, // 日均里程
  pairedId: { kind: 'reference', refers: 'vehicle' }, // 主挂配对: tractor and trailer
  state: { kind: 'choice', choices: vehicleStates, required: true, initial: 'inUse' },
  note: { kind: 'note' },
});
