/** 重复客户: which customers are likely one and the same. */

/** What is compared of a customer; everything in its normal spelling. */
export type DuplicateCandidate = {
  readonly id: number;
  readonly kind: 'person' | 'company';
  readonly name: string;
  /** Full pinyin of the name; '' for names without Chinese characters. */
  readonly sound: string;
  readonly phones: readonly string[];
  readonly identityNumber: string | null;
  readonly plates: readonly string[];
  readonly vins: readonly string[];
};

/** 证件号 / 车架号 / 车牌 / 电话 / 同名单位 / 同音且电话尾号相同. */
const duplicateReasons = ['identity', 'vin', 'plate', 'phone', 'name', 'sound'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** What each agreement says, in points; a pair is shown from `shownFrom` on. Values of this program, not of a rule. */
const points: Readonly<Record<DuplicateReason, number>> = {
  identity: 100,
  vin: 60,
  plate: 50,
  phone: 60,
  name: 40,
  sound: 20,
};
const shownFrom = 40;
const certainFrom = 100;
const likelyFrom = 60;

export type DuplicateSureness = 'certain' | 'likely' | 'possible';

export type DuplicatePair = {
  /** The older record first. */
  readonly ids: readonly [number, number];
  readonly reasons: readonly DuplicateReason[];
  readonly points: number;
  readonly sureness: DuplicateSureness;
};

/** A value that so many share that it tells nothing: a switchboard, a made-up number. */
export type CommonValue = {
  readonly reason: DuplicateReason;
  readonly value: string;
  readonly count: number;
};

/** More customers than this with one value are no duplicates of each other. */
export const mostAlike = 8;

const surenessOf = (sum: number): DuplicateSureness =>
  sum >= certainFrom ? 'certain' : sum >= likelyFrom ? 'likely' : 'possible';

const tailOf = (phone: string): string => phone.slice(-4);

/** The values by which two customers meet. Names of persons meet with the tail of a telephone only: 王伟 is not one person. */
function* keysOf(one: DuplicateCandidate): Generator<readonly [DuplicateReason, string]> {
  if (one.identityNumber) yield ['identity', one.identityNumber];
  for (const vin of one.vins) yield ['vin', vin];
  for (const plate of one.plates) yield ['plate', plate];
  for (const phone of one.phones) yield ['phone', phone];
  if (one.kind === 'company') yield ['name', one.name];
  if (one.sound) for (const tail of new Set(one.phones.map(tailOf))) yield ['sound', `${one.sound} ${tail}`];
}

/** Two people with papers of their own are two people, whatever else they share. */
const areTwo = (a: DuplicateCandidate, b: DuplicateCandidate): boolean =>
  a.kind !== b.kind ||
  (a.identityNumber !== null && b.identityNumber !== null && a.identityNumber !== b.identityNumber);

/** One name is one sound: it counts once. */
const reasonsOf = (
  a: DuplicateCandidate,
  b: DuplicateCandidate,
  met: ReadonlySet<DuplicateReason>,
): readonly DuplicateReason[] => {
  const isOneName = a.name === b.name;
  return duplicateReasons.filter((reason) =>
    reason === 'name' ? isOneName : met.has(reason) && !(isOneName && reason === 'sound'),
  );
};

/**
 * Pairs that are likely one customer, the surest first, then by id. Linear in customers but for values that several share.
 */
export function findDuplicates(customers: readonly DuplicateCandidate[]): {
  readonly pairs: readonly DuplicatePair[];
  readonly common: readonly CommonValue[];
} {
  const meeting = new Map<string, number[]>();
  for (const [at, one] of customers.entries())
    for (const [reason, value] of keysOf(one)) {
      const key = `${reason} ${value}`;
      const others = meeting.get(key);
      if (others === undefined) meeting.set(key, [at]);
      else if (others.at(-1) !== at) others.push(at);
    }
  const met = new Map<number, Set<DuplicateReason>>();
  const common: CommonValue[] = [];
  for (const [key, group] of meeting) {
    if (group.length < 2) continue;
    const gap = key.indexOf(' ');
    const reason = key.slice(0, gap) as DuplicateReason; // as written above
    if (group.length > mostAlike) {
      common.push({ reason, value: key.slice(gap + 1), count: group.length });
      continue;
    }
    for (const [index, first] of group.entries())
      for (const second of group.slice(index + 1)) {
        const pair = first * customers.length + second;
        const reasons = met.get(pair);
        if (reasons) reasons.add(reason);
        else met.set(pair, new Set([reason]));
      }
  }
  const pairs: DuplicatePair[] = [];
  for (const [pair, found] of met) {
    const a = customers[Math.floor(pair / customers.length)];
    const b = customers[pair % customers.length];
    if (!a || !b || areTwo(a, b)) continue;
    const reasons = reasonsOf(a, b, found);
    const sum = reasons.reduce((all, reason) => all + points[reason], 0);
    if (sum < shownFrom) continue;
    const ids = a.id < b.id ? ([a.id, b.id] as const) : ([b.id, a.id] as const);
    pairs.push({ ids, reasons, points: sum, sureness: surenessOf(sum) });
  }
  pairs.sort((a, b) => b.points - a.points || a.ids[0] - b.ids[0] || a.ids[1] - b.ids[1]);
  common.sort((a, b) => b.count - a.count);
  return { pairs, common };
}
