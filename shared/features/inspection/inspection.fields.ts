import { fieldsOf } from '../../kernel/field.ts';
import { checkPurposes, pdiPurposes } from '../checklist/checklist.purpose.ts';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';

/** open → passed or failed by a signature; void only by a manager's, with a reason. */
export const inspectionStates = ['open', 'passed', 'failed', 'void'] as const;
export type InspectionState = (typeof inspectionStates)[number];

/** 检查 inspection: one check list carried out on one vehicle, numbered by year `2026-Q001`. Kept by the core alone. */
export const inspectionFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  purpose: { kind: 'choice', choices: checkPurposes, required: true, computed: true, listed: true },
  state: {
    kind: 'choice',
    choices: inspectionStates,
    required: true,
    initial: 'open',
    computed: true,
    listed: true,
  },
  vin: { kind: 'vin', computed: true, listed: true, searched: true },
  plate: { kind: 'plate', computed: true, listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  stockId: { kind: 'reference', refers: 'stock', computed: true },
  repairId: { kind: 'reference', refers: 'repair', computed: true, listed: true },
  checklistId: { kind: 'reference', refers: 'checklist', required: true, computed: true, listed: true },
  edition: { kind: 'integer', required: true, computed: true },
  /** 轮次: 1, then one more after each rework or repetition. */
  round: { kind: 'integer', required: true, computed: true, listed: true },
  /** The check whose failed items this one looks at again. */
  previousId: { kind: 'reference', refers: 'inspection', computed: true },
  startedOn: { kind: 'day', required: true, computed: true, listed: true },
  startedById: { kind: 'reference', refers: 'person', required: true, computed: true },
  finishedOn: { kind: 'day', computed: true, listed: true },
  finishedAt: { kind: 'instant', computed: true },
  /** Who signed the result. */
  finishedById: { kind: 'reference', refers: 'person', computed: true, listed: true, owner: true },
  odometerKm: { kind: 'integer', computed: true },
  itemCount: { kind: 'integer', required: true, computed: true },
  ngCount: { kind: 'integer', required: true, computed: true, listed: true, summed: true },
  note: { kind: 'note', max: 1000, computed: true },
  /** 作废原因: why a manager declared it void. */
  voidReason: { kind: 'note', max: 500, computed: true },
});

/** 在库复检规则 repeat rule: after how many days in stock a passed PDI is due again. One row per kind, a row without a kind for all others. */
export const repeatRuleFields = fieldsOf({
  purpose: { kind: 'choice', choices: pdiPurposes, required: true, initial: 'arrival', listed: true },
  vehicleKind: { kind: 'choice', choices: vehicleKinds, listed: true },
  afterDays: { kind: 'integer', required: true, min: 1, initial: 30, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', required: true, max: 200, listed: true },
  /** 已核对: false shows "please check". */
  confirmed: { kind: 'flag', required: true, initial: false, listed: true },
});
