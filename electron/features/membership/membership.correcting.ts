import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import {
  isRefusal,
  planReturn,
  planReverse,
  pointsOfReturn,
  refusal,
} from '#shared/features/membership/membership-ledger.rules.ts';
import type { EntryKind } from '#shared/features/membership/membership-statement.rules.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { designOn } from './membership.design.ts';
import { post } from './membership.posting.ts';
import {
  findByReceipt,
  findEntry,
  findMembership,
  readLots,
  readMoves,
  readReferring,
  type StoredEntry,
} from './membership.repository.ts';

const reversible: readonly EntryKind[] = [
  'earn',
  'grant',
  'redeem',
  'topUp',
  'pay',
  'issue',
  'fee',
  'use',
  'benefit',
  'return',
];

async function mustFind({ writer }: CommandContext, entryId: number): Promise<StoredEntry> {
  const entry = await findEntry(writer, entryId);
  if (!entry) throw notFound('membership', entryId);
  return entry;
}

/** The entries that were not reversed. */
async function standingOf(
  { writer }: CommandContext,
  entries: readonly StoredEntry[],
): Promise<StoredEntry[]> {
  const standing: StoredEntry[] = [];
  for (const entry of entries)
    if (!(await readReferring(writer, entry.id)).some(({ kind }) => kind === 'reverse')) standing.push(entry);
  return standing;
}

/** The membership that holds what another one had: itself, or the one that it was merged into. */
async function mergedInto(writer: CommandContext['writer'], id: number): Promise<number> {
  const into = (await findMembership(writer, id))?.mergedIntoId ?? null;
  return into === null ? id : mergedInto(writer, into);
}

type Correcting = Pick<HandlersOf<typeof membershipContract>, 'reverse' | 'returnSale'>;

/** What a manager corrects: reversals and returns. */
export const correctingHandlers: Correcting = {
  async reverse({ entryId, reason }, context) {
    const entry = await mustFind(context, entryId);
    const refersTo = await readReferring(context.writer, entryId);
    const before = refersTo.find(({ kind }) => kind === 'reverse');
    if (before)
      throw ruleViolated('membership-reversed', { entry: entryId, by: before.id, on: before.onDay });
    if (!reversible.includes(entry.kind)) throw ruleViolated('membership-not-reversible');
    const moves = await readMoves(context.writer, entryId);
    return post(context, {
      id: entry.membershipId,
      kind: 'reverse',
      receiptKey: `reverse:${entryId}`,
      refersId: entryId,
      note: reason,
      same: { saleFen: -entry.saleFen, listFen: -entry.listFen, moneyFen: -entry.moneyFen },
      async plan() {
        // A return of the sale, a use of the pass: lots do not always tell of them.
        const standing = await standingOf(context, refersTo);
        const later = standing.find(({ kind }) => kind === 'return' || kind === 'use');
        if (later) return refusal('membership-has-later', { entry: entryId, by: later.id });
        // Used-up lots too: what was spent returns to them.
        const lots = await readLots(context.writer, entry.membershipId, true);
        const plan = planReverse(lots, entryId, moves);
        if (isRefusal(plan)) return plan;
        const { amounts } = plan;
        const isWhole =
          amounts.points === -entry.points &&
          amounts.principalFen === -entry.principalFen &&
          amounts.bonusFen === -entry.bonusFen &&
          amounts.units === -entry.units;
        if (!isWhole) return { refused: 'membership-lot-used' };
        return { plan, worthFen: -entry.worthFen };
      },
    });
  },

  async returnSale({ entryId, receiptKey, saleFen, reason }, context) {
    const { writer } = context;
    const sale = await mustFind(context, entryId);
    const refersTo = await readReferring(writer, entryId);
    const reversedBy = refersTo.find(({ kind }) => kind === 'reverse');
    if (sale.kind !== 'earn' || reversedBy) throw ruleViolated('membership-no-sale');
    const { pointFen } = (await designOn(writer, context.clock.today())).content;
    const known = await findByReceipt(writer, receiptKey, 'return');
    const told = (entry: number, repeated: boolean, shortPoints: number) => ({
      entryId: entry,
      repeated,
      shortPoints,
      shortFen: shortPoints * pointFen,
    });
    const returns = (await standingOf(context, refersTo)).filter(({ kind }) => kind === 'return');
    const shorts = await writer
      .selectFrom('membershipEntry')
      .select(['id', 'shortPoints'])
      .where('refersId', '=', entryId)
      .where('kind', '=', 'return')
      .execute();
    const shortOf = (id: number): number => shorts.find((one) => one.id === id)?.shortPoints ?? 0;
    if (!known) {
      const returnedFen = returns.reduce((sum, one) => sum - one.saleFen, 0);
      if (returnedFen + saleFen > sale.saleFen)
        throw ruleViolated('membership-return-too-much', {
          sale: formatMoney(sale.saleFen),
          returned: formatMoney(returnedFen),
        });
    }
    const points = pointsOfReturn(
      sale,
      {
        saleFen: returns.reduce((sum, one) => sum - one.saleFen, 0),
        points: returns.reduce((sum, one) => sum - one.points + shortOf(one.id), 0),
      },
      saleFen,
    );
    let short = known ? shortOf(known.id) : 0;
    const { entryId: posted, repeated } = await post(context, {
      // What a merged membership sold is taken back where its points went.
      id: await mergedInto(writer, sale.membershipId),
      kind: 'return',
      receiptKey,
      refersId: entryId,
      note: reason,
      same: { saleFen: -saleFen },
      async plan({ lots, day }) {
        const plan = planReturn(lots, entryId, points, day);
        short = plan.shortPoints;
        return { plan };
      },
    });
    return told(posted, repeated, short);
  },
};
