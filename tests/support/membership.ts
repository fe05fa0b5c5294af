import type { Core } from '#electron/core.ts';
import { newCustomer } from './records.ts';
import type { Window } from './core.ts';

let customers = 0;

/** A customer who is a member. */
export async function newMember(
  { client }: Window,
  given: Parameters<typeof newCustomer>[0] = {},
): Promise<{ id: number; customerId: number }> {
  const { id: customerId } = await client.customer.create({
    values: newCustomer({ name: `会员${(customers += 1)}`, phone: '13800001234', ...given }),
  });
  const { id } = await client.membership.enrol({ customerId, note: null });
  return { id, customerId };
}

export type LedgerSums = {
  readonly lots: Readonly<Record<string, number>>;
  readonly chain: Readonly<Record<string, number>>;
  readonly balance: Readonly<Record<string, number>>;
  readonly audit: Readonly<Record<string, number>>;
};

const names = ['points', 'principalFen', 'bonusFen', 'units'] as const;

/** What a membership holds, found in four ways that know nothing of each other: lots, entries, last balance, audit. */
export function ledgerSums({ database }: Pick<Core, 'database'>, id: number): LedgerSums {
  const sqlite = database.raw.reader;
  const lots = sqlite
    .prepare(
      `select case account when 'points' then 'points' when 'principal' then 'principalFen' when 'bonus' then 'bonusFen' else 'units' end as name,
        sum(quantity + coalesce((select sum(quantity) from membership_move where lot_id = membership_lot.id), 0)) as rest
       from membership_lot where membership_id = ? group by 1`,
    )
    .all(id) as { name: string; rest: number }[];
  const chain = sqlite
    .prepare(
      `select sum(points) as points, sum(principal_fen) as principalFen, sum(bonus_fen) as bonusFen, sum(units) as units
       from membership_entry where membership_id = ?`,
    )
    .get(id) as Record<string, number | null>;
  const last = sqlite
    .prepare(
      `select points_after as points, principal_fen_after as principalFen, bonus_fen_after as bonusFen, units_after as units
       from membership_entry where membership_id = ? order by id desc limit 1`,
    )
    .get(id) as Record<string, number> | undefined;
  const told = sqlite
    .prepare(`select detail from audit where call like 'membership.%' or call like 'campaign.%' order by seq`)
    .pluck()
    .all() as string[];
  const audit: Record<string, number> = {};
  for (const detail of told) {
    const { records } = JSON.parse(detail) as {
      records: { feature: string; id: number; changes: { field: string; before: number; after: number }[] }[];
    };
    for (const record of records.filter((one) => one.feature === 'membership' && one.id === id))
      for (const { field, before, after } of record.changes)
        if ((names as readonly string[]).includes(field)) audit[field] = (audit[field] ?? 0) + after - before;
  }
  const full = (of: Readonly<Record<string, number | null>>): Record<string, number> =>
    Object.fromEntries(names.map((name) => [name, of[name] ?? 0]));
  return {
    lots: full(Object.fromEntries(lots.map(({ name, rest }) => [name, rest]))),
    chain: full(chain),
    balance: full(last ?? {}),
    audit: full(audit),
  };
}
