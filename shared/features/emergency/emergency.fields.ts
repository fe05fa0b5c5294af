import { fieldsOf } from '../../kernel/field.ts';

export const emergencyKinds = [
  'fire',
  'batteryFire',
  'injury',
  'roadAccident',
  'powerCut',
  'weather',
  'dataLoss',
  'conflict',
  'publicOpinion',
  'other',
] as const;

/** 应急预案 emergency plan (PL-10). Roles, steps and contacts are lines of their notes. */
export const emergencyFields = fieldsOf({
  name: { kind: 'text', required: true, max: 60, listed: true, searched: true },
  kind: { kind: 'choice', choices: emergencyKinds, required: true, initial: 'other', listed: true },
  /** 启动条件: when the plan begins. */
  trigger: { kind: 'note', required: true, max: 1000 },
  /** 分工: one role a line, `总指挥：总经理`. */
  roles: { kind: 'note', required: true, max: 2000 },
  /** 处置步骤: one step a line, in their order. */
  steps: { kind: 'note', required: true, max: 4000 },
  /** 联系方式: one a line. */
  contacts: { kind: 'note', max: 2000 },
  personId: { kind: 'reference', refers: 'person', listed: true },
  drillMonths: { kind: 'integer', required: true, min: 1, initial: 6 },
  lastDrillOn: { kind: 'day', computed: true, listed: true },
  nextDrillOn: { kind: 'day', computed: true, listed: true },
  reviewMonths: { kind: 'integer', required: true, min: 1, initial: 12 },
  reviewedOn: { kind: 'day', listed: true },
  nextReviewOn: { kind: 'day', computed: true, listed: true },
  /** false is shown as 请核对: shipped steps that nobody has compared with this store. */
  confirmed: { kind: 'flag', required: true, initial: true, listed: true },
  source: { kind: 'text', max: 200 },
  /** The same in English, for who reads English; the Chinese stands in where it is empty. */
  nameEn: { kind: 'text', max: 100, searched: true },
  triggerEn: { kind: 'note', max: 1000 },
  rolesEn: { kind: 'note', max: 2000 },
  stepsEn: { kind: 'note', max: 4000 },
  contactsEn: { kind: 'note', max: 2000 },
  sourceEn: { kind: 'text', max: 200 },
});

export const drillResults = ['passed', 'improve'] as const;

/** 演练 drill of a plan. */
export const emergencyDrillFields = fieldsOf({
  emergencyId: { kind: 'reference', refers: 'emergency', required: true, listed: true },
  drilledOn: { kind: 'day', required: true, listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true },
  participants: { kind: 'integer', listed: true },
  result: { kind: 'choice', choices: drillResults, required: true, initial: 'passed', listed: true },
  findings: { kind: 'note', max: 1000, listed: true },
});
