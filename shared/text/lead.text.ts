import { bilingual } from './bilingual.ts';

/** 线索 beyond the words of its record: what is marked on its page with one key. */
export const leadText = bilingual(
  {
    visitedToday: '今天到店',
    droveToday: '今天试驾',
    marksHint: '按一个键记下日期，再按 Ctrl+S 保存；补记以前的日期请直接填下面的格子。',
  },
  {
    visitedToday: 'Came today',
    droveToday: 'Test drive today',
    marksHint: 'One key puts the day, Ctrl+S saves it; an earlier day is typed into its field below.',
  },
);
