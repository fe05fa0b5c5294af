import { bilingual } from '../bilingual.ts';

/** Sentences about delivery: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const deliveryProblems = bilingual(
  {
    reasons: {
      'delivery-signing': '交接单已由本店签字，内容不能再改。要改请先收回交接单。',
      'delivery-handed-over': '这台车已经交付，双方都签了字，什么都不能再改或补充。',
      'delivery-cancelled': '这次交车已经取消。',
      'delivery-not-signing': '交接单还没有由本店签字，或已经收回。',
      'delivery-sheet-changed': '交接单在签字后被改动过，不能再签。请收回后重新签。',
      'delivery-order-closed': '这张订单已经交付或取消，不能交车。',
      'delivery-exists': '这台车已经安排了交车。',
      'delivery-order-complete': '这张订单的台数都已经安排了交车。',
      'delivery-other-vehicle': '订单已经选定了另一台车，请先核对订单。',
      'delivery-vehicle-of-other-order': '这台车已经留给另一张订单。',
      'delivery-keeps-order': '订单和车辆不能改。选错了请取消后重新安排。',
      'delivery-vehicle-left': '这台车已经离店，或库存里的车架号变了，不能交。',
      'delivery-customer-missing': '订单还没有选客户，请先在订单里选好：车要过到客户名下。',
      'delivery-preparation-missing': '车辆准备检查还没有合格，不能签字。',
      'delivery-repair-open': '这台车还有没完工的维修工单，不能签字。',
      'delivery-items-empty': '交接清单是空的，请先列出随车的资料、工具和钥匙。',
      'delivery-items-not-ready': '交接清单里还有没备齐的项目，不能签字。',
      'delivery-not-disclosed': '还有售前维修没有写明告知内容，不能签字。',
      'delivery-not-acknowledged': '客户还没有对售前维修告知签字确认，不能签交接单。',
      'delivery-nothing-to-disclose': '这台车没有售前维修，不用确认。',
      'delivery-too-many-photos': '照片太多：一次交车最多 24 张。',
    },
  },
  {
    reasons: {
      'delivery-signing':
        'The store has signed the hand-over sheet; nothing on it can be changed. Withdraw it first.',
      'delivery-handed-over':
        'This vehicle is handed over and both sides have signed: nothing can be changed or added.',
      'delivery-cancelled': 'This delivery was cancelled.',
      'delivery-not-signing': 'The store has not signed the hand-over sheet, or it was withdrawn.',
      'delivery-sheet-changed':
        'The hand-over sheet was changed after it was signed. Withdraw it and sign again.',
      'delivery-order-closed': 'This order is delivered or cancelled already.',
      'delivery-exists': 'A delivery of this vehicle is planned already.',
      'delivery-order-complete': 'Deliveries are planned for every vehicle of this order.',
      'delivery-other-vehicle': 'The order names another vehicle; please compare them first.',
      'delivery-vehicle-of-other-order': 'This vehicle is held for another order.',
      'delivery-keeps-order':
        'Order and vehicle stay. If they are wrong, cancel the delivery and plan it anew.',
      'delivery-vehicle-left':
        'This vehicle has left, or its VIN in the stock was changed; it cannot be handed over.',
      'delivery-customer-missing':
        'The order names no customer of the list; choose one there first: the vehicle becomes theirs.',
      'delivery-preparation-missing': 'The preparation check is not passed; the sheet cannot be signed.',
      'delivery-repair-open': 'A repair order of this vehicle is not finished; the sheet cannot be signed.',
      'delivery-items-empty': 'The list of what goes along is empty; enter documents, tools and keys first.',
      'delivery-items-not-ready': 'Not everything that goes along is ready; the sheet cannot be signed.',
      'delivery-not-disclosed': 'A repair before the sale has no words yet; the sheet cannot be signed.',
      'delivery-not-acknowledged':
        'The customer has not signed for the repairs before the sale; the sheet cannot be signed.',
      'delivery-nothing-to-disclose':
        'This vehicle had no repair before the sale; there is nothing to acknowledge.',
      'delivery-too-many-photos': 'Too many photos: at most 24 of a delivery.',
    },
  },
);
