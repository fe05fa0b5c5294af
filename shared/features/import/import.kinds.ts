/**
 * What can be imported, and under which headings the dealers' systems write each value. Names are compared after
 * `normalHeading`: no blanks, no brackets with units, lower case. The order of names is the order of preference.
 */

export const importKinds = [
  'customerVehicle', // 客户车辆宽表
  'repair', // 维修工单
  'repairLine', // 维修项目
  'repairPart', // 维修配件
  'stock', // 库存车辆
  'order', // 销售订单
  'lead', // 线索
  'receivable', // 应收
  'payment', // 回款
  'cash', // 现金流水
  'person', // 人员
  'calendar', // 节假日安排
] as const;
export type ImportKind = (typeof importKinds)[number];

/** Where a column goes: `feature.field`, or a virtual one that the engine understands. */
export type ImportAddress = string;

export type ImportColumn = {
  readonly to: ImportAddress;
  readonly names: readonly string[];
};

export type ImportKindRules = {
  /** Record features that a row may create or change, in order. */
  readonly targets: readonly string[];
  readonly columns: readonly ImportColumn[];
  /** A file is of this kind only when these are found; each entry lists alternatives. */
  readonly needs: readonly (readonly ImportAddress[])[];
};

const customerColumns: readonly ImportColumn[] = [
  {
    to: 'customer.name',
    names: [
      '客户名称',
      '客户姓名',
      '车主姓名',
      '车主名称',
      '车主',
      '客户',
      '单位名称',
      '姓名',
      'customername',
      'customer',
      'name',
      'owner',
    ],
  },
  { to: 'customer.kind', names: ['客户类型', '客户性质', '客户类别', 'customertype', 'customerkind'] },
  {
    to: 'customer.code',
    names: ['客户编号', '客户编码', '客户代码', '客户号', 'customercode', 'customerno'],
  },
  {
    to: 'customer.phone',
    names: [
      '联系电话',
      '手机号码',
      '手机号',
      '手机',
      '电话',
      '客户电话',
      '车主电话',
      '移动电话',
      'phone',
      'mobile',
      'telephone',
      'tel',
    ],
  },
  { to: 'customer.secondPhone', names: ['备用电话', '固定电话', '其他电话', '电话2', 'secondphone'] },
  {
    to: 'customer.identityNumber',
    names: ['身份证号', '身份证号码', '证件号码', '证件号', '统一社会信用代码', 'idnumber', 'identitynumber'],
  },
  { to: 'customer.region', names: ['地区', '所在地区', '区域', '城市', '所在城市', 'region', 'city'] },
  { to: 'customer.address', names: ['地址', '联系地址', '通讯地址', '客户地址', 'address'] },
  { to: 'customer.trade', names: ['行业', '所属行业', '从事行业', 'trade', 'industry'] },
  { to: 'customer.source', names: ['客户来源', '来源', 'source'] },
  {
    to: 'customer.consultantId',
    names: ['销售顾问', '归属顾问', '业务员', '客户经理', '顾问', 'consultant', 'salesconsultant'],
  },
  {
    to: 'customer.firstContactOn',
    names: ['建档日期', '首次接触', '首次接触日期', '创建日期', 'firstcontact'],
  },
  { to: 'customer.note', names: ['客户备注', 'customernote'] },
];

const vehicleColumns: readonly ImportColumn[] = [
  {
    to: 'vehicle.plate',
    names: [
      '车牌号',
      '车牌号码',
      '车牌',
      '牌照号',
      '号牌号码',
      'plate',
      'plateno',
      'platenumber',
      'licenseplate',
    ],
  },
  { to: 'vehicle.vin', names: ['车架号', 'vin', 'vin码', '车辆识别代号', '底盘号', '车架号vin', 'vinno'] },
  { to: 'vehicle.kind', names: ['车辆类型', '车辆种类', '车种', 'vehiclekind', 'vehicletype'] },
  { to: 'vehicle.use', names: ['使用性质', '车辆性质', '营运性质', 'use', 'usage'] },
  { to: 'vehicle.brand', names: ['品牌', '厂牌', '车辆品牌', 'brand', 'make'] },
  { to: 'vehicle.model', names: ['车型', '车型名称', '车辆型号', '车系车型', 'model'] },
  { to: 'vehicle.colour', names: ['颜色', '车身颜色', '外观颜色', 'colour', 'color'] },
  { to: 'vehicle.engineNumber', names: ['发动机号', '发动机号码', 'enginenumber', 'engineno', 'engine'] },
  { to: 'vehicle.grossMassKg', names: ['总质量', '总质量kg', '车辆总质量', 'grossmass', 'grossmasskg'] },
  {
    to: 'vehicle.odometerKm',
    names: ['行驶里程', '里程', '里程数', '当前里程', '公里数', 'odometer', 'mileage', 'odometerkm'],
  },
  {
    to: 'vehicle.purchasedOn',
    names: ['购车日期', '购买日期', '销售日期', '提车日期', 'purchasedate', 'purchasedon'],
  },
  {
    to: 'vehicle.registeredOn',
    names: [
      '上牌日期',
      '注册日期',
      '登记日期',
      '初次登记日期',
      '初登日期',
      'registrationdate',
      'registeredon',
    ],
  },
  {
    to: 'vehicle.annualTestDueOn',
    names: ['年检到期', '年检到期日', '年审到期', '年审到期日', '检验有效期', '验车到期', 'annualtestdue'],
  },
  {
    to: 'vehicle.compulsoryInsuranceDueOn',
    names: ['交强险到期', '交强险到期日', '交强险止期', '交强险到期日期', 'compulsoryinsurancedue'],
  },
  {
    to: 'vehicle.commercialInsuranceDueOn',
    names: [
      '商业险到期',
      '商业险到期日',
      '保险到期',
      '保险到期日',
      '商业险止期',
      '商业险到期日期',
      '保险到期日期',
      'commercialinsurancedue',
      'insurancedue',
    ],
  },
  {
    to: 'vehicle.secondMaintenanceDueOn',
    names: ['二级维护到期', '二级维护到期日', '二维到期', '二级维护到期日期', 'secondmaintenancedue'],
  },
  {
    to: 'vehicle.transportPermitDueOn',
    names: ['道路运输证到期', '营运证到期', '运输证到期', '道路运输证到期日', 'transportpermitdue'],
  },
  {
    to: 'vehicle.technicalGradeDueOn',
    names: ['技术等级评定到期', '综检到期', '等级评定到期', '技术评定到期', 'technicalgradedue'],
  },
  { to: 'vehicle.state', names: ['车辆状态', 'vehiclestate'] },
  { to: 'vehicle.note', names: ['备注', '车辆备注', 'note', 'remark'] },
];

/** Rules of every kind. */
export const importKindRules: Readonly<Record<ImportKind, ImportKindRules>> = {
  customerVehicle: {
    targets: ['customer', 'vehicle'],
    columns: [...customerColumns, ...vehicleColumns],
    needs: [
      ['customer.name', 'vehicle.vin', 'vehicle.plate'],
      ['customer.phone', 'customer.code', 'vehicle.vin', 'vehicle.plate'],
    ],
  },
  repair: {
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
        names: [
          '总金额',
          '合计金额',
          '结算金额',
          '应收金额',
          '实收金额',
          '总费用',
          '产值',
          'total',
          'amount',
        ],
      },
      { to: 'repair.payer', names: ['付款方', '付费方', '结算对象', '付费类型', 'payer'] },
      { to: 'repair.note', names: ['备注', 'note', 'remark'] },
    ],
    needs: [
      ['repair.number'],
      ['repair.checkedInAt', 'repair.type'],
      ['repair.plate', 'repair.vin', 'repair.customerName'],
    ],
  },
  repairLine: {
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
  },
  repairPart: {
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
      { to: 'repairPart.origin', names: ['配件来源', '来源', '配件类别', '配件性质', 'origin'] },
    ],
    needs: [
      ['lookup.repairNumber'],
      ['repairPart.name', 'repairPart.code'],
      ['repairPart.quantityHundredths', 'repairPart.code'],
    ],
  },
  stock: {
    targets: ['stock'],
    columns: [
      { to: 'stock.vin', names: ['车架号', 'vin', 'vin码', '底盘号', '车辆识别代号', 'vinno'] },
      { to: 'stock.kind', names: ['车辆类型', '车辆种类', '车种', 'vehicletype'] },
      { to: 'stock.brand', names: ['品牌', '厂牌', 'brand'] },
      { to: 'stock.model', names: ['车型', '车型名称', '车辆型号', 'model'] },
      { to: 'stock.colour', names: ['颜色', '车身颜色', '外观颜色', 'colour', 'color'] },
      { to: 'stock.engineNumber', names: ['发动机号', '发动机号码', 'engineno', 'enginenumber'] },
      { to: 'stock.costFen', names: ['进价', '采购价', '成本价', '成本', '入库价', '进货价', 'cost'] },
      {
        to: 'stock.listPriceFen',
        names: ['指导价', '厂家指导价', '销售指导价', '标价', 'listprice', 'msrp'],
      },
      {
        to: 'stock.arrivedOn',
        names: ['入库日期', '入库时间', '到店日期', '到货日期', 'arrivedon', 'indate'],
      },
      {
        to: 'stock.place',
        names: ['库位', '存放地点', '仓库', '停放位置', 'place', 'location', 'warehouse'],
      },
      { to: 'stock.state', names: ['库存状态', '车辆状态', '状态', 'state', 'status'] },
      { to: 'stock.leftOn', names: ['出库日期', '出库时间', 'lefton', 'outdate'] },
      { to: 'stock.note', names: ['备注', 'note', 'remark'] },
    ],
    needs: [['stock.vin'], ['stock.arrivedOn', 'stock.place', 'stock.costFen']],
  },
  order: {
    targets: ['order'],
    columns: [
      {
        to: 'order.number',
        names: ['订单号', '订单编号', '销售订单号', '合同号', '合同编号', 'orderno', 'ordernumber'],
      },
      {
        to: 'order.orderedOn',
        names: [
          '订单日期',
          '下单日期',
          '签订日期',
          '订车日期',
          '签单日期',
          '合同日期',
          'orderdate',
          'orderedon',
        ],
      },
      {
        to: 'order.customerName',
        names: ['客户名称', '客户姓名', '购车人', '客户', 'customername', 'customer'],
      },
      {
        to: 'lookup.phone',
        names: ['联系电话', '手机号码', '手机号', '手机', '电话', '客户电话', 'phone', 'mobile'],
      },
      { to: 'order.kind', names: ['车辆类型', '车辆种类', 'vehicletype'] },
      { to: 'order.model', names: ['车型', '车型名称', '订购车型', '意向车型', 'model'] },
      { to: 'order.vin', names: ['车架号', 'vin', 'vin码', '底盘号'] },
      { to: 'order.quantity', names: ['数量', '台数', '订购数量', 'quantity', 'qty'] },
      {
        to: 'order.vehicleFen',
        names: [
          '车价',
          '成交价',
          '车辆价格',
          '裸车价',
          '销售价',
          '合同金额',
          '合同总价',
          'vehicleprice',
          'price',
        ],
      },
      { to: 'order.accessoryFen', names: ['装饰费', '精品金额', '装饰', '加装费', 'accessories'] },
      { to: 'order.insuranceFen', names: ['保险费', '保险金额', '保险', 'insurance'] },
      { to: 'order.loanFen', names: ['按揭手续费', '金融服务费', '贷款手续费', '按揭', 'loanfee'] },
      { to: 'order.registrationFen', names: ['上牌费', '上牌服务费', '上牌', 'registration'] },
      { to: 'order.depositFen', names: ['定金', '订金', '已付定金', 'deposit'] },
      { to: 'order.state', names: ['订单状态', '状态', 'state', 'status'] },
      {
        to: 'order.plannedOn',
        names: ['计划交车日期', '预计交车', '预计交车日期', '计划交车', '约定交车日期', 'planneddelivery'],
      },
      {
        to: 'order.deliveredOn',
        names: ['交车日期', '实际交车日期', '提车日期', '开票日期', 'deliverydate', 'deliveredon'],
      },
      { to: 'order.cancelledOn', names: ['退订日期', '取消日期', 'cancelledon'] },
      { to: 'order.consultantId', names: ['销售顾问', '业务员', '顾问', 'consultant', 'salesconsultant'] },
      { to: 'order.channel', names: ['渠道', '销售渠道', '客户来源', '来源渠道', 'channel'] },
      { to: 'order.note', names: ['备注', 'note', 'remark'] },
    ],
    needs: [['order.number'], ['order.orderedOn', 'order.depositFen', 'order.deliveredOn']],
  },
  lead: {
    targets: ['lead'],
    columns: [
      {
        to: 'lead.customerName',
        names: ['客户名称', '客户姓名', '潜客姓名', '姓名', '客户', 'customername', 'name'],
      },
      { to: 'lead.phone', names: ['联系电话', '手机号码', '手机号', '手机', '电话', 'phone', 'mobile'] },
      {
        to: 'lead.arrivedOn',
        names: [
          '线索日期',
          '建档日期',
          '来店日期',
          '留资日期',
          '登记日期',
          '线索时间',
          '创建时间',
          'leaddate',
          'createdon',
        ],
      },
      {
        to: 'lead.channel',
        names: ['渠道', '线索来源', '来源', '来源渠道', '客户来源', 'channel', 'source'],
      },
      { to: 'lead.model', names: ['意向车型', '车型', '关注车型', 'model'] },
      { to: 'lead.state', names: ['线索状态', '跟进状态', '状态', 'state', 'status'] },
      { to: 'lead.consultantId', names: ['销售顾问', '跟进人', '业务员', '顾问', 'consultant'] },
      {
        to: 'lead.nextContactOn',
        names: ['下次跟进', '下次联系', '下次跟进日期', '下次联系日期', 'nextcontact'],
      },
      { to: 'lead.closedOn', names: ['关闭日期', '成交日期', '战败日期', 'closedon'] },
      { to: 'lead.lostReason', names: ['战败原因', '流失原因', 'lostreason'] },
      { to: 'lead.note', names: ['备注', '跟进内容', 'note', 'remark'] },
    ],
    needs: [
      ['lead.customerName', 'lead.phone'],
      ['lead.arrivedOn'],
      ['lead.channel', 'lead.state', 'lead.nextContactOn'],
    ],
  },
  receivable: {
    targets: ['receivable'],
    columns: [
      {
        to: 'receivable.number',
        names: ['应收单号', '单据号', '单据编号', '账单号', '应收编号', 'receivableno', 'number'],
      },
      {
        to: 'receivable.customerName',
        names: ['客户名称', '客户姓名', '欠款单位', '欠款人', '客户', 'customername', 'customer'],
      },
      { to: 'lookup.phone', names: ['联系电话', '手机号码', '手机号', '手机', '电话', 'phone', 'mobile'] },
      { to: 'receivable.kind', names: ['应收类型', '款项类型', '业务类型', '类型', 'kind', 'type'] },
      {
        to: 'receivable.occurredOn',
        names: ['发生日期', '单据日期', '业务日期', '挂账日期', 'occurredon', 'date'],
      },
      { to: 'receivable.dueOn', names: ['到期日', '到期日期', '约定还款日', '应收日期', 'dueon', 'duedate'] },
      { to: 'receivable.amountFen', names: ['应收金额', '金额', '挂账金额', '欠款金额', 'amount'] },
      { to: 'lookup.settledFen', names: ['已收金额', '已回款', '回款金额', '已收', 'settled', 'received'] },
      { to: 'lookup.settledOn', names: ['最近回款日期', '回款日期', '收款日期', 'settledon'] },
      { to: 'receivable.personId', names: ['责任人', '经办人', '业务员', 'person'] },
      { to: 'receivable.note', names: ['备注', '摘要', 'note', 'remark'] },
    ],
    needs: [['receivable.number'], ['receivable.amountFen'], ['receivable.occurredOn', 'receivable.dueOn']],
  },
  payment: {
    targets: ['payment'],
    columns: [
      {
        to: 'lookup.receivableNumber',
        names: ['应收单号', '单据号', '单据编号', '账单号', '应收编号', 'receivableno'],
      },
      { to: 'payment.paidOn', names: ['回款日期', '收款日期', '付款日期', '到账日期', 'paidon', 'date'] },
      { to: 'payment.amountFen', names: ['回款金额', '收款金额', '本次回款', '金额', 'amount'] },
      { to: 'payment.way', names: ['收款方式', '付款方式', '回款方式', '支付方式', 'way', 'method'] },
      { to: 'payment.note', names: ['备注', '摘要', 'note', 'remark'] },
    ],
    needs: [['lookup.receivableNumber'], ['payment.paidOn'], ['payment.amountFen']],
  },
  cash: {
    targets: ['cash'],
    columns: [
      { to: 'cash.number', names: ['流水号', '凭证号', '交易流水号', '单据号', 'number', 'voucherno'] },
      {
        to: 'cash.occurredOn',
        names: ['日期', '交易日期', '发生日期', '记账日期', '交易时间', 'date', 'occurredon'],
      },
      { to: 'cash.direction', names: ['收支', '收支方向', '方向', '收付', '借贷', 'direction'] },
      { to: 'cash.amountFen', names: ['金额', '发生额', '交易金额', 'amount'] },
      { to: 'lookup.inFen', names: ['收入金额', '收入', '贷方金额', '收款', 'income', 'in'] },
      { to: 'lookup.outFen', names: ['支出金额', '支出', '借方金额', '付款', 'expense', 'out'] },
      {
        to: 'cash.category',
        names: ['类别', '收支类别', '科目', '业务类别', '款项类别', '收支项目', 'category'],
      },
      { to: 'cash.account', names: ['账户', '银行账户', '账号', '收付账户', 'account'] },
      { to: 'cash.counterparty', names: ['对方单位', '对方户名', '往来单位', '对方', 'counterparty'] },
      { to: 'cash.personId', names: ['经办人', 'person'] },
      { to: 'cash.note', names: ['摘要', '备注', '用途', 'note', 'remark'] },
    ],
    needs: [
      ['cash.occurredOn'],
      ['cash.amountFen', 'lookup.inFen'],
      ['cash.direction', 'lookup.inFen', 'cash.category', 'cash.account'],
    ],
  },
  person: {
    targets: ['department', 'post', 'person'],
    columns: [
      { to: 'person.name', names: ['姓名', '员工姓名', '人员姓名', 'name', 'employeename'] },
      { to: 'person.code', names: ['工号', '员工编号', '人员编号', '员工号', 'code', 'employeeno'] },
      { to: 'department.name', names: ['部门', '所属部门', '部门名称', 'department'] },
      { to: 'post.name', names: ['岗位', '职务', '职位', 'post', 'position', 'title'] },
      { to: 'person.phone', names: ['联系电话', '手机号码', '手机号', '手机', '电话', 'phone', 'mobile'] },
      { to: 'person.hiredOn', names: ['入职日期', '入职时间', '入职', 'hiredon', 'hiredate'] },
      { to: 'person.leftOn', names: ['离职日期', '离职时间', '离职', 'lefton', 'leavedate'] },
      { to: 'person.note', names: ['备注', 'note', 'remark'] },
    ],
    needs: [['person.name'], ['post.name', 'person.hiredOn', 'department.name', 'person.code']],
  },
  // Either one row a day (日期, 类型, 名称) or one row a festival (节日, 放假时间, 调休上班日期), as it is published.
  calendar: {
    targets: ['calendarDay'],
    columns: [
      { to: 'lookup.days', names: ['日期', '节假日期', '日期范围', 'date', 'day', 'days'] },
      {
        to: 'calendarDay.kind',
        names: ['放假上班', '放假/上班', '是否放假', '类型', '性质', '类别', 'daytype', 'type', 'kind'],
      },
      {
        to: 'calendarDay.name',
        names: ['节假日名称', '节日名称', '假期名称', '节假日', '节日', '假期', '名称', 'holiday', 'name'],
      },
      {
        to: 'lookup.offDays',
        names: ['放假时间', '放假日期', '放假起止日期', '放假安排', '休假日期', 'daysoff', 'holidays'],
      },
      {
        to: 'lookup.makeUpDays',
        names: [
          '调休上班日期',
          '调休上班',
          '补班日期',
          '上班日期',
          '调休日期',
          '补班',
          'makeupdays',
          'workdays',
        ],
      },
      { to: 'lookup.year', names: ['年份', '年度', '年', 'year'] },
      { to: 'calendarDay.source', names: ['来源', '依据', '文号', '文件', 'source'] },
    ],
    needs: [
      ['lookup.days', 'lookup.offDays'],
      ['calendarDay.kind', 'lookup.offDays'],
      ['calendarDay.name', 'lookup.makeUpDays'],
    ],
  },
};

/** A heading made comparable: no blanks, no text in brackets, no colon or star, lower case. */
export const normalHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replaceAll(/[\s:*＊·_\-/#]/gu, '');
