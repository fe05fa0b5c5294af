import { bilingual } from './bilingual.ts';

/** Names of the pages in navigation and search, and of their groups. Record lists are named by their feature. */
export const pageText = bilingual(
  {
    home: '工作台',
    account: '账号与权限',
    audit: '操作记录',
    backup: '备份与数据',
    setting: '设置',
    job: '任务',
    inspectionWaiting: '待检车辆',
    inspectionCoverage: '三检覆盖率',
    groups: {
      work: '工作',
      sales: '销售',
      service: '售后',
      quality: '质量',
      money: '财务',
      plan: '经营',
      store: '门店',
    },
  },
  {
    home: 'Desk',
    account: 'Accounts and roles',
    audit: 'Audit trail',
    backup: 'Backup and data',
    setting: 'Settings',
    job: 'Tasks',
    inspectionWaiting: 'Vehicles to check',
    inspectionCoverage: 'PDI coverage',
    groups: {
      work: 'Work',
      sales: 'Sales',
      service: 'Service',
      quality: 'Quality',
      money: 'Money',
      plan: 'Management',
      store: 'Store',
    },
  },
);
