import { stockFields } from '../../features/stock/stock.fields.ts';
import { recordText } from './record-texts.ts';
import { vehicleKindNames } from './vehicle.text.ts';

export const stockText = recordText(
  stockFields,
  {
    one: '库存车',
    many: '库存车辆',
    empty: '还没有库存车。导入库存表，或登记第一辆入库的车。',
    fields: {
      vin: '车架号(VIN)',
      kind: '车辆种类',
      brand: '品牌',
      model: '车型',
      colour: '颜色',
      engineNumber: '发动机号',
      costFen: '进价',
      listPriceFen: '指导价',
      arrivedOn: '入库日期',
      place: '库位',
      state: '库存状态',
      leftOn: '出库日期',
      note: '备注',
    },
    choices: {
      kind: vehicleKindNames['zh-CN'],
      state: { inTransit: '在途', inStock: '在库', reserved: '已预订', sold: '已售出', returned: '已退回' },
    },
  },
  {
    one: 'stock vehicle',
    many: 'Stock',
    empty: 'Nothing in stock yet. Import your stock list, or enter the first vehicle that arrives.',
    fields: {
      vin: 'VIN',
      kind: 'Kind',
      brand: 'Make',
      model: 'Model',
      colour: 'Colour',
      engineNumber: 'Engine number',
      costFen: 'Cost',
      listPriceFen: 'List price',
      arrivedOn: 'Arrived',
      place: 'Place',
      state: 'State',
      leftOn: 'Left',
      note: 'Note',
    },
    choices: {
      kind: vehicleKindNames.en,
      state: {
        inTransit: 'In transit',
        inStock: 'In stock',
        reserved: 'Reserved',
        sold: 'Sold',
        returned: 'Returned',
      },
    },
  },
);
