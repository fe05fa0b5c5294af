import { bilingual } from './bilingual.ts';

/** Texts of importing: pages, kinds of files, verdicts; the refused file and the command line use them too. */
export const importText = bilingual(
  {
    title: '导入',
    refusedSheet: '未导入的行',
    reason: '未导入的原因',
    originalRow: '原行号',
    kinds: {
      customerVehicle: '客户与车辆',
      repair: '维修工单',
      repairLine: '维修项目',
      repairPart: '维修配件',
      stock: '库存车辆',
      order: '销售订单',
      lead: '线索',
      receivable: '应收账款',
      payment: '回款',
      cash: '现金流水',
      person: '人员',
    },
    verdicts: { create: '新建', update: '更新', unchanged: '不变', ask: '待确认', refused: '拒绝', excluded: '已排除' },
  },
  {
    title: 'Import',
    refusedSheet: 'Rows not imported',
    reason: 'Why it was not imported',
    originalRow: 'Original row',
    kinds: {
      customerVehicle: 'Customers and vehicles',
      repair: 'Repair orders',
      repairLine: 'Repair lines',
      repairPart: 'Repair parts',
      stock: 'Vehicle stock',
      order: 'Sales orders',
      lead: 'Leads',
      receivable: 'Receivables',
      payment: 'Payments',
      cash: 'Cash movements',
      person: 'People',
    },
    verdicts: { create: 'New', update: 'Change', unchanged: 'Unchanged', ask: 'To decide', refused: 'Refused', excluded: 'Left out' },
  },
);
