import type { ImportKindRules } from '../import-column.ts';

export const repairRules: ImportKindRules = {
  targets: ['repair'],
  columns: [
    {
      to: 'repair.number',
      names: [
        '工单号',
        '维修工单号',
        '委托书号',
        '结算单号',
        '工单编号',
        '单号',
        'ro',
        'rono',
        'repairorder',
        'ordernumber',
        'number',
      ],
    },
    {
      to: 'repair.checkedInAt',
      names: [
        '进厂时间',
        '接车时间',
        '开单时间',
        '进站时间',
        '进厂日期',
        '开单日期',
        '接车日期',
        '送修日期',
        '维修日期',
        'checkin',
        'checkedin',
        'checkedinon',
      ],
    },
    { to: 'repair.startedAt', names: ['开工时间', '派工时间', 'started'] },
    { to: 'repair.finishedAt', names: ['完工时间', '竣工时间', '竣工日期', 'finished'] },
    {
      to: 'repair.handedOverAt',
      names: [
        '结算时间',
        '交车时间',
        '出厂时间',
        '结算日期',
        '出厂日期',
        '交车日期',
        'settledon',
        'handedover',
        'checkout',
      ],
    },
    { to: 'repair.plate', names: ['车牌号', '车牌号码', '车牌', 'plate', 'plateno'] },
    { to: 'repair.vin', names: ['车架号', 'vin', 'vin码', '车辆识别代号', '底盘号', 'vinno'] },
    {
      to: 'repair.customerName',
      names: ['客户名称', '客户姓名', '车主姓名', '车主', '送修人', '客户', 'customername', 'customer'],
    },
    {
      to: 'lookup.phone',
      names: ['联系电话', '手机号码', '手机号', '手机', '电话', '送修人电话', 'phone', 'mobile'],
    },
    {
      to: 'repair.type',
      names: ['维修类型', '维修类别', '工单类型', '业务类型', '作业类别', 'repairtype', 'type'],
    },
    { to: 'repair.repairClass', names: ['修理类别', '维修级别', '作业级别', '维护级别', 'repairclass'] },
    { to: 'repair.bay', names: ['工位', '工位号', 'bay'] },
    {
      to: 'repair.promisedAt',
      names: ['承诺交车时间', '预计交车时间', '预计完工时间', '约定交车时间', 'promised', 'promisedat'],
    },
    { to: 'repair.state', names: ['工单状态', '状态', 'state', 'status'] },
    {
      to: 'repair.odometerKm',
      names: ['进厂里程', '行驶里程', '里程', '送修里程', '公里数', 'odometer', 'mileage'],
    },
    { to: 'repair.fault', names: ['故障描述', '客户描述', '故障现象', '送修症状', 'fault', 'complaint'] },
    {
      to: 'repair.adviserId',
      names: ['服务顾问', '接待员', '业务接待', '前台', 'adviser', 'serviceadviser'],
    },
    {
      to: 'repair.technicianId',
      names: ['维修技师', '技师', '主修', '主修人', '责任技师', '维修工', 'technician'],
    },
    { to: 'repair.labourFen', names: ['工时费', '工时金额', '工时费用', '人工费', 'labour', 'labor'] },
    {
      to: 'repair.partsFen',
      names: ['材料费', '配件费', '配件金额', '备件费', '材料金额', 'parts', 'material'],
    },
    { to: 'repair.otherFen', names: ['其他费用', '附加费', '其它费用', '外加工费', 'other'] },
    {
      to: 'lookup.totalFen',
      names: ['总金额', '合计金额', '结算金额', '应收金额', '实收金额', '总费用', '产值', 'total', 'amount'],
    },
    { to: 'repair.payer', names: ['付款方', '付费方', '结算对象', '付费类型', 'payer'] },
    { to: 'repair.note', names: ['备注', 'note', 'remark'] },
  ],
  needs: [
    ['repair.number'],
    ['repair.checkedInAt', 'repair.type'],
    ['repair.plate', 'repair.vin', 'repair.customerName'],
  ],
};

export const repairLineRules: ImportKindRules = {
  targets: ['repairLine'],
  columns: [
    {
      to: 'lookup.repairNumber',
      names: ['工单号', '维修工单号', '委托书号', '工单编号', '单号', 'rono', 'repairorder'],
    },
    {
      to: 'repairLine.code',
      names: ['项目代码', '项目编码', '工时代码', '维修项目代码', 'linecode', 'opcode'],
    },
    {
      to: 'repairLine.name',
      names: ['维修项目', '项目名称', '维修项目名称', '作业项目', 'linename', 'operation'],
    },
    { to: 'repairLine.hoursHundredths', names: ['工时', '标准工时', '工时数', '维修工时', 'hours'] },
    { to: 'repairLine.amountFen', names: ['工时费', '金额', '项目金额', '工时金额', 'amount'] },
    { to: 'repairLine.technicianId', names: ['维修技师', '技师', '主修', '维修工', 'technician'] },
  ],
  needs: [['lookup.repairNumber'], ['repairLine.name']],
};

export const repairPartRules: ImportKindRules = {
  targets: ['repairPart'],
  columns: [
    {
      to: 'lookup.repairNumber',
      names: ['工单号', '维修工单号', '委托书号', '工单编号', '单号', 'rono', 'repairorder'],
    },
    {
      to: 'repairPart.code',
      names: ['配件编码', '配件代码', '零件号', '备件编码', '零件编号', 'partcode', 'partno'],
    },
    { to: 'repairPart.name', names: ['配件名称', '零件名称', '备件名称', '材料名称', 'partname'] },
    {
      to: 'repairPart.quantityHundredths',
      names: ['数量', '配件数量', '出库数量', '用量', 'quantity', 'qty'],
    },
    { to: 'repairPart.unitFen', names: ['单价', '销售单价', '配件单价', 'unitprice', 'price'] },
    { to: 'repairPart.amountFen', names: ['金额', '配件金额', '材料费', '销售金额', 'amount'] },
    { to: 'repairPart.supplier', names: ['供应商', '供货商', '供货单位', 'supplier'] },
    { to: 'repairPart.voucher', names: ['供货凭证', '供货单号', '进货单号', '入库单号', 'voucher'] },
    { to: 'repairPart.origin', names: ['配件来源', '来源', '配件类别', '配件性质', 'origin'] },
  ],
  needs: [
    ['lookup.repairNumber'],
    ['repairPart.name', 'repairPart.code'],
    ['repairPart.quantityHundredths', 'repairPart.code'],
  ],
};
