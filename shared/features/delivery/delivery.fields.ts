import { fieldsOf } from '../../kernel/field.ts';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';

/** planned → signing by the store's signature (a withdrawn sheet leads back) → handedOver by the customer's; or cancelled. */
export const deliveryStates = ['planned', 'signing', 'handedOver', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** 交车 delivery of one stock vehicle to the customer of one order, numbered by year `2026-J001`. */
export const deliveryFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  orderId: { kind: 'reference', refers: 'order', required: true, listed: true },
  stockId: { kind: 'reference', refers: 'stock', required: true, listed: true },
  vin: { kind: 'vin', computed: true, listed: true, searched: true },
  /** The order's customer; null while the order names nobody of the customer list. */
  customerId: { kind: 'reference', refers: 'customer', computed: true },
  customerName: { kind: 'text', max: 100, computed: true, listed: true, searched: true },
  state: {
    kind: 'choice',
    choices: deliveryStates,
    required: true,
    initial: 'planned',
    computed: true,
    listed: true,
  },
  plannedOn: { kind: 'day', required: true, listed: true }, // 计划交车日期
  plannedTime: { kind: 'text', max: 5, listed: true }, // HH:MM
  place: { kind: 'text', max: 60, listed: true },
  consultantId: { kind: 'reference', refers: 'person', required: true, listed: true, owner: true },
  host: { kind: 'text', max: 60 }, // 主持
  guests: { kind: 'text', max: 200 }, // 嘉宾
  props: { kind: 'text', max: 200 }, // 道具
  wishes: { kind: 'note', max: 500 }, // 贺词
  note: { kind: 'note', max: 1000 },
  /** Number of the hand-over sheet in force. */
  sheetNumber: { kind: 'text', max: 20, computed: true, listed: true, searched: true },
  handedOverOn: { kind: 'day', computed: true, listed: true },
  handedOverAt: { kind: 'instant', computed: true },
  cancelReason: { kind: 'note', max: 500, computed: true },
});

export const handOverItemKinds = ['document', 'tool', 'key', 'gift'] as const; // 随车资料 随车工具 钥匙 礼品
export type HandOverItemKind = (typeof handOverItemKinds)[number];

/** 交接清单 shipped list: what goes with a vehicle of a kind (without a kind: with every one). Domain rules §4. */
export const handOverItemFields = fieldsOf({
  vehicleKind: { kind: 'choice', choices: vehicleKinds, listed: true },
  kind: { kind: 'choice', choices: handOverItemKinds, required: true, initial: 'document', listed: true },
  name: { kind: 'text', required: true, max: 100, listed: true },
  quantity: { kind: 'integer', required: true, min: 1, initial: 1, listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', required: true, max: 200, listed: true },
  /** 已核对: false shows "please check". */
  confirmed: { kind: 'flag', required: true, initial: false, listed: true },
});

export const handOverSheetStates = ['signing', 'signed', 'void'] as const;
export type HandOverSheetState = (typeof handOverSheetStates)[number];

/** 交接单 register of hand-over sheets `2026-P001`: numbers have no gaps, void ones stay. Kept by the core alone. */
export const handOverSheetFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  deliveryId: { kind: 'reference', refers: 'delivery', required: true, computed: true, listed: true },
  state: {
    kind: 'choice',
    choices: handOverSheetStates,
    required: true,
    computed: true,
    listed: true,
  },
  vin: { kind: 'vin', required: true, computed: true, listed: true, searched: true },
  customerName: { kind: 'text', max: 100, computed: true, listed: true, searched: true },
  /** Signed by the store's person. */
  drawnOn: { kind: 'day', required: true, computed: true, listed: true },
  drawnById: {
    kind: 'reference',
    refers: 'person',
    required: true,
    computed: true,
    listed: true,
    owner: true,
  },
  /** Signed by the customer. */
  signedOn: { kind: 'day', computed: true, listed: true },
  voidedOn: { kind: 'day', computed: true, listed: true },
  voidReason: { kind: 'note', max: 500, computed: true, listed: true },
});
