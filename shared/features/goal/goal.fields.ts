import { fieldsOf } from '../../kernel/field.ts';

/** Indicators of the weekly meeting, see meeting.rules. Money ones are in fen, the others counts. */
export const indicators = [
  'orders',
  'deliveries',
  'leads',
  'serviceVisits',
  'serviceRevenue',
  'cashIn',
  'receivablesCollected',
] as const;
export type Indicator = (typeof indicators)[number];
export const moneyIndicators: readonly Indicator[] = ['serviceRevenue', 'cashIn', 'receivablesCollected'];

/** 目标 goal of a period (`2026`, `2026-11` or `2026-W47`) for the store, a department or a person. */
export const goalFields = fieldsOf({
  indicator: { kind: 'choice', choices: indicators, required: true, initial: 'orders', listed: true },
  periodKind: {
    kind: 'choice',
    choices: ['year', 'month', 'week'],
    required: true,
    initial: 'month',
    listed: true,
  },
  period: { kind: 'text', required: true, max: 10, listed: true, searched: true },
  level: {
    kind: 'choice',
    choices: ['store', 'department', 'person'],
    required: true,
    initial: 'store',
    listed: true,
  },
  departmentId: { kind: 'reference', refers: 'department', listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true, owner: true },
  /** Whole number of the indicator's unit: count, or fen for money indicators. */
  value: { kind: 'integer', required: true, listed: true },
  note: { kind: 'note' },
});
