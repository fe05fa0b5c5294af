import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import type { MemberView, YearStatement } from '#shared/features/membership/membership-views.ts';
import { usableOf, type Amounts, type Lot } from '#shared/features/membership/membership-ledger.rules.ts';
import { statementOf } from '#shared/features/membership/membership-statement.rules.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { masked } from '#electron/kernel/record/record-mask.ts';
import { readGot } from '../partner/partner.repository.ts';
import { benefitUses } from './membership.benefits.ts';
import { designOn } from './membership.design.ts';
import { findMembers, oldCardsOf, shownPhone } from './membership.finding.ts';
import { liabilityOn } from './membership.liability.ts';
import { refundView } from './membership.prepaid.ts';
import {
  emptyAmounts,
  findMembership,
  readBalance,
  readEntries,
  readEntriesOf,
  readLots,
  type Membership,
} from './membership.repository.ts';
import { memberTier } from './membership.tier.ts';

export async function mustFindMember(reader: Reader, id: number): Promise<Membership> {
  const member = await findMembership(reader, id);
  if (!member) throw notFound('membership', id);
  return member;
}

export async function customerOf(
  reader: Reader,
  customerId: number,
): Promise<{ name: string; phone: string | null }> {
  return reader
    .selectFrom('customer')
    .select(['name', 'phone'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
}

async function platesOf({ reader, actor }: QueryContext, customerId: number): Promise<string[]> {
  const found = await reader
    .selectFrom('vehicle')
    .select('plate')
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .where('plate', 'is not', null)
    .limit(6)
    .execute();
  const seesAll = may(actor.roles, 'customer.seePhone');
  return found.map(({ plate }) => (seesAll ? (plate ?? '') : (masked(vehicleFields.plate, plate) ?? '')));
}

/** What can be used up; a fee that runs is nothing to use up. */
const usableNow = (lots: readonly Lot[], today: Day): Amounts =>
  usableOf(
    lots.filter(({ account }) => account !== 'tier'),
    today,
  );

/** A membership with everything that its page shows. */
async function memberView(context: QueryContext, id: number, limit: number): Promise<MemberView> {
  const { reader, clock, actor } = context;
  const today = clock.today();
  const member = await mustFindMember(reader, id);
  const { content: design } = await designOn(reader, today);
  const customer = await customerOf(reader, member.customerId);
  const { tier, salesFen } = await memberTier(reader, design, id, today);
  const next = design.tiers.find(({ fromFen }) => fromFen > salesFen && fromFen > tier.fromFen);
  const lots = await readLots(reader, id);
  const entries = await readEntries(reader, id, limit + 1);
  const into = member.mergedIntoId === null ? undefined : await findMembership(reader, member.mergedIntoId);
  const others = await reader
    .selectFrom('membership')
    .select(['id', 'number'])
    .where('customerId', '=', member.customerId)
    .where('state', '=', 'active')
    .where('id', '!=', id)
    .execute();
  const { number, cardNumber, state, customerId, joinedOn, closedOn } = member;
  return {
    id,
    number,
    cardNumber,
    state,
    customerId,
    customerName: customer.name,
    phone: shownPhone(customer.phone, actor),
    plates: await platesOf(context, customerId),
    joinedOn,
    closedOn,
    mergedInto: into ? { id: into.id, number: into.number } : null,
    others,
    oldCards: await oldCardsOf(reader, id),
    tier: tier.name,
    paidTiers: lots.flatMap(({ account, name, startsOn, expiresOn }) =>
      account === 'tier' && name !== null && expiresOn !== null && expiresOn >= today
        ? [{ name, startsOn, expiresOn }]
        : [],
    ),
    salesFen,
    nextTier: next ? { name: next.name, missingFen: next.fromFen - salesFen } : null,
    pointsPer100: tier.pointsPer100,
    labourDiscountBp: tier.labourDiscountBp,
    benefits: await benefitUses(reader, id, tier, today),
    usable: usableNow(lots, today),
    balance: await readBalance(reader, id),
    pointFen: design.pointFen,
    managerAboveFen: design.managerAboveFen,
    managerAbovePoints: design.managerAbovePoints,
    lots,
    entries: entries.slice(0, limit),
    more: entries.length > limit,
  };
}

/** What a member got in a year. */
export async function yearStatement(
  { reader, clock }: QueryContext,
  id: number,
  year: number,
): Promise<YearStatement> {
  const member = await mustFindMember(reader, id);
  const { name } = await customerOf(reader, member.customerId);
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const opening: Amounts =
    (await reader
      .selectFrom('membershipEntry')
      .select([
        'pointsAfter as points',
        'principalFenAfter as principalFen',
        'bonusFenAfter as bonusFen',
        'unitsAfter as units',
      ])
      .where('membershipId', '=', id)
      .where('onDay', '<', from)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? emptyAmounts;
  const entries = await readEntriesOf(reader, id, from, to);
  const end = to < clock.today() ? to : clock.today();
  const { content } = await designOn(reader, end);
  return {
    ...statementOf(opening, entries),
    year,
    number: member.number,
    customerName: name,
    tier: (await memberTier(reader, content, id, end)).tier.name,
    partnerCardsFen: await readGot(reader, member.customerId, from, to),
    entries,
  };
}

type Reading = Pick<
  HandlersOf<typeof membershipContract>,
  'find' | 'view' | 'ofCustomer' | 'refundOf' | 'liability' | 'statement'
>;

export const readingHandlers: Reading = {
  find: ({ code }, context) => findMembers(context, code),
  view: ({ id, entries }, context) => memberView(context, id, entries),
  async ofCustomer({ customerId }, { reader, clock }) {
    const today = clock.today();
    const member = await reader
      .selectFrom('membership')
      .select(['id', 'number'])
      .where('customerId', '=', customerId)
      .where('state', '=', 'active')
      .orderBy('id')
      .executeTakeFirst();
    if (!member) return null;
    const { content } = await designOn(reader, today);
    return {
      ...member,
      tier: (await memberTier(reader, content, member.id, today)).tier.name,
      usable: usableNow(await readLots(reader, member.id), today),
    };
  },
  async refundOf({ id, cause }, { reader, clock }) {
    await mustFindMember(reader, id);
    return refundView(reader, id, cause, clock.today());
  },
  liability: ({ day }, { reader }) => liabilityOn(reader, day),
  statement: ({ id, year }, context) => yearStatement(context, id, year),
};
