import { fieldsOf } from '../../kernel/field.ts';

const customerKinds = ['person', 'company'] as const; // 个人 / 单位(车队)

/** 客户 customer: 原始信息, the original information of CU-1. Consumption and follow-up come from other records. */
export const customerFields = fieldsOf({
  name: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  kind: { kind: 'choice', choices: customerKinds, required: true, initial: 'person', listed: true },
  code: { kind: 'text', max: 40, listed: true, searched: true, unique: true },
  phone: { kind: 'phone', listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  secondPhone: { kind: 'phone', searched: true, maskedWithout: 'customer.seePhone' },
  identityNumber: { kind: 'text', max: 30, maskedWithout: 'customer.seePhone' }, // 身份证号 / 统一社会信用代码
  bornOn: { kind: 'day' },
  region: { kind: 'text', max: 60, listed: true },
  address: { kind: 'text', max: 200 },
  trade: { kind: 'text', max: 60 }, // 行业
  source: { kind: 'text', max: 60, listed: true }, // 来源
  introducedById: { kind: 'reference', refers: 'customer' }, // 介绍人
  consultantId: { kind: 'reference', refers: 'person', listed: true }, // 归属顾问
  firstContactOn: { kind: 'day' },
  consent: { kind: 'choice', choices: ['unknown', 'given', 'refused'], required: true, initial: 'unknown' }, // 个人信息同意
  doNotCall: { kind: 'flag' }, // 免打扰: no calls about what falls due
  note: { kind: 'note' },
  /** 已并入: the customer that this one was merged into; it lies in the bin since. */
  mergedIntoId: { kind: 'reference', refers: 'customer', computed: true },
});

/** 联系人 contact of a customer. */
export const contactFields = fieldsOf({
  customerId: { kind: 'reference', refers: 'customer', required: true },
  name: { kind: 'text', required: true, max: 60, listed: true, searched: true },
  post: { kind: 'text', max: 60, listed: true }, // 职务/角色
  phone: { kind: 'phone', listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  note: { kind: 'note', max: 400, listed: true },
});
