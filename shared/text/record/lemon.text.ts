import { lemonRuleFields } from '../../features/lemon/lemon.fields.ts';
import { recordText } from './record-texts.ts';

/** 三包计数规则 thresholds of the day counts of 三包. */
export const lemonRuleText = recordText(
  lemonRuleFields,
  {
    one: '三包计数规则',
    many: '三包计数规则',
    empty: '没有三包计数规则，家用车的修理天数不会计数。',
    fields: {
      name: '名称',
      totalDays: '累计修理超过（日）',
      sameFaultTimes: '同一问题修理超过（次）',
      spareFromDay: '备用车从第几日起',
      periodMonths: '三包有效期（月）',
      periodKm: '三包有效里程',
      validFrom: '购车日从',
      validTo: '购车日到',
      source: '来源',
      confirmed: '已核对',
      note: '备注',
    },
    choices: {},
  },
  {
    one: 'rule of three-guarantee counts',
    many: 'Rules of three-guarantee counts',
    empty: 'No rules: days of repair of family cars are not counted.',
    fields: {
      name: 'Name',
      totalDays: 'More days in repair than',
      sameFaultTimes: 'Same fault more often than',
      spareFromDay: 'Spare vehicle from day',
      periodMonths: 'Period in months',
      periodKm: 'Period in km',
      validFrom: 'Bought from',
      validTo: 'Bought until',
      source: 'Source',
      confirmed: 'Checked',
      note: 'Note',
    },
    choices: {},
  },
);
