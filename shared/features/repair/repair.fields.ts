import { fieldsOf } from '../../kernel/field.ts';

export const repairTypes = ['maintenance', 'general', 'accident', 'warranty', 'internal'] as const; // 保养/一般/事故/索赔/内部
export const repairStates = ['waiting', 'working', 'done', 'handedOver', 'cancelled'] as const;
export const payers = ['customer', 'insurer', 'maker', 'store'] as const;
export const partOrigins = ['original', 'equivalent', 'remanufactured', 'reused', 'unknown'] as const; // domain-rules §5

/** 维修工单 repair order. */
export const repairFields = fieldsOf({
  number: { kind: 'text', required: true, max: 40, listed: true, searched: true, unique: true },
  vehicleId: { kind: 'reference', refers: 'vehicle' },
  customerId: { kind: 'reference', refers: 'customer', listed: true },
  customerName: { kind: 'text', max: 100, searched: true },
  plate: { kind: 'plate', listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  vin: { kind: 'vin', searched: true },
  type: { kind: 'choice', choices: repairTypes, required: true, initial: 'general', listed: true },
  state: { kind: 'choice', choices: repairStates, required: true, initial: 'waiting', listed: true },
  checkedInOn: { kind: 'day', required: true, listed: true }, // 进厂
  checkedInAt: { kind: 'instant' },
  startedAt: { kind: 'instant' },
  finishedAt: { kind: 'instant' },
  handedOverOn: { kind: 'day', listed: true }, // 交车/结算
  handedOverAt: { kind: 'instant' },
  odometerKm: { kind: 'integer' },
  fault: { kind: 'note', max: 1000 },
  adviserId: { kind: 'reference', refers: 'person', listed: true },
  technicianId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  labourFen: { kind: 'money', required: true, initial: 0, listed: true, summed: true },
  partsFen: { kind: 'money', required: true, initial: 0, listed: true, summed: true },
  otherFen: { kind: 'money', required: true, initial: 0 },
  totalFen: { kind: 'money', required: true, computed: true, listed: true, summed: true },
  payer: { kind: 'choice', choices: payers, listed: true },
  note: { kind: 'note' },
});

/** 维修项目 line of a repair order. Hours in hundredths. */
export const repairLineFields = fieldsOf({
  repairId: { kind: 'reference', refers: 'repair', required: true },
  code: { kind: 'text', max: 40, listed: true },
  name: { kind: 'text', required: true, max: 200, listed: true },
  hoursHundredths: { kind: 'integer', listed: true },
  amountFen: { kind: 'money', required: true, initial: 0, listed: true, summed: true },
  technicianId: { kind: 'reference', refers: 'person', listed: true },
});

/** 配件 part used on a repair order. Quantity in hundredths. */
export const repairPartFields = fieldsOf({
  repairId: { kind: 'reference', refers: 'repair', required: true },
  code: { kind: 'text', max: 60, listed: true },
  name: { kind: 'text', required: true, max: 200, listed: true },
  quantityHundredths: { kind: 'integer', required: true, initial: 100, listed: true },
  unitFen: { kind: 'money', listed: true },
  amountFen: { kind: 'money', required: true, initial: 0, listed: true, summed: true },
  origin: { kind: 'choice', choices: partOrigins, required: true, initial: 'unknown', listed: true },
});
