import { bilingual } from './bilingual.ts';

/** Names of jobs by kind (dots become underscores), of their steps and states. */
export const jobText = bilingual(
  {
    kinds: {},
    steps: { starting: '准备中', done: '完成' },
    states: { queued: '等待', running: '进行中', done: '完成', failed: '失败', cancelled: '已取消' },
  },
  {
    kinds: {},
    steps: { starting: 'Starting', done: 'Done' },
    states: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  },
);
