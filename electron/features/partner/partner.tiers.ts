import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { designOn } from '../membership/membership.design.ts';
import { memberTier } from '../membership/membership.tier.ts';

/** Tiers of living memberships by customer. */
export async function tiersOf(
  reader: Reader | Writer,
  customerIds: readonly number[] | 'all',
  day: Day,
): Promise<Map<number, string>> {
  const { content } = await designOn(reader, day);
  const members = reader
    .selectFrom('membership')
    .select(['id', 'customerId'])
    .where('state', '=', 'active')
    .orderBy('id', 'desc');
  const rows = await (
    customerIds === 'all' ? members : members.where('customerId', 'in', [...customerIds])
  ).execute();
  const tiers = new Map<number, string>();
  for (const { id, customerId } of rows)
    tiers.set(customerId, (await memberTier(reader, content, id, day)).tier.name);
  return tiers;
}
