import type { DesignContent, Tier } from '#shared/features/membership/membership.content.ts';
import type { Posted } from '#shared/features/membership/membership-views.ts';
import {
  isRefusal,
  planExpire,
  type Amounts,
  type LedgerPlan,
  type Lot,
  type Refusal,
} from '#shared/features/membership/membership-ledger.rules.ts';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import { type Day } from '#shared/kernel/day.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { designOn } from './membership.design.ts';
import { insertEntry, type NewEntry } from './membership.inserting.ts';
import {
  findByReceipt,
  findMembership,
  lastEntry,
  readBalance,
  readLots,
  type Membership,
  type StoredEntry,
} from './membership.repository.ts';
import { memberTier } from './membership.tier.ts';

/** A membership as an entry meets it, after what had expired was written off. */
export type Standing = {
  readonly member: Membership;
  readonly lots: readonly Lot[];
  readonly day: Day;
  readonly design: DesignContent;
  /** The tier that it has on the day. */
  tier(): Promise<Tier>;
};

/** What is to be posted: its kind and receipt, and how it follows from where the membership stands. */
export type Posting = {
  readonly id: number;
  readonly kind: EntryKind;
  readonly receiptKey: string;
  readonly note: string | null;
  readonly refersId?: number;
  /** What the same receipt must say when it comes again; with `sameMore` everything that was asked for. */
  readonly same: {
    readonly saleFen?: number;
    readonly listFen?: number;
    readonly moneyFen?: number;
  } & Partial<Amounts>;
  /** What does not stand in the entry as it was asked. */
  sameMore?(known: StoredEntry): boolean | Promise<boolean>;
  plan(
    standing: Standing,
  ): Promise<
    Refusal | { readonly plan: LedgerPlan | Refusal; readonly worthFen?: number; readonly moneyFen?: number }
  >;
};

/** A refusal as an error; money in its sentence is written as money. */
function refusalError({ refused, params }: Refusal): Error {
  const shown = Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) =>
      name.endsWith('Fen') && typeof value === 'number'
        ? [name.slice(0, -'Fen'.length), formatMoney(value)]
        : [name, value],
    ),
  );
  return ruleViolated(refused, shown);
}

/** The membership, able to be posted to. Errors: not-found, `membership-closed`, `membership-merged`. */
export async function activeMember(
  { writer }: Pick<CommandContext, 'writer'>,
  id: number,
): Promise<Membership> {
  const member = await findMembership(writer, id);
  if (!member) throw notFound('membership', id);
  if (member.state === 'closed') throw ruleViolated('membership-closed', { number: member.number });
  if (member.state === 'merged') {
    const into = await findMembership(writer, member.mergedIntoId ?? 0);
    throw ruleViolated('membership-merged', { number: member.number, into: into?.number ?? '' });
  }
  return member;
}

/** The business day. Error: `membership-clock-back` where the ledger has a later one already. */
export async function ledgerDay({ writer, clock }: Pick<CommandContext, 'writer' | 'clock'>): Promise<Day> {
  const today = clock.today();
  const last = await lastEntry(writer);
  if (last && last.onDay > today) throw ruleViolated('membership-clock-back', { today, last: last.onDay });
  return today;
}

const added = (a: Amounts, b: Amounts): Amounts => ({
  points: a.points + b.points,
  principalFen: a.principalFen + b.principalFen,
  bonusFen: a.bonusFen + b.bonusFen,
  units: a.units + b.units,
});

type EntryHead = Omit<NewEntry, 'amounts' | 'after' | 'shortPoints'>;

/** Writes one plan as an entry behind the balances before it, and tells the audit both. */
export async function writeEntry(
  { writer, changed }: Pick<CommandContext, 'writer' | 'changed'>,
  head: EntryHead,
  plan: LedgerPlan,
  before: Amounts,
): Promise<{ entryId: number; after: Amounts }> {
  const { births, moves, amounts, shortPoints } = plan;
  const after = added(before, amounts);
  const entryId = await insertEntry(writer, { ...head, amounts, after, shortPoints }, births, moves);
  const fields = (['points', 'principalFen', 'bonusFen', 'units'] as const).filter(
    (name) => amounts[name] !== 0,
  );
  changed({
    feature: 'membership',
    id: head.membershipId,
    changes: [
      { field: 'entry', before: null, after: entryId },
      { field: 'kind', before: null, after: head.kind },
      ...fields.map((field) => ({ field, before: before[field], after: after[field] })),
    ],
  });
  return { entryId, after };
}

const blank = { refersId: null, saleFen: 0, listFen: 0, worthFen: 0, moneyFen: 0, note: null };

/** Writes off what has expired. Gives the balances and the lots that are left. */
export async function expireOf(
  context: CommandContext,
  membershipId: number,
  day: Day,
): Promise<{ balance: Amounts; lots: readonly Lot[]; expired: boolean }> {
  const balance = await readBalance(context.writer, membershipId);
  const lots = await readLots(context.writer, membershipId);
  const plan = planExpire(lots, day);
  if (!plan) return { balance, lots, expired: false };
  // Unique: the member's balances change with every one of them.
  const receiptKey = `expire:${membershipId}:${(await lastEntry(context.writer))?.id ?? 0}`;
  const { after } = await writeEntry(
    context,
    {
      ...blank,
      membershipId,
      kind: 'expire',
      onDay: day,
      at: context.clock.now(),
      receiptKey,
      personId: context.actor.personId,
    },
    plan,
    balance,
  );
  const gone = new Set(plan.moves.map(({ lotId }) => lotId));
  return { balance: after, lots: lots.filter(({ id }) => !gone.has(id)), expired: true };
}

/** A manager is asked for above the limits of the design. Error: `membership-above-limit`. */
export function assertWithin(
  { actor }: Pick<CommandContext, 'actor'>,
  { design }: Pick<Standing, 'design'>,
  asked: { readonly fen?: number; readonly points?: number },
): void {
  if (scopeOf(actor.roles, 'membership.reverse') !== undefined) return;
  if ((asked.fen ?? 0) > design.managerAboveFen)
    throw ruleViolated('membership-above-limit', { limit: formatMoney(design.managerAboveFen) });
  if ((asked.points ?? 0) > design.managerAbovePoints)
    throw ruleViolated('membership-above-limit-points', { limit: design.managerAbovePoints });
}

/**
 * Posts one entry in the command's transaction: the same receipt once, on a business day that never runs back, against lots
 * that hold enough. Errors: see the contract; nothing is written then.
 */
export async function post(context: CommandContext, posting: Posting): Promise<Posted> {
  const { writer, clock, actor } = context;
  const { id, kind, receiptKey, note, same } = posting;
  const known = await findByReceipt(writer, receiptKey, kind);
  if (known) {
    const isSame =
      known.membershipId === id &&
      (posting.refersId === undefined || known.refersId === posting.refersId) &&
      Object.entries(same).every(([name, value]) => known[name as keyof typeof known] === value) &&
      ((await posting.sameMore?.(known)) ?? true);
    if (!isSame) throw ruleViolated('membership-receipt-taken', { receiptKey });
    return { entryId: known.id, repeated: true };
  }
  const member = await activeMember(context, id);
  const day = await ledgerDay(context);
  const { content: design } = await designOn(writer, day);
  const { balance, lots } = await expireOf(context, id, day);
  const planned = await posting.plan({
    member,
    lots,
    day,
    design,
    tier: async () => (await memberTier(writer, design, id, day)).tier,
  });
  if ('refused' in planned) throw refusalError(planned);
  if (isRefusal(planned.plan)) throw refusalError(planned.plan);
  const { entryId } = await writeEntry(
    context,
    {
      membershipId: id,
      kind,
      onDay: day,
      at: clock.now(),
      receiptKey,
      refersId: posting.refersId ?? null,
      saleFen: same.saleFen ?? 0,
      listFen: same.listFen ?? 0,
      worthFen: planned.worthFen ?? 0,
      moneyFen: planned.moneyFen ?? same.moneyFen ?? 0,
      note,
      personId: actor.personId,
    },
    planned.plan,
    balance,
  );
  return { entryId, repeated: false };
}
