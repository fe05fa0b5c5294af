import { given, put, type Apply } from '../row-context.ts';

export const applyLead: Apply = (row) => {
  const lead = given(row, 'lead', ['consultantId']);
  lead['customerName'] ??= lead['phone'] ?? null;
  const nth = row.ordinal(
    `lead|${lead['phone'] ?? ''}|${lead['customerName'] ?? ''}|${lead['arrivedOn'] ?? ''}`,
  );
  const key = [
    ['phone', lead['phone'] ?? null],
    ['customerName', lead['customerName'] ?? null],
    ['arrivedOn', lead['arrivedOn'] ?? null],
  ] as const;
  return [put(row, 'lead', row.lookups.find('lead', key, 1, nth)[0], lead)];
};
