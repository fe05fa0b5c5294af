import type { Language } from '../../kernel/language.ts';
import type { Indicator } from './goal.fields.ts';

/** Names of the seven indicators that goals can be registered for: the same in the library, in lists and on paper. */
export const goalIndicatorNames: Readonly<Record<Indicator, Readonly<Record<Language, string>>>> = {
  orders: { 'zh-CN': '订单台数', en: 'Orders' },
  deliveries: { 'zh-CN': '交车台数', en: 'Deliveries' },
  leads: { 'zh-CN': '新增线索', en: 'Leads' },
  serviceVisits: { 'zh-CN': '入厂台次', en: 'Service visits' },
  serviceRevenue: { 'zh-CN': '售后产值', en: 'Service revenue' },
  cashIn: { 'zh-CN': '现金收入', en: 'Cash in' },
  receivablesCollected: { 'zh-CN': '应收回款', en: 'Receivables collected' },
};

/** The same in one language, as choices of a field. */
export const indicatorChoices = (language: Language): Readonly<Record<Indicator, string>> => ({
  orders: goalIndicatorNames.orders[language],
  deliveries: goalIndicatorNames.deliveries[language],
  leads: goalIndicatorNames.leads[language],
  serviceVisits: goalIndicatorNames.serviceVisits[language],
  serviceRevenue: goalIndicatorNames.serviceRevenue[language],
  cashIn: goalIndicatorNames.cashIn[language],
  receivablesCollected: goalIndicatorNames.receivablesCollected[language],
});
