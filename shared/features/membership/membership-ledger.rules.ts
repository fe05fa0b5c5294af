import type { Day } from '../../kernel/day.ts';

/**
 * 会员账 the ledger as pure plans: what an entry does to the lots of a membership. Points in whole points, money in whole fen,
 * vouchers, packages and passes in whole units. A plan takes what is oldest first and never more than there is; who writes it
 * adds the numbers of entry and lots. Nothing here asks the clock: the business day is given.
 */

/** points 积分; principal 本金 and bonus 赠送 of stored value; voucher 券; package 套餐 (n times); pass 期限卡 (without limit); tier 会费 (a tier that was paid for). */
const lotAccounts = ['points', 'principal', 'bonus', 'voucher', 'package', 'pass', 'tier'] as const;
export type LotAccount = (typeof lotAccounts)[number];

export type Lot = {
  readonly id: number;
  /** The entry that made it; principal and bonus of one top-up share it. */
  readonly entryId: number;
  readonly account: LotAccount;
  /** What it was made with, and what is left. */
  readonly quantity: number;
  readonly rest: number;
  readonly startsOn: Day;
  /** Last day on which it can be used; null: no end. */
  readonly expiresOn: Day | null;
  /** Of vouchers, packages, passes and paid tiers. */
  readonly name: string | null;
  /** What was paid for all of it; 0: given. */
  readonly paidFen: number;
  /** List price of one unit: a voucher's worth, one time of a package, the whole time of a pass or paid tier. */
  readonly unitFen: number;
};

export type NewLot = Omit<Lot, 'id' | 'entryId' | 'rest'>;
/** A signed change of one lot. */
export type LotMove = { readonly lotId: number; readonly quantity: number };

/** Signed sums of an entry by account; units: vouchers, packages, passes and paid tiers together. */
export type Amounts = {
  readonly points: number;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly units: number;
};

export type LedgerPlan = {
  readonly births: readonly NewLot[];
  readonly moves: readonly LotMove[];
  readonly amounts: Amounts;
  /** Points of a return that were spent already: withheld from the money that goes back, see `planReturn`. */
  readonly shortPoints: number;
};

/** Why nothing is posted: a key among the texts' reasons. */
export type Refusal = {
  readonly refused: string;
  readonly params?: Readonly<Record<string, string | number>>;
};
export const refusal = (refused: string, params: NonNullable<Refusal['params']>): Refusal => ({
  refused,
  params,
});
export const isRefusal = (plan: LedgerPlan | Refusal): plan is Refusal => 'refused' in plan;

/** Whether a lot is over: its last day still counts. */
export const isExpired = ({ expiresOn }: Pick<Lot, 'expiresOn'>, day: Day): boolean =>
  expiresOn !== null && expiresOn < day;
/** Whether something of a lot can be spent on a day. */
export const isUsable = (lot: Lot, day: Day): boolean =>
  lot.rest > 0 && lot.startsOn <= day && !isExpired(lot, day);

const keyOf: Readonly<Record<LotAccount, keyof Amounts>> = {
  points: 'points',
  principal: 'principalFen',
  bonus: 'bonusFen',
  voucher: 'units',
  package: 'units',
  pass: 'units',
  tier: 'units',
};

/** What an entry's new lots and moves add up to. */
function amountsOf(
  lots: readonly Pick<Lot, 'id' | 'account'>[],
  births: readonly NewLot[],
  moves: readonly LotMove[],
): Amounts {
  const sums = { points: 0, principalFen: 0, bonusFen: 0, units: 0 };
  for (const { account, quantity } of births) sums[keyOf[account]] += quantity;
  for (const { lotId, quantity } of moves) {
    const account = lots.find(({ id }) => id === lotId)?.account;
    if (account === undefined) throw new RangeError(`no lot ${lotId}`);
    sums[keyOf[account]] += quantity;
  }
  return sums;
}

/** What is left in all, whether it can still be used or not. */
export const balanceOf = (lots: readonly Lot[]): Amounts =>
  amountsOf(
    lots,
    [],
    lots.map(({ id, rest }) => ({ lotId: id, quantity: rest })),
  );

/** What can be used on a day. */
export const usableOf = (lots: readonly Lot[], day: Day): Amounts =>
  balanceOf(lots.filter((lot) => isUsable(lot, day)));

const planned = (
  lots: readonly Lot[],
  moves: readonly LotMove[],
  births: readonly NewLot[] = [],
): LedgerPlan => ({ births, moves, amounts: amountsOf(lots, births, moves), shortPoints: 0 });

/** A plan that makes new lots and touches none. */
export const planBirths = (births: readonly NewLot[]): LedgerPlan => planned([], [], births);

/** whole × part / of, dropped below; exact for all whole fen. */
export const portion = (whole: number, part: number, of: number): number =>
  Number((BigInt(whole) * BigInt(part)) / BigInt(of));

/** Oldest first. Lots that came with a merged membership are older than their numbers. */
const bySequence = (a: Lot, b: Lot): number =>
  a.startsOn === b.startsOn ? a.id - b.id : a.startsOn < b.startsOn ? -1 : 1;

/** Takes up to a quantity from lots, oldest first. */
function taken(lots: readonly Lot[], quantity: number): { moves: LotMove[]; left: number } {
  const moves: LotMove[] = [];
  let left = quantity;
  for (const { id, rest } of lots.toSorted(bySequence)) {
    if (left === 0) break;
    const part = Math.min(left, rest);
    if (part === 0) continue;
    moves.push({ lotId: id, quantity: -part });
    left -= part;
  }
  return { moves, left };
}

/** 兑换: spends points. Refusal: `membership-points-short`. */
export function planRedeem(lots: readonly Lot[], points: number, day: Day): LedgerPlan | Refusal {
  const usable = lots.filter((lot) => lot.account === 'points' && isUsable(lot, day));
  const { moves, left } = taken(usable, points);
  if (left > 0)
    return { refused: 'membership-points-short', params: { points, balance: usableOf(usable, day).points } };
  return planned(lots, moves);
}

/**
 * 储值消费: spends stored value, the oldest top-up first, and within one principal and bonus by their shares of what is left of
 * it, so that what remains is always refundable by its share. Refusal: `membership-money-short`.
 */
export function planPay(lots: readonly Lot[], amountFen: number, day: Day): LedgerPlan | Refusal {
  const usable = lots.filter(
    (lot) => (lot.account === 'principal' || lot.account === 'bonus') && isUsable(lot, day),
  );
  const moves: LotMove[] = [];
  let left = amountFen;
  for (const pair of Map.groupBy(usable.toSorted(bySequence), ({ entryId }) => entryId).values()) {
    if (left === 0) break;
    const rest = pair.reduce((sum, lot) => sum + lot.rest, 0);
    const take = Math.min(left, rest);
    const principal = pair.find(({ account }) => account === 'principal');
    const fromPrincipal = principal ? portion(take, principal.rest, rest) : 0;
    const bonus = pair.find(({ account }) => account === 'bonus');
    if (principal && fromPrincipal > 0) moves.push({ lotId: principal.id, quantity: -fromPrincipal });
    if (bonus && take > fromPrincipal) moves.push({ lotId: bonus.id, quantity: -(take - fromPrincipal) });
    left -= take;
  }
  if (left > 0) {
    const { principalFen, bonusFen } = usableOf(usable, day);
    return {
      refused: 'membership-money-short',
      params: { amountFen, balanceFen: principalFen + bonusFen },
    };
  }
  return planned(lots, moves);
}

/** 核销: uses a voucher, times of a package, or a pass (which stays). Refusals name the lot and why it cannot be used. */
export function planUse(lots: readonly Lot[], lotId: number, times: number, day: Day): LedgerPlan | Refusal {
  const lot = lots.find(({ id }) => id === lotId);
  const name = lot?.name ?? '';
  if (!lot || lot.name === null || lot.account === 'tier') return { refused: 'membership-no-such-lot' };
  if (isExpired(lot, day))
    return { refused: 'membership-lot-expired', params: { name, expiresOn: lot.expiresOn ?? '' } };
  if (lot.startsOn > day)
    return { refused: 'membership-lot-not-yet', params: { name, startsOn: lot.startsOn } };
  if (lot.rest === 0) return { refused: 'membership-lot-empty', params: { name } };
  if (lot.account === 'pass') return planned(lots, []);
  if (lot.rest < times) return { refused: 'membership-units-short', params: { name, times, rest: lot.rest } };
  return planned(lots, [{ lotId, quantity: -times }]);
}

/** 过期: what has expired and is still there is written off. Undefined: nothing. */
export function planExpire(lots: readonly Lot[], day: Day): LedgerPlan | undefined {
  const gone = lots.filter((lot) => lot.rest > 0 && isExpired(lot, day));
  if (gone.length === 0) return undefined;
  return planned(
    lots,
    gone.map(({ id, rest }) => ({ lotId: id, quantity: -rest })),
  );
}

/**
 * 冲正: takes one entry back whole. What it spent returns to the lots that it came from, with their own expiry; what it made must
 * still be whole. Refusal: `membership-lot-used`.
 */
export function planReverse(
  lots: readonly Lot[],
  entryId: number,
  moves: readonly LotMove[],
): LedgerPlan | Refusal {
  const born = lots.filter((lot) => lot.entryId === entryId);
  if (born.some(({ quantity, rest }) => quantity !== rest)) return { refused: 'membership-lot-used' };
  return planned(lots, [
    ...born.map(({ id, rest }) => ({ lotId: id, quantity: -rest })),
    ...moves.map(({ lotId, quantity }) => ({ lotId, quantity: -quantity })),
  ]);
}

/**
 * 退货扣回: a returned sale takes its points back: first from the lots that it made, then from others that can be used, oldest
 * first. Never below zero and no debt is carried: what was spent already is told as `shortPoints`, whose value is withheld from
 * the money that goes back.
 */
export function planReturn(lots: readonly Lot[], saleEntryId: number, points: number, day: Day): LedgerPlan {
  const all = lots.filter((lot) => lot.account === 'points' && isUsable(lot, day));
  const own = taken(
    all.filter(({ entryId }) => entryId === saleEntryId),
    points,
  );
  const others = taken(
    all.filter(({ entryId }) => entryId !== saleEntryId),
    own.left,
  );
  return { ...planned(lots, [...own.moves, ...others.moves]), shortPoints: others.left };
}

/** Points that a return of part of a sale takes back, after what earlier returns of it took. */
export function pointsOfReturn(
  sale: { readonly saleFen: number; readonly points: number },
  returnedBefore: { readonly saleFen: number; readonly points: number },
  saleFen: number,
): number {
  if (sale.saleFen === 0) return 0;
  const returned = returnedBefore.saleFen + saleFen;
  const kept = portion(sale.points, sale.saleFen - returned, sale.saleFen);
  return sale.points - kept - returnedBefore.points;
}

/** Takes lots out whole, for a refund or a closing. */
export const planEmpty = (lots: readonly Lot[], lotIds: ReadonlySet<number>): LedgerPlan =>
  planned(
    lots,
    lots
      .filter(({ id, rest }) => rest > 0 && lotIds.has(id))
      .map(({ id, rest }) => ({ lotId: id, quantity: -rest })),
  );
