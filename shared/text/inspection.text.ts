import { bilingual } from './bilingual.ts';

/** Checks: the work list, the check page, coverage; and what checks write into tasks. */
export const inspectionPageText = bilingual(
  {
    task: {
      check: '复检合格',
      again: '复查时仍不合格',
      mended: '复检合格',
    },
  },
  {
    task: {
      check: 'Inspected again and OK',
      again: 'Still not OK when inspected again',
      mended: 'OK when inspected again',
    },
  },
);
