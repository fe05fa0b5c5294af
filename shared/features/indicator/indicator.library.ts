import { goalIndicatorNames } from '../goal/goal-indicator-names.ts';
import { indicatorDefinitions } from '../meeting/meeting.definitions.ts';
import type { ListFilter } from '../../rpc/record.contract.ts';
import type {
  Band,
  CountReader,
  Direction,
  IndicatorDefinition,
  Named,
  StateReader,
  SumPart,
  Working,
} from './indicator.definition.ts';
import type { IndicatorUnit } from './indicator.exact.ts';

/**
 * The indicators that come with the program; those of domain rules §9 with the definition that this store's figures follow,
 * since sources differ on details. A changed definition gets a new version.
 */

const both = (chinese: string, english: string): Named => ({ 'zh-CN': chinese, en: english });
const nothing = both('', '');
const own = both('本店经营数据', "The store's own records");
const trade = both('行业通用口径（售后经营指标）', 'Common practice of the trade (service indicators)');
const vehicles = both('台', 'vehicles');
const visits = both('台次', 'visits');
const customers = both('人', 'customers');
const leadCount = both('条', 'leads');
const lines = both('行', 'lines');

const is = (field: string, value: string | boolean): ListFilter => ({ field, operator: 'is', value });
const isNot = (field: string, value: string): ListFilter => ({ field, operator: 'isNot', value });
const notCancelled = isNot('state', 'cancelled');
const notInternal = isNot('type', 'internal');

/** One of the seven that the weekly meeting shows, with whose figure a row is. */
const ofMeeting = (key: keyof typeof indicatorDefinitions, person?: string): SumPart => {
  const { unit: _unit, ...part } = indicatorDefinitions[key];
  return person === undefined ? part : { ...part, person };
};

type Given = {
  readonly unit?: IndicatorUnit;
  readonly unitName?: Named;
  readonly direction?: Direction;
  readonly exclusions?: Named;
  readonly source?: Named;
  readonly bands?: readonly Band[];
  readonly part?: boolean;
  readonly whyTyped?: Named;
  readonly version?: number;
};

const define = (
  key: string,
  name: Named,
  working: Working,
  formula: Named,
  given: Given = {},
): IndicatorDefinition => ({
  key,
  version: given.version ?? 1,
  name,
  unit: given.unit ?? 'count',
  unitName: given.unitName ?? nothing,
  direction: given.direction ?? 'more',
  working,
  formula,
  whyTyped: given.whyTyped ?? nothing,
  exclusions: given.exclusions ?? nothing,
  source: given.source ?? own,
  bands: given.bands ?? [],
  part: given.part ?? false,
  validFrom: '2020-01-01',
  validTo: null,
  recordId: null,
});

const sum = (...parts: readonly SumPart[]): Working => ({ kind: 'sum', parts });
const state = (reader: StateReader): Working => ({ kind: 'state', reader });
const count = (reader: CountReader): Working => ({ kind: 'count', reader });
const typed = (of: 'flow' | 'state' = 'flow'): Working => ({ kind: 'typed', of });
/** Typed by hand, and from the records where nobody has. */
const typedElse = (otherwise: string): Working => ({ kind: 'typed', of: 'flow', otherwise });
const ratio = (over: string, under: string): Working => ({ kind: 'ratio', over, under });
const byHand = both('手工填报', 'Typed by hand');
const repairExclusions = both('作废和内部工单不计', 'Void and internal orders not counted');

const sales: readonly IndicatorDefinition[] = [
  define('orders', goalIndicatorNames.orders, sum(ofMeeting('orders', 'consultantId')), both('期内签订的订单台数', 'Vehicles ordered in the period'), { unitName: vehicles, exclusions: both('退订的不计', 'Cancelled orders not counted') }),
  define('deliveries', goalIndicatorNames.deliveries, sum(ofMeeting('deliveries', 'consultantId')), both('期内交给客户的台数', 'Vehicles handed to customers in the period'), { unitName: vehicles, exclusions: both('退订的不计', 'Cancelled orders not counted') }),
  define('salesRevenue', both('销售额', 'Sales revenue'), sum({ ...ofMeeting('deliveries', 'consultantId'), measure: 'totalFen' }), both('期内交车订单的总价', 'Totals of the orders delivered in the period'), { unit: 'fen', exclusions: both('退订的不计', 'Cancelled orders not counted') }),
  define('leads', goalIndicatorNames.leads, sum(ofMeeting('leads', 'consultantId')), both('期内到店、来电、网络线索', 'Leads that arrived in the period'), { unitName: leadCount }),
  define('leadsWon', both('成交线索', 'Leads won'), sum({ ...ofMeeting('leads', 'consultantId'), counted: [is('state', 'won')] }), both('期内新增线索中已成交的', 'Leads of the period that were won since'), { unitName: leadCount, part: true }),
  define('leadConversion', both('线索成交率', 'Lead conversion'), ratio('leadsWon', 'leads'), both('成交线索 ÷ 新增线索', 'Leads won ÷ leads'), { unit: 'basisPoints' }),
  define('ordersCancelled', both('退订台数', 'Orders cancelled'), sum({ ...ofMeeting('orders', 'consultantId'), counted: [is('state', 'cancelled')] }), both('期内签订、后来退订的台数', 'Vehicles ordered in the period and cancelled since'), { unitName: vehicles, direction: 'less' }),
  define('ordersSigned', both('签订台数', 'Orders signed'), sum({ ...ofMeeting('orders', 'consultantId'), counted: [] }), both('期内签订的订单台数，含退订', 'Vehicles ordered in the period, cancelled ones too'), { unitName: vehicles, part: true }),
  define('orderFallOut', both('订单流失率', 'Order fall-out'), ratio('ordersCancelled', 'ordersSigned'), both('退订台数 ÷ 签订台数', 'Orders cancelled ÷ orders signed'), { unit: 'basisPoints', direction: 'less' }),
  define('stockHeld', both('库存台数', 'Vehicles in stock'), state('stockHeld'), both('期末在库车辆', 'Vehicles in stock at the end of the period'), { unitName: vehicles, direction: 'less' }),
  define('stockAged', both('长库龄台数', 'Aged stock'), state('stockAged'), both('期末库龄超过最后一档（初始 90 天）的车辆', 'Vehicles older than the last age limit (at first 90 days)'), { unitName: vehicles, direction: 'less', source: trade }),
  define('stockAgedShare', both('长库龄占比', 'Share of aged stock'), ratio('stockAged', 'stockHeld'), both('长库龄台数 ÷ 库存台数', 'Aged stock ÷ vehicles in stock'), { unit: 'basisPoints', direction: 'less', source: trade }),
]; // prettier-ignore

const service: readonly IndicatorDefinition[] = [
  define('serviceVisits', goalIndicatorNames.serviceVisits, sum(ofMeeting('serviceVisits', 'adviserId')), both('期内进厂的工单', 'Repair orders checked in during the period'), { unitName: visits, exclusions: repairExclusions, source: trade }),
  define('serviceRevenue', goalIndicatorNames.serviceRevenue, sum(ofMeeting('serviceRevenue', 'adviserId')), both('期内交车（结算）工单的总额', 'Totals of repair orders handed over in the period'), { unit: 'fen', exclusions: repairExclusions, source: trade }),
  define('revenuePerVisit', both('单车产值', 'Revenue per visit'), ratio('serviceRevenue', 'serviceVisits'), both('售后产值 ÷ 入厂台次', 'Service revenue ÷ service visits'), { unit: 'fen', source: trade }),
  define('accidentRevenue', both('事故车产值', 'Accident revenue'), sum(
    { ...ofMeeting('serviceRevenue', 'adviserId'), counted: [notCancelled, notInternal, is('payer', 'insurer')] },
    { ...ofMeeting('serviceRevenue', 'adviserId'), counted: [notCancelled, is('type', 'accident'), isNot('payer', 'insurer')] },
  ), both('保险付款的工单 + 其余事故（钣喷）工单', 'Orders paid by insurers + other accident (body and paint) orders'), { unit: 'fen', exclusions: repairExclusions, source: trade }),
  define('accidentShare', both('事故车产值占比', 'Share of accident revenue'), ratio('accidentRevenue', 'serviceRevenue'), both('（保险付款 + 钣喷）÷ 售后产值', '(paid by insurers + body and paint) ÷ service revenue'), { unit: 'basisPoints', source: trade }),
  define('serviceMargin', both('售后产值减配件成本', 'Service revenue less parts'), { kind: 'formula', text: 'serviceRevenue - partsCost' }, both('售后产值 − 配件成本；技师工资算营业费用', "Service revenue − cost of parts; technicians' pay is an operating expense"), { unit: 'fen', exclusions: repairExclusions, part: true }),
  define('afterSalesGrossProfit', both('售后毛利', 'After-sales gross profit'), typedElse('serviceMargin'), both('财务填报；没有填报的，按售后产值 − 配件成本', "The accountant's figure; where none is typed, service revenue − cost of parts"), { unit: 'fen', source: trade, version: 2, whyTyped: both('工单按含税售价记，毛利以财务账为准', 'Repair orders hold prices with tax; the books have the profit') }),
  define('expensesPaid', both('已付费用', 'Expenses paid'), sum({ ...ofMeeting('cashIn'), counted: [is('direction', 'out'), { field: 'category', operator: 'oneOf', value: ['salary', 'rent', 'marketing', 'other'] }] }), both('期内付出的工资、房租、市场和其他费用', 'Pay, rent, marketing and other expenses paid in the period'), { unit: 'fen', direction: 'less', part: true, exclusions: both('购车、购件、税费、退定金等不计', 'Vehicles, parts, taxes and deposits not counted') }),
  define('operatingExpenses', both('营业费用', 'Operating expenses'), typedElse('expensesPaid'), both('财务填报；没有填报的，按现金流水里已付的工资、房租、市场和其他费用', "The accountant's figure; where none is typed, pay, rent, marketing and other expenses by the cash movements"), { unit: 'fen', direction: 'less', source: trade, version: 2, whyTyped: both('折旧、摊销和应付未付只在财务账里', 'Depreciation and what is owed but not paid stand in the books alone') }),
  define('absorptionRate', both('零服吸收率', 'Absorption rate'), ratio('afterSalesGrossProfit', 'operatingExpenses'), both('售后毛利 ÷ 营业费用', 'After-sales gross profit ÷ operating expenses'), { unit: 'basisPoints', source: trade, bands: [
    { from: -9_000_000_000, tone: 'poor', name: both('不及格', 'not passed') },
    { from: 6_000, tone: 'fair', name: both('及格', 'passed') },
    { from: 8_000, tone: 'good', name: both('较好', 'fair') },
    { from: 10_000, tone: 'good', name: both('优秀', 'very good') },
  ] }),
  define('partsCost', both('配件成本', 'Cost of parts'), typed(), both('手工填报：当月出库配件成本', 'Typed by hand: cost of the parts issued'), { unit: 'fen', direction: 'less', part: true, source: trade, whyTyped: both('工单上的配件是售价，没有成本', 'Repair orders hold the price of a part, not its cost') }),
  define('partsStock', both('配件库存', 'Stock of parts'), typed('state'), both('手工填报：期末配件库存金额', 'Typed by hand: value of the parts in stock'), { unit: 'fen', direction: 'range', part: true, source: trade, whyTyped: both('配件库存在配件系统里，不在本程序', 'The parts system keeps them, not this program') }),
  define('partsTurnover', both('备件周转', 'Parts turnover'), { kind: 'ratio', over: 'partsCost', overMonths: 12, under: 'partsStock' }, both('近 12 个月配件成本 ÷ 期末库存', "Twelve months' cost of parts ÷ stock"), { unit: 'hundredths', unitName: both('次', 'times'), source: trade }),
  define('partsSupplyMonths', both('库存供应月数', 'Months of supply'), { kind: 'ratio', over: 'partsStock', under: 'partsCost', underMonths: 12, underShare: 12 }, both('期末库存 ÷ 近 12 个月平均月配件成本', "Stock ÷ an average month's cost of parts"), { unit: 'hundredths', unitName: both('个月', 'months'), direction: 'range', source: trade, bands: [
    { from: 0, tone: 'poor', name: both('偏低', 'low') },
    { from: 250, tone: 'good', name: both('合理', 'sound') },
    { from: 451, tone: 'poor', name: both('偏高', 'high') },
  ] }),
  define('partLinesAsked', both('零件需求行数', 'Part lines asked'), typed(), byHand, { unitName: lines, part: true, source: trade, whyTyped: both('工单只记用上的配件，不记要过而没有的', 'Repair orders hold the parts used, not those that were asked for and missing') }),
  define('partLinesFilled', both('零件满足行数', 'Part lines filled'), typed(), byHand, { unitName: lines, part: true, source: trade, whyTyped: both('工单只记用上的配件，不记要过而没有的', 'Repair orders hold the parts used, not those that were asked for and missing') }),
  define('partFillRate', both('零件满足率', 'Parts fill rate'), ratio('partLinesFilled', 'partLinesAsked'), both('库存直接满足的行数 ÷ 需求行数', 'Lines filled from stock ÷ lines asked'), { unit: 'basisPoints', source: trade, bands: [
    { from: 0, tone: 'poor', name: both('偏低', 'low') },
    { from: 9_000, tone: 'fair', name: both('合理', 'sound') },
    { from: 9_500, tone: 'good', name: both('优秀', 'very good') },
  ] }),
]; // prettier-ignore

const visitRule = both(
  '作废、内部工单和没有客户的工单不计',
  'Void and internal orders, and orders without a customer',
);
const customerCare: readonly IndicatorDefinition[] = [
  define('customersA', both('A 类客户', 'Customers A'), count('customersA'), both('12 个月内到店 4 次以上', 'Four visits or more in 12 months'), { unitName: customers, exclusions: visitRule, source: trade }),
  define('customersB', both('B 类客户', 'Customers B'), count('customersB'), both('12 个月内到店 2–3 次', 'Two or three visits in 12 months'), { unitName: customers, exclusions: visitRule, source: trade }),
  define('customersC', both('C 类客户', 'Customers C'), count('customersC'), both('12 个月内到店 1 次', 'One visit in 12 months'), { unitName: customers, exclusions: visitRule, source: trade }),
  define('customersD', both('D 类客户', 'Customers D'), count('customersD'), both('以前来过、12 个月内没有到店', 'Came before, no visit in 12 months'), { unitName: customers, direction: 'less', exclusions: visitRule, source: trade }),
  define('visitorsLastYear', both('去年同期客户', 'Customers of last year'), count('visitorsLastYear'), both('去年同期到店的客户', 'Customers of the same period last year'), { unitName: customers, part: true, exclusions: visitRule, source: trade }),
  define('visitorsLost', both('流失客户', 'Customers lost'), count('visitorsLost'), both('去年同期到店、此后 12 个月没有再来', 'Customers of the same period last year who did not return in 12 months'), { unitName: customers, part: true, direction: 'less', exclusions: visitRule, source: trade }),
  define('lossRate', both('客户流失率', 'Customer loss rate'), ratio('visitorsLost', 'visitorsLastYear'), both('流失客户 ÷ 去年同期客户', 'Customers lost ÷ customers of the same period last year'), { unit: 'basisPoints', direction: 'less', exclusions: visitRule, source: trade }),
  define('visitors12', both('近 12 个月客户', 'Visitors in 12 months'), count('visitors12'), both('第 1–12 个月到店的客户', 'Visitors of months 1–12'), { unitName: customers, part: true, exclusions: visitRule, source: trade }),
  define('visitors36', both('近 36 个月客户', 'Visitors in 36 months'), count('visitors36'), both('第 1–36 个月到店的客户', 'Visitors of months 1–36'), { unitName: customers, part: true, exclusions: visitRule, source: trade }),
  define('retentionRate', both('客户保持率', 'Retention rate'), ratio('visitors12', 'visitors36'), both('近 12 个月客户 ÷ 近 36 个月客户', 'Visitors of months 1–12 ÷ visitors of months 1–36'), { unit: 'basisPoints', exclusions: visitRule, source: trade }),
  define('customersAway', both('久未回厂客户', 'Customers away'), count('customersAway'), both('期初时最后一次到店在 13–24 个月以前', 'Last visit 13–24 months before the period'), { unitName: customers, part: true, exclusions: visitRule, source: trade }),
  define('customersBack', both('流失后回厂客户', 'Customers back'), count('customersBack'), both('久未回厂客户中期内回厂的', 'Those of them who returned in the period'), { unitName: customers, part: true, exclusions: visitRule, source: trade }),
  define('lostReturnRate', both('流失客户回厂率', 'Return rate of lost customers'), ratio('customersBack', 'customersAway'), both('流失后回厂客户 ÷ 久未回厂客户', 'Customers back ÷ customers away'), { unit: 'basisPoints', exclusions: visitRule, source: trade }),
  define('remindersDue', both('应提醒客户', 'Reminders due'), typed(), both('手工填报：提醒名单上的客户，每人每月计一次', 'Typed by hand: customers on the list of reminders; a person counts once a month'), { unitName: customers, part: true, source: trade, whyTyped: both('车辆只记下一次到期日，办过就改写，过去一期该提醒谁推不出来', 'A vehicle holds its next due day only, so who was due in an earlier period cannot be told') }),
  ...(
    [
      ['remindersCalled', '已提醒客户', 'Reminders called', '期内用电话或信息提醒过的客户', 'Customers called or sent a message in the period'],
      ['remindersReached', '接通客户', 'Reminders reached', '其中接通的', 'Those of them who were reached'],
      ['remindersWilling', '有意向客户', 'Reminders willing', '其中有意向的', 'Those of them who were willing'],
      ['remindersReturned', '提醒后回厂客户', 'Reminders returned', '已提醒客户中，提醒当天起到当月底回厂的', 'Customers called who came by the end of that month'],
    ] as const
  ).map(([key, chinese, english, words, inEnglish]) => define(key, both(chinese, english), count(key), both(`${words}；每人每月计一次`, `${inEnglish}; a person counts once a month`), { unitName: customers, part: true, exclusions: key === 'remindersReturned' ? both('交车回访、作废和内部工单不计', 'Calls after a delivery, void and internal orders') : both('交车回访不计', 'Calls after a delivery'), source: trade, version: 2 })),
  define('reminderRate', both('提醒率', 'Reminder rate'), ratio('remindersCalled', 'remindersDue'), both('已提醒 ÷ 应提醒', 'Called ÷ due'), { unit: 'basisPoints', source: trade }),
  define('reachRate', both('接通率', 'Reach rate'), ratio('remindersReached', 'remindersDue'), both('接通 ÷ 应提醒', 'Reached ÷ due'), { unit: 'basisPoints', source: trade }),
  define('willingRate', both('意向率', 'Willing rate'), ratio('remindersWilling', 'remindersDue'), both('有意向 ÷ 应提醒', 'Willing ÷ due'), { unit: 'basisPoints', source: trade }),
  define('returnRate', both('回厂率', 'Return rate'), ratio('remindersReturned', 'remindersCalled'), both('提醒后回厂 ÷ 当月已提醒', 'Returned ÷ called in the month'), { unit: 'basisPoints', source: trade }),
  define('policiesExpired', both('到期保单', 'Policies expired'), typed(), both('手工填报：期内到期的在册客户保单', 'Typed by hand: policies of known customers that expired'), { unitName: both('单', 'policies'), part: true, source: trade, whyTyped: both('车辆只记现在的保险到期日，不记在哪里续保', 'A vehicle holds its present due day, not where it was renewed') }),
  define('policiesRenewed', both('本店续保', 'Policies renewed here'), typed(), both('手工填报：其中在本店续保的', 'Typed by hand: those of them renewed here'), { unitName: both('单', 'policies'), part: true, source: trade, whyTyped: both('车辆只记现在的保险到期日，不记在哪里续保', 'A vehicle holds its present due day, not where it was renewed') }),
  define('renewalRate', both('续保率', 'Renewal rate'), ratio('policiesRenewed', 'policiesExpired'), both('本店续保 ÷ 期内到期保单', 'Renewed here ÷ expired in the period'), { unit: 'basisPoints', source: trade }),
]; // prettier-ignore

const quality: readonly IndicatorDefinition[] = [
  define('checkedRepairs', both('终检工单', 'Orders checked'), count('checkedRepairs'), both('期内终检合格的工单', 'Orders whose final check passed in the period'), { unitName: visits, part: true, source: trade }),
  define('firstPassRepairs', both('一次合格工单', 'Orders passed at once'), count('firstPassRepairs'), both('其中没有返工的', 'Those of them without rework'), { unitName: visits, part: true, source: trade }),
  define('firstPassRate', both('一次合格率', 'First-pass rate'), ratio('firstPassRepairs', 'checkedRepairs'), both('一次合格工单 ÷ 终检工单', 'Orders passed at once ÷ orders checked'), { unit: 'basisPoints', source: trade }),
  define('vehiclesLeft', both('离店车辆', 'Vehicles that left'), count('vehiclesLeft'), both('期内离店的车辆', 'Vehicles that left in the period'), { unitName: vehicles, part: true }),
  define('vehiclesCovered', both('三检齐全车辆', 'Vehicles with all checks'), count('vehiclesCovered'), both('其中三次检查都合格的', 'Those of them with all three checks passed'), { unitName: vehicles, part: true }),
  define('coverageRate', both('三检覆盖率', 'Check coverage'), ratio('vehiclesCovered', 'vehiclesLeft'), both('三检齐全车辆 ÷ 离店车辆', 'Vehicles with all checks ÷ vehicles that left'), { unit: 'basisPoints' }),
  define('partLines', both('用料行数', 'Part lines'), count('partLines'), both('期内进厂工单的用料行数', 'Part lines of the orders checked in'), { unitName: lines, part: true }),
  define('originalPartLines', both('原厂件行数', 'Original part lines'), count('originalPartLines'), both('其中原厂件', 'Those of them with original parts'), { unitName: lines, part: true }),
  define('originalRate', both('原厂配件率', 'Original parts'), ratio('originalPartLines', 'partLines'), both('原厂件行数 ÷ 用料行数', 'Original part lines ÷ part lines'), { unit: 'basisPoints' }),
  define('returns', both('返修', 'Returns'), sum({ feature: 'repair', table: 'repair', day: 'checkedInOn', measure: 'rows', counted: [notCancelled, is('isReturn', true)], person: 'technicianId' }), both('期内进厂、已认定为返修的工单', 'Orders checked in that were found to be returns'), { unitName: visits, direction: 'less' }),
  define('complaints', both('投诉', 'Complaints'), sum({ feature: 'complaint', table: 'complaint', day: 'receivedOn', measure: 'rows', counted: [], person: 'aboutId' }), both('期内收到的投诉', 'Complaints received in the period'), { unitName: both('件', 'cases'), direction: 'less' }),
  define('openComplaints', both('未关闭投诉', 'Open complaints'), state('openComplaints'), both('期末未关闭的投诉', 'Complaints open at the end of the period'), { unitName: both('件', 'cases'), direction: 'less' }),
]; // prettier-ignore

const money: readonly IndicatorDefinition[] = [
  define('cashIn', goalIndicatorNames.cashIn, sum(ofMeeting('cashIn')), both('期内全部账户收款', 'Money that came in, all accounts'), { unit: 'fen' }),
  define('cashOut', both('现金支出', 'Cash out'), sum({ ...ofMeeting('cashIn'), counted: [is('direction', 'out')] }), both('期内全部账户付款', 'Money that went out, all accounts'), { unit: 'fen', direction: 'less' }),
  define('receivablesCollected', goalIndicatorNames.receivablesCollected, sum(ofMeeting('receivablesCollected')), both('期内收到的应收款', 'Payments of receivables in the period'), { unit: 'fen' }),
  define('receivablesOpen', both('应收账款', 'Open receivables'), state('receivablesOpen'), both('期末未收的应收款', 'Receivables open at the end of the period'), { unit: 'fen', direction: 'less' }),
  define('receivablesOverdue', both('逾期应收', 'Overdue receivables'), state('receivablesOverdue'), both('期末已过到期日的应收款', 'Receivables past their due day'), { unit: 'fen', direction: 'less' }),
  define('receivablesAged', both('长账龄应收', 'Aged receivables'), state('receivablesAged'), both('期末账龄超过最后一档（初始 90 天）的应收款', 'Receivables older than the last age limit (at first 90 days)'), { unit: 'fen', direction: 'less', source: trade }),
  define('receivablesAgedShare', both('长账龄占比', 'Share of aged receivables'), ratio('receivablesAged', 'receivablesOpen'), both('长账龄应收 ÷ 应收账款', 'Aged ÷ open receivables'), { unit: 'basisPoints', direction: 'less', source: trade }),
  define('peopleInPost', both('在岗人数', 'People in post'), state('peopleInPost'), both('期末在岗人员', 'People in post at the end of the period'), { unitName: both('人', 'people') }),
]; // prettier-ignore

/** Groups of the library in their order. */
export const libraryGroups = ['sales', 'service', 'customer', 'quality', 'money', 'own'] as const;
export type LibraryGroup = (typeof libraryGroups)[number];

export const shippedLibrary: Readonly<Record<Exclude<LibraryGroup, 'own'>, readonly IndicatorDefinition[]>> =
  {
    sales,
    service,
    customer: customerCare,
    quality,
    money,
  };

/** Every shipped definition by its key. */
export const shippedIndicators: ReadonlyMap<string, IndicatorDefinition> = new Map(
  Object.values(shippedLibrary)
    .flat()
    .map((definition) => [definition.key, definition]),
);
