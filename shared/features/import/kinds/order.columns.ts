import type { ImportKindRules } from '../import-column.ts';

export const orderRules: ImportKindRules = {
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
};
