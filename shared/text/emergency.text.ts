import { bilingual } from './bilingual.ts';

/** 应急预案: the desk's card and the print. Fields are named by record/emergency.text.ts. */
export const emergencyPageText = bilingual(
  {
    printAll: '打印全部预案',
    card: '应急预案到期',
    drillNever: '从未演练',
    reviewNever: '从未评审',
    drillLate: '演练已过期 {{count}} 天',
    reviewLate: '评审已过期 {{count}} 天',
    never: '从未',
    pleaseCheck: '请核对：程序自带的内容，还没有结合本店核对',
    number: '序号',
    step: '处置步骤',
    done: '完成',
    time: '____:____',
  },
  {
    printAll: 'Print all plans',
    card: 'Emergency plans due',
    drillNever: 'never drilled',
    reviewNever: 'never reviewed',
    drillLate: 'drill {{count}} days overdue',
    drillLate_one: 'drill {{count}} day overdue',
    reviewLate: 'review {{count}} days overdue',
    reviewLate_one: 'review {{count}} day overdue',
    never: 'never',
    pleaseCheck: 'Please check: came with the program and was not yet compared with this store',
    number: 'No.',
    step: 'Step',
    done: 'Done',
    time: '____:____',
  },
);
