import { bilingual } from './bilingual.ts';

/** Names of the pages in navigation and search, and of their groups. */
export const pageText = bilingual(
  { home: '工作台', groups: { work: '工作', sales: '销售', service: '售后', money: '财务', plan: '经营', store: '门店' } },
  { home: 'Desk', groups: { work: 'Work', sales: 'Sales', service: 'Service', money: 'Money', plan: 'Management', store: 'Store' } },
);
