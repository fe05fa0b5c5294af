import { fieldsOf } from '../../kernel/field.ts';

/** 三包计数规则 thresholds of the day counts for family cars and pick-ups, see domain rules §3 and §6. Never for trucks. */
export const lemonRuleFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  /** 累计修理天数: replacement or return when repairs took more days than these. */
  totalDays: { kind: 'integer', required: true, min: 1, listed: true },
  /** 同一质量问题: replacement or return when it was repaired more often than this. */
  sameFaultTimes: { kind: 'integer', required: true, min: 1, listed: true },
  /** 备用车: due from this day of one repair on. */
  spareFromDay: { kind: 'integer', required: true, min: 1, listed: true },
  /** 三包有效期, whichever ends first. */
  periodMonths: { kind: 'integer', required: true, min: 1, listed: true },
  periodKm: { kind: 'integer', required: true, min: 1, listed: true },
  /** Day of purchase from which on the row counts. */
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', max: 200, listed: true, searched: true },
  /** false is shown as 请核对. */
  confirmed: { kind: 'flag', required: true, initial: true, listed: true },
  note: { kind: 'note', max: 1000 },
});
