import { fieldsOf } from '../../kernel/field.ts';
import { repairClasses } from '../checklist/checklist.purpose.ts';

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
  /** 维修类别: decides check lists, certificate and warranty; needed before the first check. */
  repairClass: { kind: 'choice', choices: repairClasses, listed: true },
  state: { kind: 'choice', choices: repairStates, required: true, initial: 'waiting', listed: true },
  checkedInOn: { kind: 'day', required: true, listed: true }, // 进厂
  checkedInAt: { kind: 'instant' },
  startedAt: { kind: 'instant' },
  finishedAt: { kind: 'instant' },
  promisedAt: { kind: 'instant' }, // 承诺交车时间
  bay: { kind: 'text', max: 30 }, // 工位
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
  /** 返修: the earlier order within whose warranty the vehicle came back, once a person has said so. */
  returnOfId: { kind: 'reference', refers: 'repair', computed: true },
  /** Whether it was found to be a return; empty while nobody has looked. */
  isReturn: { kind: 'flag', computed: true },
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
  supplier: { kind: 'text', max: 100 },
  /** 供货凭证: number of the supplier's delivery note or invoice. */
  voucher: { kind: 'text', max: 60 },
  /** 客户同意: who agreed to a part that is not 原厂, and when (汽车销售管理办法 17). */
  consentBy: { kind: 'text', max: 60 },
  consentOn: { kind: 'day' },
  /** 放行原因: why a manager allowed it. Holds for the part as it was (`allowedFor`). */
  allowedReason: { kind: 'note', max: 500, computed: true },
  allowedById: { kind: 'reference', refers: 'person', computed: true },
  allowedOn: { kind: 'day', computed: true },
  allowedFor: { kind: 'text', max: 400, computed: true },
});

export const reworkStates = ['open', 'done'] as const;

/** 返工单 rework order: a failed level sends the repair back, numbered by year `2026-F001`. */
export const reworkFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  repairId: { kind: 'reference', refers: 'repair', required: true, computed: true, listed: true },
  inspectionId: { kind: 'reference', refers: 'inspection', required: true, computed: true, listed: true },
  round: { kind: 'integer', required: true, computed: true, listed: true },
  state: {
    kind: 'choice',
    choices: reworkStates,
    required: true,
    initial: 'open',
    computed: true,
    listed: true,
  },
  /** What failed, as the check says it. */
  reason: { kind: 'note', required: true, max: 2000, computed: true, listed: true },
  technicianId: { kind: 'reference', refers: 'person', computed: true, listed: true, owner: true },
  raisedOn: { kind: 'day', required: true, computed: true, listed: true },
  doneOn: { kind: 'day', computed: true, listed: true },
  doneById: { kind: 'reference', refers: 'person', computed: true },
  doneNote: { kind: 'note', max: 1000, computed: true },
  /** 返工工时 and 返工费用 (labour, parts, outside work) as told when it was finished; empty: not told. */
  hoursHundredths: { kind: 'integer', computed: true, listed: true, summed: true },
  costFen: { kind: 'money', computed: true, listed: true, summed: true },
});

export const certificateStates = ['issued', 'void'] as const;

/** 竣工出厂合格证 completion certificate: a register without gaps by year `2026-H001`; void numbers are kept. */
export const certificateFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  repairId: { kind: 'reference', refers: 'repair', required: true, computed: true, listed: true },
  state: {
    kind: 'choice',
    choices: certificateStates,
    required: true,
    initial: 'issued',
    computed: true,
    listed: true,
  },
  plate: { kind: 'plate', computed: true, listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  vin: { kind: 'vin', computed: true, listed: true, searched: true },
  repairClass: { kind: 'choice', choices: repairClasses, required: true, computed: true, listed: true },
  odometerKm: { kind: 'integer', computed: true },
  issuedOn: { kind: 'day', required: true, computed: true, listed: true },
  issuedById: { kind: 'reference', refers: 'person', required: true, computed: true, listed: true },
  warrantyDays: { kind: 'integer', required: true, computed: true },
  warrantyKm: { kind: 'integer', required: true, computed: true },
  voidedOn: { kind: 'day', computed: true, listed: true },
  voidedById: { kind: 'reference', refers: 'person', computed: true },
  voidReason: { kind: 'note', max: 500, computed: true },
});

/** 质量保证期 warranty of a repair by class, whichever ends first; domain rules §5. */
export const warrantyRuleFields = fieldsOf({
  repairClass: { kind: 'choice', choices: repairClasses, required: true, initial: 'minor', listed: true },
  days: { kind: 'integer', required: true, min: 1, initial: 10, listed: true },
  kilometres: { kind: 'integer', required: true, min: 1, initial: 2000, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', required: true, max: 200, listed: true },
  /** 已核对: false shows "please check". */
  confirmed: { kind: 'flag', required: true, initial: false, listed: true },
});
