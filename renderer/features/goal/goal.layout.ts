import { goalFields } from '#shared/features/goal/goal.fields.ts';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { moneyIndicators } from '#shared/features/goal/goal.fields.ts';

/** A goal of a money indicator is kept in fen, the others are counts. */
export const isMoney = (indicator: unknown): boolean => moneyIndicators.some((one) => one === indicator);

export const goalLayout: RecordLayout = {
  feature: 'goal',
  fields: goalFields,
  title: ['indicator', 'period'],
  usualSort: [{ field: 'period', descending: true }],

  groups: [
    {
      name: 'basic',
      fields: ['indicator', 'periodKind', 'period', 'level', 'departmentId', 'personId', 'value'],
    },
    { name: 'note', fields: ['note'] },
  ],
  fieldIn: (name, field, values) =>
    name === 'value' && isMoney(values['indicator']) ? { ...field, kind: 'money' } : field,
};
