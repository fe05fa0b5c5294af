import {
  deliveryFields,
  handOverItemFields,
  handOverSheetFields,
} from '../../features/delivery/delivery.fields.ts';
import { recordText } from './record-texts.ts';
import { vehicleText } from './vehicle.text.ts';

const itemKinds = {
  'zh-CN': { document: '随车资料', tool: '随车工具', key: '钥匙', gift: '礼品' },
  en: { document: 'Documents', tool: 'Tools', key: 'Keys', gift: 'Gifts' },
} as const;

export const deliveryText = recordText(
  deliveryFields,
  {
    one: '交车',
    many: '交车',
    empty: '还没有交车安排。在订单里点“安排交车”，或在这里新建。',
    fields: {
      number: '交车编号',
      orderId: '订单',
      stockId: '库存车辆',
      vin: '车架号(VIN)',
      customerId: '客户',
      customerName: '客户名称',
      state: '状态',
      plannedOn: '计划交车日期',
      plannedTime: '时间',
      place: '地点',
      consultantId: '销售顾问',
      host: '主持',
      guests: '嘉宾',
      props: '道具',
      wishes: '贺词',
      note: '备注',
      sheetNumber: '交接单号',
      handedOverOn: '交车日期',
      handedOverAt: '交车时间',
      cancelReason: '取消原因',
    },
    choices: {
      state: { planned: '准备中', signing: '待客户签字', handedOver: '已交车', cancelled: '已取消' },
    },
  },
  {
    one: 'delivery',
    many: 'Deliveries',
    empty: 'No deliveries planned yet. Choose "Plan the delivery" in an order, or add one here.',
    fields: {
      number: 'Number',
      orderId: 'Order',
      stockId: 'Vehicle in stock',
      vin: 'VIN',
      customerId: 'Customer',
      customerName: 'Customer name',
      state: 'State',
      plannedOn: 'Planned for',
      plannedTime: 'Time',
      place: 'Place',
      consultantId: 'Consultant',
      host: 'Host',
      guests: 'Guests',
      props: 'Props',
      wishes: 'Words of congratulation',
      note: 'Note',
      sheetNumber: 'Hand-over sheet',
      handedOverOn: 'Handed over',
      handedOverAt: 'Handed over at',
      cancelReason: 'Why cancelled',
    },
    choices: {
      state: {
        planned: 'In preparation',
        signing: 'Customer to sign',
        handedOver: 'Handed over',
        cancelled: 'Cancelled',
      },
    },
  },
);

export const handOverItemText = recordText(
  handOverItemFields,
  {
    one: '交接清单项目',
    many: '交接清单',
    empty: '清单是空的。添加交车时随车的资料、工具和钥匙。',
    fields: {
      vehicleKind: '车辆种类',
      kind: '类别',
      name: '名称',
      quantity: '数量',
      validFrom: '生效日期',
      validTo: '失效日期',
      source: '依据',
      confirmed: '已核对',
    },
    choices: { vehicleKind: vehicleText['zh-CN'].choices.kind, kind: itemKinds['zh-CN'] },
  },
  {
    one: 'hand-over item',
    many: 'Hand-over items',
    empty: 'The list is empty. Add the documents, tools and keys that go with a vehicle.',
    fields: {
      vehicleKind: 'Kind of vehicle',
      kind: 'Kind',
      name: 'Name',
      quantity: 'Quantity',
      validFrom: 'Valid from',
      validTo: 'Valid to',
      source: 'Source',
      confirmed: 'Checked',
    },
    choices: { vehicleKind: vehicleText.en.choices.kind, kind: itemKinds.en },
  },
);

export const handOverSheetText = recordText(
  handOverSheetFields,
  {
    one: '交接单',
    many: '交接单登记簿',
    empty: '还没有交接单：在交车页面由本店签字时生成。',
    fields: {
      number: '编号',
      deliveryId: '交车',
      state: '状态',
      vin: '车架号(VIN)',
      customerName: '客户名称',
      drawnOn: '本店签字日期',
      drawnById: '本店签字人',
      signedOn: '客户签字日期',
      voidedOn: '作废日期',
      voidReason: '作废原因',
    },
    choices: { state: { signing: '待客户签字', signed: '双方已签', void: '作废' } },
  },
  {
    one: 'hand-over sheet',
    many: 'Register of hand-over sheets',
    empty: 'No hand-over sheets yet: they are made when the store signs on the page of a delivery.',
    fields: {
      number: 'Number',
      deliveryId: 'Delivery',
      state: 'State',
      vin: 'VIN',
      customerName: 'Customer name',
      drawnOn: 'Signed by the store',
      drawnById: 'Signer of the store',
      signedOn: 'Signed by the customer',
      voidedOn: 'Voided',
      voidReason: 'Why void',
    },
    choices: { state: { signing: 'Customer to sign', signed: 'Signed by both', void: 'Void' } },
  },
);
