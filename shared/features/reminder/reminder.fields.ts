import { fieldsOf } from '../../kernel/field.ts';
import { vehicleKinds, vehicleUses } from '../vehicle/vehicle.fields.ts';

/** Reminders that are made out of a vehicle's row, and birthdays. Their order is that of the row: add none here. */
export const vehicleReminderKinds = [
  'annualTest', // 安全技术检验
  'compulsoryInsurance', // 交强险
  'commercialInsurance', // 商业险
  'secondMaintenance', // 二级维护
  'transportPermit', // 道路运输证
  'technicalGrade', // 技术等级评定
  'firstService', // 首保
  'regularService', // 定保
  'lostCustomer', // 流失: days since the last visit
  'warrantyEnd', // 质保到期
  'freeInspection', // 按车龄免费检测
  'repairWarrantyEnd', // 维修质保到期
  'birthday', // 生日
  'milestone', // 购车纪念日
  'purchaseTax', // 购置税
] as const;
export type VehicleReminderKind = (typeof vehicleReminderKinds)[number];

/** 提醒事项 what a customer is reminded of, domain rules §3. Stored with calls by name and numbered by place: add at the end only. */
export const reminderKinds = [
  ...vehicleReminderKinds,
  'memberPoints', // 积分到期
  'memberBonus', // 赠送金到期
  'memberUnits', // 券、套餐、期限卡到期
  'memberYears', // 入会周年
  'memberTier', // 等级将降
  'campaign', // 活动: campaigns and triggers that are open for the customer
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Kinds whose due day stands in the papers of the vehicle, in the order of the engine's array of stated days. */
export const statedKinds = [
  'annualTest',
  'compulsoryInsurance',
  'commercialInsurance',
  'secondMaintenance',
  'transportPermit',
  'technicalGrade',
] as const satisfies readonly ReminderKind[];
export type StatedKind = (typeof statedKinds)[number];

/** Field of the vehicle that holds the stated due day of a kind. */
export const statedFieldOf = {
  annualTest: 'annualTestDueOn',
  compulsoryInsurance: 'compulsoryInsuranceDueOn',
  commercialInsurance: 'commercialInsuranceDueOn',
  secondMaintenance: 'secondMaintenanceDueOn',
  transportPermit: 'transportPermitDueOn',
  technicalGrade: 'technicalGradeDueOn',
} as const satisfies Record<StatedKind, string>;

/** A rule is for one kind of vehicle, for all trucks (`truck`: light to tractor), or, empty, for every vehicle. */
export const ruleVehicleKinds = ['truck', ...vehicleKinds] as const;

/**
 * 提醒规则: a dated row of the table by kind, mass, use and age of vehicle. Ages are months since registration on the due
 * day, masses 总质量; `above` is outside, `up to` inside.
 */
export const reminderRuleFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  nameEn: { kind: 'text', max: 60, searched: true },
  kind: { kind: 'choice', choices: reminderKinds, required: true, initial: 'annualTest', listed: true },
  vehicleKind: { kind: 'choice', choices: ruleVehicleKinds, listed: true },
  use: { kind: 'choice', choices: vehicleUses, listed: true },
  aboveMassKg: { kind: 'integer' },
  upToMassKg: { kind: 'integer', min: 1 },
  aboveAgeMonths: { kind: 'integer', listed: true },
  upToAgeMonths: { kind: 'integer', min: 1, listed: true },
  /** The period from the day it was done (or bought, registered, last visited): months or days, and kilometres beside them. */
  everyMonths: { kind: 'integer', min: 1, listed: true },
  everyDays: { kind: 'integer', min: 1, listed: true },
  everyKm: { kind: 'integer', min: 1, listed: true },
  /** 日均里程 where neither the vehicle nor its repair orders tell it. */
  usualDailyKm: { kind: 'integer', min: 1 },
  /** May be done so many months before the due day. */
  earlyMonths: { kind: 'integer' },
  /** Customers are called from so many days before the due day on. */
  leadDays: { kind: 'integer', required: true, initial: 30, listed: true },
  /** The window ends so many days after the due day, or with this month of the period; neither: open until it is done. */
  openDays: { kind: 'integer' },
  untilMonths: { kind: 'integer', min: 1 },
  /** Days until the same reason is called about again. */
  repeatDays: { kind: 'integer', required: true, min: 1, initial: 30, listed: true },
  /** 预估价值 what the store stands to earn when the customer comes; ranks the call list. */
  valueFen: { kind: 'money', required: true, initial: 0, listed: true },
  /** 起提醒金额: of points, bonus and vouchers that expire in the window, less than this together is not worth a call. */
  minWorthFen: { kind: 'money' },
  /** 话术; 〔客户〕〔车牌〕〔到期日〕〔金额〕〔我〕〔门店〕 stand for names, 〔customer〕〔plate〕〔due〕〔amount〕〔me〕〔store〕 in English. */
  script: { kind: 'note', max: 2000 },
  scriptEn: { kind: 'note', max: 2000 },
  /** 已启用: switched on after its preview, and off by itself when a condition changes. */
  active: { kind: 'flag', required: true, computed: true, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', required: true, max: 200, listed: true, searched: true },
  /** false is shown as 请核对. */
  confirmed: { kind: 'flag', required: true, initial: false, listed: true },
});

export const donePlaces = ['here', 'elsewhere'] as const; // 本店 / 外店
export type DonePlace = (typeof donePlaces)[number];

/** 已办记录: a thing of a vehicle that was done on a day; its next period starts from that day. */
export const reminderDoneFields = fieldsOf({
  vehicleId: { kind: 'reference', refers: 'vehicle', required: true, computed: true, listed: true },
  kind: {
    kind: 'choice',
    choices: vehicleReminderKinds,
    required: true,
    initial: 'annualTest',
    computed: true,
    listed: true,
  },
  doneOn: { kind: 'day', required: true, computed: true, listed: true },
  place: {
    kind: 'choice',
    choices: donePlaces,
    required: true,
    initial: 'here',
    computed: true,
    listed: true,
  },
  odometerKm: { kind: 'integer', computed: true, listed: true },
  /** Who told it, e.g. the customer by telephone, a certificate, another workshop's invoice. */
  source: { kind: 'text', max: 100, computed: true, listed: true },
  personId: { kind: 'reference', refers: 'person', computed: true, listed: true },
});

/** 通话结果 in the three groups of domain rules §3: reached, not reached, void. */
export const callCodes = [
  'willing', // 有意向
  'booked', // 已预约
  'mileageShort', // 里程未到
  'awayFromHere', // 异地使用
  'hungUp', // 拒接
  'noSuchNumber', // 空号
  'poweredOff', // 关机
  'suspended', // 停机
  'noAnswer', // 无应答
  'refused', // 明确拒绝
  'transferred', // 车辆转让
  'givenAway', // 转赠
  'insuredElsewhere', // 已在别处投保
] as const;
export type CallCode = (typeof callCodes)[number];
export const callGroups = ['reached', 'notReached', 'void'] as const;
export type CallGroup = (typeof callGroups)[number];

/** 邀约记录: what came of a call about what falls due; the talk itself is the follow-up that it names. */
export const reminderCallFields = fieldsOf({
  customerId: { kind: 'reference', refers: 'customer', required: true, computed: true, listed: true },
  followUpId: { kind: 'reference', refers: 'followUp', required: true, computed: true, listed: true },
  personId: { kind: 'reference', refers: 'person', required: true, computed: true, listed: true },
  happenedOn: { kind: 'day', required: true, computed: true, listed: true },
  code: {
    kind: 'choice',
    choices: callCodes,
    required: true,
    initial: 'willing',
    computed: true,
    listed: true,
  },
  nextOn: { kind: 'day', computed: true, listed: true },
  /** The rule whose script was read. */
  reminderRuleId: { kind: 'reference', refers: 'reminderRule', computed: true, listed: true },
});

const appointmentStates = ['booked', 'cancelled'] as const;

/** 预约 of a bay in an hour. Whether the customer came is told by the repair orders and not stored. */
export const reminderAppointmentFields = fieldsOf({
  customerId: { kind: 'reference', refers: 'customer', required: true, computed: true, listed: true },
  vehicleId: { kind: 'reference', refers: 'vehicle', computed: true, listed: true },
  onDay: { kind: 'day', required: true, computed: true, listed: true },
  hour: { kind: 'integer', required: true, computed: true, listed: true },
  state: {
    kind: 'choice',
    choices: appointmentStates,
    required: true,
    initial: 'booked',
    computed: true,
    listed: true,
  },
  reminderCallId: { kind: 'reference', refers: 'reminderCall', computed: true },
  personId: { kind: 'reference', refers: 'person', computed: true, listed: true },
  note: { kind: 'note', max: 500, computed: true, listed: true },
});

const capacityDays = ['workday', 'saturday', 'sunday'] as const; // 周一至周五 / 周六 / 周日

/** 预约工位: bays that customers may be promised in each hour of such days. */
export const reminderCapacityFields = fieldsOf({
  weekday: { kind: 'choice', choices: capacityDays, required: true, initial: 'workday', listed: true },
  fromHour: { kind: 'integer', required: true, initial: 8, listed: true },
  toHour: { kind: 'integer', required: true, initial: 18, listed: true },
  bays: { kind: 'integer', required: true, initial: 4, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', required: true, max: 200, listed: true },
  confirmed: { kind: 'flag', required: true, initial: false, listed: true },
});
