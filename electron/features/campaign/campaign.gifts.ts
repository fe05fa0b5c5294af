import { sql } from 'kysely';
import { giftCostFen } from '#shared/features/campaign/campaign-margin.rules.ts';
import { marginOn, type MarginEdition } from '#shared/features/membership/membership-margin.rules.ts';
import type { GiftGoods } from '#shared/features/campaign/campaign.fields.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { designOn } from '../membership/membership.design.ts';

/** What was given to a customer at its price, in fen, and what the store paid of it. */
export type GivenGift = {
  readonly customerId: number;
  readonly givenFen: number;
  readonly usedFen: number;
  readonly openFen: number;
  /** Of what was used: what it cost the store, and the part of its price that no margin is known for. */
  readonly costFen: number;
  readonly atPriceFen: number;
};

type Lot = {
  readonly customerId: number;
  readonly lotId: number;
  readonly account: string;
  readonly quantity: number;
  readonly unitFen: number;
  readonly rest: number;
  readonly expiresOn: Day | null;
};
type Use = { readonly lotId: number; readonly onDay: Day; readonly quantity: number };

const given = (
  id: number,
) => sql`campaign_response as response join membership_lot as lot on lot.entry_id = response.entry_id
  where response.campaign_id = ${id} and not exists (select 1 from membership_entry as undone
    where undone.refers_id = response.entry_id and undone.kind = 'reverse')`;

/**
 * What was given through the ledger: points as the design of today pays them, the rest at its price. What was used of a voucher
 * or free service costs the store its price less the margin of `goods` on the day of use. A gift that was reversed is none, a use that
 * was taken back counts on its own day.
 */
export async function readGifts(
  reader: Reader,
  id: number,
  {
    today,
    goods,
    editions,
  }: {
    readonly today: Day;
    readonly goods: GiftGoods | null;
    readonly editions: readonly MarginEdition[];
  },
): Promise<GivenGift[]> {
  const { pointFen } = (await designOn(reader, today)).content;
  const lots = await sql<Lot>`
    select response.customer_id, lot.id as lot_id, lot.account, lot.quantity, lot.unit_fen, lot.expires_on,
      lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = lot.id), 0) as rest
    from ${given(id)} order by response.customer_id, lot.id`.execute(reader);
  const uses = await sql<Use>`
    select move.lot_id, coalesce(undone.on_day, entry.on_day) as on_day, - sum(move.quantity) as quantity
    from membership_move as move join membership_entry as entry on entry.id = move.entry_id
    left join membership_entry as undone on undone.id = entry.refers_id and entry.kind in ('reverse', 'return')
    where move.lot_id in (select lot.id from ${given(id)}) and entry.kind in ('use', 'redeem', 'reverse', 'return')
    group by 1, 2`.execute(reader);
  const usesOf = Map.groupBy(uses.rows, ({ lotId }) => lotId);
  return lots.rows.map(({ customerId, lotId, account, quantity, unitFen, rest, expiresOn }) => {
    const price = account === 'points' ? pointFen : unitFen;
    let [usedFen, costFen, atPriceFen] = [0, 0, 0];
    for (const use of usesOf.get(lotId) ?? []) {
      const fen = use.quantity * price;
      const marginBp =
        account === 'points' || goods === null ? null : marginOn(editions, goods, use.onDay).marginBp;
      usedFen += fen;
      costFen += giftCostFen(fen, marginBp);
      if (marginBp === null) atPriceFen += fen;
    }
    const isOpen = expiresOn === null || expiresOn >= today;
    return {
      customerId,
      givenFen: quantity * price,
      usedFen,
      openFen: isOpen ? rest * price : 0,
      costFen,
      atPriceFen,
    };
  });
}
