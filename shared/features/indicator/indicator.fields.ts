import { fieldsOf } from '../../kernel/field.ts';
import { directions } from './indicator.definition.ts';
import { periodKinds } from './indicator-period.rules.ts';

export const levels = ['store', 'department', 'person'] as const;
export type Level = (typeof levels)[number];

/** 自定义指标 an indicator of the store's own: typed by hand, or by a formula over others. A new version is a new row. */
export const indicatorFields = fieldsOf({
  /** The same in every version; what entries and goals name. */
  key: { kind: 'text', required: true, max: 40, computed: true },
  /** 版本 1, 2 … of one key. */
  edition: { kind: 'integer', required: true, computed: true, listed: true },
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  nameEn: { kind: 'text', max: 60, searched: true },
  unit: {
    kind: 'choice',
    choices: ['count', 'fen', 'basisPoints', 'days', 'hundredths'],
    required: true,
    initial: 'count',
    listed: true,
  },
  unitName: { kind: 'text', max: 10 },
  direction: { kind: 'choice', choices: directions, required: true, initial: 'more', listed: true },
  way: {
    kind: 'choice',
    choices: ['flow', 'state', 'formula'],
    required: true,
    initial: 'formula',
    listed: true,
  },
  /** 公式: names of indicators with `+ − × ÷` and parentheses; for the way `formula` only. */
  formula: { kind: 'text', max: 400, listed: true },
  /** 绿线、黄线: see indicator-band.rules. */
  green: { kind: 'text', max: 30 },
  amber: { kind: 'text', max: 30 },
  exclusions: { kind: 'text', max: 200 },
  source: { kind: 'text', required: true, max: 200, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  note: { kind: 'note', max: 1000 },
});

/** 填报 a figure typed by hand for an indicator, a period and a level. Written by its own call. */
export const indicatorEntryFields = fieldsOf({
  indicator: { kind: 'text', required: true, max: 40, computed: true, listed: true },
  periodKind: { kind: 'choice', choices: periodKinds, required: true, computed: true, listed: true },
  period: { kind: 'text', required: true, max: 10, computed: true, listed: true, searched: true },
  level: { kind: 'choice', choices: levels, required: true, computed: true, listed: true },
  departmentId: { kind: 'reference', refers: 'department', computed: true, listed: true },
  personId: { kind: 'reference', refers: 'person', computed: true, listed: true },
  /** Whole steps of the indicator's unit. */
  value: { kind: 'integer', required: true, min: -9_000_000_000_000, listed: true },
  note: { kind: 'note', max: 500, listed: true },
  /** First told on this day; a later correction keeps it. */
  enteredOn: { kind: 'day', required: true, computed: true, listed: true },
  enteredById: { kind: 'reference', refers: 'person', required: true, computed: true, listed: true },
  /** 迟报: told after the day on which it was due. */
  late: { kind: 'flag', required: true, computed: true, listed: true },
});
