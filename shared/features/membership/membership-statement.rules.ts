import type { Amounts } from './membership-ledger.rules.ts';

/** 年度对账单 what a member got within a year, in money. Fen, points and units. */

export const entryKinds = [
  'earn', // 消费积分
  'grant', // 赠送积分
  'redeem', // 积分兑换
  'topUp', // 充值
  'pay', // 储值消费
  'issue', // 发券、售套餐、售期限卡
  'fee', // 会费
  'use', // 核销
  'benefit', // 等级权益
  'expire', // 过期
  'reverse', // 冲正
  'return', // 退货扣回
  'refund', // 退款
  'transferOut', // 合并转出
  'transferIn', // 合并转入
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a statement needs of an entry; a reversal counts as the opposite of what it reverses. */
export type StatementEntry = {
  readonly kind: EntryKind;
  /** Of a reversal: the kind that it reverses. */
  readonly reversedKind: EntryKind | null;
  /** What the member got, in fen; negative where it is taken back. */
  readonly worthFen: number;
  /** Signed: money that the member paid ahead or got back. */
  readonly moneyFen: number;
} & Amounts;

const gainKinds = ['redeemed', 'bonus', 'discount', 'used', 'benefit'] as const;
export type GainKind = (typeof gainKinds)[number];

export type Statement = {
  readonly opening: Amounts;
  readonly closing: Amounts;
  /** What the member got: points paid with, bonus spent, price taken off, vouchers and packages used, benefits of the tier. */
  readonly gains: readonly { readonly kind: GainKind; readonly count: number; readonly fen: number }[];
  readonly gainedFen: number;
  readonly earnedPoints: number;
  readonly spentPoints: number;
  readonly expiredPoints: number;
  readonly paidInFen: number;
  /** Of that, fees for a tier. */
  readonly feesFen: number;
  readonly paidBackFen: number;
};

const gainOf: Partial<Readonly<Record<EntryKind, GainKind>>> = {
  earn: 'discount',
  redeem: 'redeemed',
  use: 'used',
  benefit: 'benefit',
};

/** The statement of a span of entries, from what was there before them. */
export function statementOf(opening: Amounts, entries: readonly StatementEntry[]): Statement {
  const gains = new Map(gainKinds.map((kind) => [kind, { kind, count: 0, fen: 0 }]));
  const add = (kind: GainKind, fen: number, count: number): void => {
    const line = gains.get(kind);
    if (!line || fen === 0) return;
    line.fen += fen;
    line.count += count;
  };
  const sums = { ...opening };
  let [earnedPoints, spentPoints, expiredPoints] = [0, 0, 0];
  let [paidInFen, feesFen, paidBackFen] = [0, 0, 0];
  for (const entry of entries) {
    sums.points += entry.points;
    sums.principalFen += entry.principalFen;
    sums.bonusFen += entry.bonusFen;
    sums.units += entry.units;
    const kind = entry.reversedKind ?? entry.kind;
    const count = entry.reversedKind === null ? 1 : -1;
    if (kind === 'pay') {
      add('bonus', -entry.bonusFen, count);
      add('discount', entry.worthFen + entry.bonusFen, count);
    } else {
      const gain = gainOf[kind];
      if (gain) add(gain, entry.worthFen, count);
    }
    if (kind === 'redeem') spentPoints -= entry.points;
    else if (kind === 'expire') expiredPoints -= entry.points;
    else earnedPoints += entry.points;
    if (kind === 'refund') paidBackFen -= entry.moneyFen;
    else paidInFen += entry.moneyFen;
    if (kind === 'fee') feesFen += entry.moneyFen;
  }
  const lines = gainKinds.flatMap((kind) => gains.get(kind) ?? []);
  return {
    opening,
    closing: sums,
    gains: lines,
    gainedFen: lines.reduce((sum, { fen }) => sum + fen, 0),
    earnedPoints,
    spentPoints,
    expiredPoints,
    paidInFen,
    feesFen,
    paidBackFen,
  };
}

/** Receipts that the program gave itself say nothing to a person. */
const ownReceipt = /^(?:auto|expire|reverse|refund|merge|close|campaign|trigger):/u;

/** The receipt as a person knows it, and the note. */
export const receiptText = (entry: { readonly receiptKey: string; readonly note: string | null }): string =>
  [ownReceipt.test(entry.receiptKey) ? '' : entry.receiptKey, entry.note ?? '']
    .filter((part) => part !== '')
    .join(' · ');
