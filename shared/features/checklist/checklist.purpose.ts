/** What a check is for, in the order in which a vehicle meets them. Domain rules §4, §5. */
export const checkPurposes = [
  'arrival', // 入库 PDI: transport damage, documents, mileage
  'departure', // 出库 PDI: full function
  'quality', // 质量 PDI: independent re-check before the hand-over
  'preparation', // 车辆准备: road test, documents, vehicle
  'ceremony', // 交车仪式
  'self', // 自检 by the technician
  'peer', // 互检 by the team leader
  'final', // 终检 by the inspector
] as const;
export type CheckPurpose = (typeof checkPurposes)[number];

/** 三次 PDI, in order. */
export const pdiPurposes = ['arrival', 'departure', 'quality'] as const satisfies readonly CheckPurpose[];
export type PdiPurpose = (typeof pdiPurposes)[number];

/** 三级质检 after a repair, in order. */
export const repairPurposes = ['self', 'peer', 'final'] as const satisfies readonly CheckPurpose[];
export type RepairPurpose = (typeof repairPurposes)[number];

/** 维修类别 that decides check lists, certificate and warranty of a repair. Domain rules §5. */
export const repairClasses = [
  'minor', // 小修
  'firstMaintenance', // 一级维护
  'secondMaintenance', // 二级维护
  'assembly', // 总成修理
  'whole', // 整车修理
  'special', // 专项修理
] as const;
export type RepairClass = (typeof repairClasses)[number];
