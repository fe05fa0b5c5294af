import { fieldsOf } from '../../kernel/field.ts';

/** 待受理 → 处理中 → 已答复 → 已回访 → 已关闭; closed → in hand again. Domain rules §6. */
export const complaintStates = ['open', 'inHand', 'answered', 'calledBack', 'closed'] as const;
export type ComplaintState = (typeof complaintStates)[number];

export const severities = ['normal', 'serious', 'major'] as const; // 一般 / 较重 / 重大投诉、维权
export type Severity = (typeof severities)[number];

export const complaintChannels = [
  'visit', // 到店
  'phone',
  'message', // 微信、短信
  'online', // 网络平台
  'maker', // 厂家转来
  'marketSupervision', // 市场监管 12315
  'transportAuthority', // 交通运输 12328
  'media',
  'score', // 低分评价
  'followUp', // 回访
  'other',
] as const;
export type ComplaintChannel = (typeof complaintChannels)[number];

export const complaintKinds = [
  'threeGuarantees', // 三包(修理、更换、退货), family cars and pick-ups only
  'vehicleQuality',
  'repairQuality',
  'parts',
  'safety', // 安全与事故
  'attitude', // 服务态度
  'waiting', // 等待与时效
  'price', // 价格与收费
  'delivery', // 交车
  'promise', // 承诺与宣传
  'paperwork', // 合同与手续
  'privacy', // 个人信息
  'lowScore', // 低分评价
  'other',
] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** 回访结果. */
export const callBackResults = ['satisfied', 'partly', 'dissatisfied'] as const;
export type CallBackResult = (typeof callBackResults)[number];

/** 投诉 complaint, numbered by year `2026-T001`. Steps are commands; what they leave is kept by the core. */
export const complaintFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  state: {
    kind: 'choice',
    choices: complaintStates,
    required: true,
    initial: 'open',
    computed: true,
    listed: true,
  },
  subject: { kind: 'text', required: true, max: 120, listed: true, searched: true },
  kind: { kind: 'choice', choices: complaintKinds, required: true, listed: true },
  severity: { kind: 'choice', choices: severities, required: true, initial: 'normal', listed: true },
  channel: { kind: 'choice', choices: complaintChannels, required: true, initial: 'visit', listed: true },
  receivedOn: { kind: 'day', required: true, listed: true },
  /** Number under which an authority or a platform keeps it. */
  externalNumber: { kind: 'text', max: 60, searched: true },
  customerId: { kind: 'reference', refers: 'customer' },
  customerName: { kind: 'text', max: 100, listed: true, searched: true },
  phone: { kind: 'phone', searched: true, maskedWithout: 'customer.seePhone' },
  vehicleId: { kind: 'reference', refers: 'vehicle' },
  plate: { kind: 'plate', listed: true, searched: true, maskedWithout: 'customer.seePhone' },
  repairId: { kind: 'reference', refers: 'repair' },
  orderId: { kind: 'reference', refers: 'order' },
  /** 客户原话: what happened, in the customer's words. */
  description: { kind: 'note' },
  /** 诉求: what the customer wants. */
  demand: { kind: 'note', max: 1000 },
  handlerId: { kind: 'reference', refers: 'person', listed: true, owner: true }, // 处理人
  /** 涉及人员: whom it is about. */
  aboutId: { kind: 'reference', refers: 'person' },
  cause: { kind: 'note', max: 2000, computed: true },
  remedy: { kind: 'note', max: 2000, computed: true },
  costFen: { kind: 'money', computed: true, summed: true },
  answer: { kind: 'note', max: 2000, computed: true },
  /** First day of the clocks: the day of receipt, or of a late reopening. Its own day is not counted. */
  clockFrom: { kind: 'day', required: true, computed: true },
  takenOn: { kind: 'day', computed: true },
  answeredOn: { kind: 'day', computed: true },
  calledBackOn: { kind: 'day', computed: true },
  calledBackById: { kind: 'reference', refers: 'person', computed: true },
  callBackResult: { kind: 'choice', choices: callBackResults, computed: true },
  /** 客户意见: the customer's own words at the end. */
  customerWords: { kind: 'note', max: 2000, computed: true },
  closedOn: { kind: 'day', computed: true, listed: true },
  closedById: { kind: 'reference', refers: 'person', computed: true },
  /** 强制关闭: closed by a manager without the customer's word, with a reason. */
  forced: { kind: 'flag', required: true, computed: true },
  closeReason: { kind: 'note', max: 1000, computed: true },
  /** How often it was opened again. */
  reopened: { kind: 'integer', required: true, computed: true },
});

/** 法规 a term of the law, 本店 a term of the store's own. */
export const clockBases = ['law', 'store'] as const;
export type ClockBasis = (typeof clockBases)[number];
export const dayKinds = ['working', 'calendar'] as const; // 工作日 / 自然日
export type DayKind = (typeof dayKinds)[number];

/** 投诉时限 a term that complaints of a kind, channel or severity must keep; an empty one means any. */
export const complaintClockFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  basis: { kind: 'choice', choices: clockBases, required: true, initial: 'store', listed: true },
  kind: { kind: 'choice', choices: complaintKinds, listed: true },
  channel: { kind: 'choice', choices: complaintChannels, listed: true },
  severity: { kind: 'choice', choices: severities, listed: true },
  answerDays: { kind: 'integer', min: 1, listed: true },
  finishDays: { kind: 'integer', min: 1, listed: true },
  dayKind: { kind: 'choice', choices: dayKinds, required: true, initial: 'working', listed: true },
  /** 宽限: reopened within so many working days after closing, the old clock goes on. The store's own terms only. */
  graceDays: { kind: 'integer', listed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  source: { kind: 'text', max: 200, listed: true, searched: true },
  /** false is shown as 请核对. */
  confirmed: { kind: 'flag', required: true, initial: true, listed: true },
  note: { kind: 'note', max: 1000 },
});
