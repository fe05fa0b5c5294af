import type { ImportKindRules } from '../import-column.ts';

export const stockRules: ImportKindRules = {
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
};
