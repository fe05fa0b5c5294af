import { fieldsOf } from '../../kernel/field.ts';

/** 商户类别 of partners; the store's own list. */
export const partnerKindFields = fieldsOf({
  name: { kind: 'text', required: true, max: 40, listed: true, searched: true, unique: true },
  nameEn: { kind: 'text', max: 60, listed: true, searched: true },
  note: { kind: 'note', max: 400, listed: true },
});

const partnerStates = ['active', 'paused', 'ended'] as const;

/** 合作商户 partner whose cards the store gives to its customers. */
export const partnerFields = fieldsOf({
  name: { kind: 'text', required: true, max: 60, listed: true, searched: true, unique: true },
  kindId: { kind: 'reference', refers: 'partnerKind', required: true, listed: true },
  contact: { kind: 'text', max: 40, listed: true, searched: true },
  phone: { kind: 'phone', listed: true, searched: true },
  address: { kind: 'text', max: 200, listed: true },
  state: { kind: 'choice', choices: partnerStates, required: true, initial: 'active', listed: true },
  personId: { kind: 'reference', refers: 'person', listed: true },
  note: { kind: 'note', max: 2000 },
});

/** What a card holds: money, or so many times of one thing. */
const cardUnits = ['money', 'times'] as const;
export type CardUnit = (typeof cardUnits)[number];

/** Who bears what the customer does not pay: the store, the partner, or both. */
const discountBearers = ['store', 'partner', 'shared'] as const;

/** Who numbers the cards: the store (with a check digit), the partner (typed), or cards that lie in the store's stock. */
const cardNumberings = ['own', 'partner', 'stock'] as const;
export type CardNumbering = (typeof cardNumberings)[number];

/** 合作协议: what a card of a partner is worth, who pays what, and how many may be issued. Rates in basis points. */
export const partnerAgreementFields = fieldsOf({
  partnerId: { kind: 'reference', refers: 'partner', required: true, listed: true },
  /** 卡种. */
  cardName: { kind: 'text', required: true, max: 40, listed: true, searched: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', required: true, listed: true },
  unit: { kind: 'choice', choices: cardUnits, required: true, initial: 'money', listed: true },
  faceFen: { kind: 'money', min: 1, listed: true },
  faceTimes: { kind: 'integer', min: 1, listed: true },
  /** What one time is worth. */
  timeFen: { kind: 'money', min: 1 },
  bearer: { kind: 'choice', choices: discountBearers, required: true, initial: 'store', listed: true },
  /** The store's part of what is redeemed, where both bear it. */
  storeShareHundredths: { kind: 'integer' },
  /** What the store pays for each card, and for each redemption, beside its part. */
  cardFen: { kind: 'money', required: true, initial: 0 },
  useFen: { kind: 'money', required: true, initial: 0 },
  /** 返点 what the partner pays the store of what is redeemed. */
  rebateHundredths: { kind: 'integer', required: true, initial: 0 },
  monthQuota: { kind: 'integer', min: 1, listed: true },
  totalQuota: { kind: 'integer', min: 1, listed: true },
  perCustomer: { kind: 'integer', min: 1 },
  /** A card can be used on the day of its issue and so many days after. */
  validDays: { kind: 'integer', required: true, min: 1, initial: 365 },
  /** Day of the month after, on which the two settle. */
  settleDay: { kind: 'integer', required: true, min: 1, initial: 10 },
  numbering: { kind: 'choice', choices: cardNumberings, required: true, initial: 'own', listed: true },
  note: { kind: 'note', max: 2000 },
});

/** Why a card is given: 等级权益, 活动, 补偿, 销售赠送. */
export const issueReasons = ['tierBenefit', 'campaign', 'goodwill', 'sale'] as const;
export type IssueReason = (typeof issueReasons)[number];

const cardStates = ['stock', 'issued', 'used', 'expired', 'damaged', 'returned', 'cancelled'] as const;
export type CardState = (typeof cardStates)[number];

/** 合作卡. Kept by the core alone; what happened to it stands in its entries. */
export const partnerCardFields = fieldsOf({
  number: { kind: 'text', required: true, max: 40, computed: true, listed: true, searched: true },
  partnerId: { kind: 'reference', refers: 'partner', required: true, computed: true, listed: true },
  agreementId: { kind: 'reference', refers: 'partnerAgreement', computed: true, listed: true },
  state: { kind: 'choice', choices: cardStates, required: true, computed: true, listed: true },
  customerId: { kind: 'reference', refers: 'customer', computed: true, listed: true },
  reason: { kind: 'choice', choices: issueReasons, computed: true, listed: true },
  issuedOn: { kind: 'day', computed: true, listed: true },
  expiresOn: { kind: 'day', computed: true, listed: true },
  faceFen: { kind: 'money', computed: true, summed: true },
  balanceFen: { kind: 'money', computed: true, listed: true, summed: true },
  faceTimes: { kind: 'integer', computed: true },
  balanceTimes: { kind: 'integer', computed: true, listed: true },
  /** 等级 of the member when the card was issued. */
  tier: { kind: 'text', max: 40, computed: true },
  /** 批次 in which a physical card came. */
  lot: { kind: 'text', max: 40, computed: true },
  personId: { kind: 'reference', refers: 'person', computed: true },
  note: { kind: 'note', max: 400, computed: true },
});

const settlementStates = ['agreed', 'paid'] as const;

/** 结算单 of a partner and month, from the day on which both agreed; until then it is reckoned anew each time. */
export const partnerSettlementFields = fieldsOf({
  number: { kind: 'text', required: true, max: 20, computed: true, listed: true, searched: true },
  partnerId: { kind: 'reference', refers: 'partner', required: true, computed: true, listed: true },
  month: { kind: 'month', required: true, computed: true, listed: true },
  state: { kind: 'choice', choices: settlementStates, required: true, computed: true, listed: true },
  openingFen: { kind: 'money', required: true, computed: true },
  issuedFen: { kind: 'money', required: true, computed: true, listed: true },
  redeemedFen: { kind: 'money', required: true, computed: true, listed: true },
  expiredFen: { kind: 'money', required: true, computed: true, listed: true },
  closingFen: { kind: 'money', required: true, computed: true },
  storeFen: { kind: 'money', required: true, computed: true, listed: true, summed: true },
  partnerFen: { kind: 'money', required: true, computed: true, listed: true, summed: true },
  /** What the store pays; below zero: what the partner pays. */
  netFen: {
    kind: 'money',
    required: true,
    min: -9_000_000_000_000,
    computed: true,
    listed: true,
    summed: true,
  },
  /** The partner's own list, and by how much it is above the store's. */
  listFen: { kind: 'money', min: -9_000_000_000_000, computed: true },
  differenceFen: { kind: 'money', min: -9_000_000_000_000, computed: true, listed: true },
  agreedOn: { kind: 'day', required: true, computed: true, listed: true },
  agreedById: { kind: 'reference', refers: 'person', required: true, computed: true },
  paidOn: { kind: 'day', computed: true, listed: true },
  receivableId: { kind: 'reference', refers: 'receivable', computed: true },
  cashId: { kind: 'reference', refers: 'cash', computed: true },
  note: { kind: 'note', max: 400, computed: true },
});
