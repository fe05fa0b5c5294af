import '#electron/features/partner/partner.table.ts';
import type { Core } from '#electron/core.ts';
import { partnerAgreementFields, partnerFields } from '#shared/features/partner/partner.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import type { Window } from './core.ts';
import { newValues } from './records.ts';

let partners = 0;

/** A partner with one agreement: cards of ¥200.00 numbered by the store, of which the store bears all and gets 2 % back. */
export async function newAgreement(
  { client }: Window,
  given: Partial<InputOf<typeof partnerAgreementFields>> = {},
): Promise<{ id: number; partnerId: number }> {
  const { rows } = await client.partnerKind.list({ pageSize: 1 });
  const partnerId =
    given.partnerId ??
    (
      await client.partner.create({
        values: newValues(partnerFields, { name: `中石化${(partners += 1)}站`, kindId: rows[0]?.id ?? 0 }),
      })
    ).id;
  const { id } = await client.partnerAgreement.create({
    values: newValues(partnerAgreementFields, {
      cardName: '加油卡',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      faceFen: 20_000,
      rebateHundredths: 200,
      ...given,
      partnerId,
    }),
  });
  return { id, partnerId };
}

type Entry = {
  id: number;
  card: number;
  partner: number;
  kind: string;
  quantity: number;
  after: number;
  worth: number;
  month: string;
  store: number;
  owed: number;
  refers: number | null;
};

/**
 * Replays every entry of the store in order, without the program's sums: balances by card, worth by partner and month. Throws
 * where a balance goes below zero, differs from what the entry or the card says, or a reversal undoes something twice.
 */
export function replayed({ database }: Core): {
  readonly open: ReadonlyMap<number, number>;
  /** `brought`: the part of `worth` that cards of before the program brought in. */
  readonly months: ReadonlyMap<string, { store: number; owed: number; worth: number; brought: number }>;
} {
  const sqlite = database.raw.reader;
  const entries = sqlite
    .prepare(
      `select id, card_id as card, partner_id as partner, kind, quantity, after, worth_fen as worth, month,
        store_fen as store, partner_fen as owed, refers_id as refers from partner_entry order by id`,
    )
    .all() as Entry[];
  const balances = new Map<number, number>();
  const open = new Map<number, number>();
  const months = new Map<string, { store: number; owed: number; worth: number; brought: number }>();
  const openings = new Set<number>();
  const undone = new Set<number>();
  for (const entry of entries) {
    const balance = (balances.get(entry.card) ?? 0) + entry.quantity;
    if (balance < 0 || balance !== entry.after)
      throw new Error(`entry ${entry.id}: ${balance} is not ${entry.after}`);
    balances.set(entry.card, balance);
    if (entry.refers !== null) {
      if (undone.has(entry.refers)) throw new Error(`entry ${entry.refers} is reversed twice`);
      undone.add(entry.refers);
    }
    open.set(entry.partner, (open.get(entry.partner) ?? 0) + entry.worth);
    const key = `${entry.partner} ${entry.month}`;
    const month = months.get(key) ?? { store: 0, owed: 0, worth: 0, brought: 0 };
    if (entry.kind === 'opening') openings.add(entry.id);
    const isBrought = openings.has(entry.refers ?? entry.id);
    months.set(key, {
      store: month.store + entry.store,
      owed: month.owed + entry.owed,
      worth: month.worth + entry.worth,
      brought: month.brought + (isBrought ? entry.worth : 0),
    });
  }
  const cards = sqlite
    .prepare('select id, coalesce(balance_times, balance_fen, 0) as balance from partner_card')
    .all() as { id: number; balance: number }[];
  for (const { id, balance } of cards)
    if (balance !== (balances.get(id) ?? 0))
      throw new Error(`card ${id} holds ${balance}, its entries say else`);
  return { open, months };
}
