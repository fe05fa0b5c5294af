import { inspectionFields, repeatRuleFields } from '../../features/inspection/inspection.fields.ts';
import { recordText } from './record-texts.ts';
import { vehicleKindNames } from './vehicle.text.ts';

/** What a check is for, in words. */
export const checkPurposeNames = {
  'zh-CN': {
    arrival: '入库 PDI',
    departure: '出库 PDI',
    quality: '质量 PDI',
    preparation: '车辆准备',
    ceremony: '交车仪式',
    self: '自检',
    peer: '互检',
    final: '终检',
  },
  en: {
    arrival: 'Arrival PDI',
    departure: 'Departure PDI',
    quality: 'Quality PDI',
    preparation: 'Preparation',
    ceremony: 'Ceremony',
    self: 'Self check',
    peer: 'Peer check',
    final: 'Final check',
  },
} as const;

/** 检查 checks; fields and choices follow shared/features/inspection/inspection.fields.ts. */
export const inspectionText = recordText(
  inspectionFields,
  {
    one: '检查',
    many: '检查记录',
    empty: '还没有检查记录。到“检查”页面开始第一台车的入库 PDI。',
    fields: {
      number: '编号',
      purpose: '检查类别',
      state: '结果',
      vin: '车架号(VIN)',
      plate: '车牌',
      stockId: '库存车',
      repairId: '维修工单',
      checklistId: '检查表',
      edition: '版次',
      round: '轮次',
      previousId: '复检的检查',
      startedOn: '开始日期',
      startedById: '开始人',
      finishedOn: '签字日期',
      finishedAt: '签字时间',
      finishedById: '签字人',
      odometerKm: '里程(公里)',
      itemCount: '项目数',
      ngCount: '不合格项',
      note: '备注',
      voidReason: '作废原因',
    },
    choices: {
      purpose: checkPurposeNames['zh-CN'],
      state: { open: '进行中', passed: '合格', failed: '不合格', void: '作废' },
    },
  },
  {
    one: 'check',
    many: 'Checks',
    empty: 'No checks yet. Begin with the arrival PDI of a vehicle on the page Checks.',
    fields: {
      number: 'Number',
      purpose: 'Kind of check',
      state: 'Result',
      vin: 'VIN',
      plate: 'Plate',
      stockId: 'Stock vehicle',
      repairId: 'Repair order',
      checklistId: 'Check list',
      edition: 'Edition',
      round: 'Round',
      previousId: 'Re-inspection of',
      startedOn: 'Begun on',
      startedById: 'Begun by',
      finishedOn: 'Signed on',
      finishedAt: 'Signed at',
      finishedById: 'Signed by',
      odometerKm: 'Odometer (km)',
      itemCount: 'Items',
      ngCount: 'Not OK',
      note: 'Note',
      voidReason: 'Why void',
    },
    choices: {
      purpose: checkPurposeNames.en,
      state: { open: 'Open', passed: 'Passed', failed: 'Failed', void: 'Void' },
    },
  },
);

/** 在库复检规则 rules by which a check of a vehicle in stock is repeated. */
export const repeatRuleText = recordText(
  repeatRuleFields,
  {
    one: '在库复检规则',
    many: '在库复检规则',
    empty: '没有规则：合格的检查一直有效。',
    fields: {
      purpose: '检查类别',
      vehicleKind: '车辆种类',
      afterDays: '有效天数',
      validFrom: '生效日期',
      validTo: '失效日期',
      source: '依据',
      confirmed: '已核对',
    },
    choices: {
      purpose: { arrival: '入库 PDI', departure: '出库 PDI', quality: '质量 PDI' },
      vehicleKind: vehicleKindNames['zh-CN'],
    },
  },
  {
    one: 'repeat rule',
    many: 'Repeat rules',
    empty: 'No rule: a passed check counts for ever.',
    fields: {
      purpose: 'Kind of check',
      vehicleKind: 'Kind of vehicle',
      afterDays: 'Good for days',
      validFrom: 'Valid from',
      validTo: 'Valid to',
      source: 'Source',
      confirmed: 'Confirmed',
    },
    choices: {
      purpose: { arrival: 'Arrival PDI', departure: 'Departure PDI', quality: 'Quality PDI' },
      vehicleKind: vehicleKindNames.en,
    },
  },
);
