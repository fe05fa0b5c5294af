import type { ImportKindRules } from './import-column.ts';
import type { Right } from '../../rpc/rights.ts';
import { calendarRules } from './kinds/calendar.columns.ts';
import { cashRules } from './kinds/cash.columns.ts';
import { contactRules, followUpRules } from './kinds/contact.columns.ts';
import { customerVehicleRules } from './kinds/customer-vehicle.columns.ts';
import { indicatorEntryRules } from './kinds/indicator-entry.columns.ts';
import { leadRules } from './kinds/lead.columns.ts';
import { orderRules } from './kinds/order.columns.ts';
import { partnerRules } from './kinds/partner.columns.ts';
import { partnerCardRules } from './kinds/partner-card.columns.ts';
import { personRules } from './kinds/person.columns.ts';
import { paymentRules, receivableRules } from './kinds/receivable.columns.ts';
import { repairLineRules, repairPartRules, repairRules } from './kinds/repair.columns.ts';
import { stockRules } from './kinds/stock.columns.ts';

/**
 * What can be imported, and under which headings the dealers' systems write each value. Names are compared after
 * `normalHeading`: no blanks, no brackets with units, lower case. The order of names is the order of preference.
 */

export const importKinds = [
  'customerVehicle', // 客户车辆宽表
  'contact', // 联系人
  'followUp', // 回访记录
  'repair', // 维修工单
  'repairLine', // 维修项目
  'repairPart', // 维修配件
  'stock', // 库存车辆
  'order', // 销售订单
  'lead', // 线索
  'receivable', // 应收
  'payment', // 回款
  'cash', // 现金流水
  'person', // 人员
  'calendar', // 节假日安排
  'indicatorEntry', // 指标填报
  'partner', // 合作商户与协议
  'partnerCard', // 原有合作卡
] as const;
export type ImportKind = (typeof importKinds)[number];

/** Rules of every kind. */
export const importKindRules: Readonly<Record<ImportKind, ImportKindRules>> = {
  customerVehicle: customerVehicleRules,
  contact: contactRules,
  followUp: followUpRules,
  repair: repairRules,
  repairLine: repairLineRules,
  repairPart: repairPartRules,
  stock: stockRules,
  order: orderRules,
  lead: leadRules,
  receivable: receivableRules,
  payment: paymentRules,
  cash: cashRules,
  person: personRules,
  calendar: calendarRules,
  indicatorEntry: indicatorEntryRules,
  partner: partnerRules,
  partnerCard: partnerCardRules,
};

/** 导入 beside the right to import: what only some may write by hand either. */
export const importKindRights: Readonly<Partial<Record<ImportKind, Right>>> = {
  partner: 'partner.write',
  partnerCard: 'partner.write',
};

/** A heading made comparable: no blanks, no text in brackets, no colon or star, lower case. */
export const normalHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replaceAll(/[\s:*＊·_\-/#]/gu, '');
