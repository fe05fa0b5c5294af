import { worthOf } from '#shared/features/partner/partner-agreement.rules.ts';
import type {
  ListCheck,
  ListLine,
  partnerCardContract,
} from '#shared/features/partner/partner-card.contract.ts';
import { readListRows, type ListRow, type ListVerdict } from '#shared/features/partner/partner-list.rules.ts';
import { monthOf, type Month } from '#shared/kernel/period.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { readListFile } from './partner.list-file.ts';
import type { PartnerListRowTable } from './partner.table.ts';
import { redeemable, redeemCard, refusalOf } from './partner.redeeming.ts';
import {
  findAgreement,
  findByReceipt,
  findCard,
  findCardsByNumber,
  readEntriesOfCard,
  unitOfCard,
  type StoredCard,
} from './partner.repository.ts';

type List = {
  readonly partnerId: number;
  readonly month: Month;
  readonly cells: readonly (readonly string[])[];
};

/** What a row comes to. `spent`: what rows before it take of the card. */
type Judged = {
  readonly verdict: ListVerdict;
  readonly card: StoredCard | undefined;
  readonly quantity: number;
  readonly worthFen: number;
  readonly entryId: number | null;
};

const asVerdict = {
  'partner-card-not-issued': 'not-issued',
  'partner-card-cancelled': 'cancelled',
  'partner-card-used': 'used',
  'partner-card-expired': 'expired',
  'partner-card-before-issue': 'before-issue',
  'partner-card-before-opening': 'before-opening',
  'partner-over-balance': 'over-balance',
} as const;

/** Judges the rows of a list one after the other, as they would be posted. */
async function judge(
  reader: Reader | Writer,
  { partnerId, month }: List,
  rows: readonly ListRow[],
  today: string,
): Promise<Judged[]> {
  const spent = new Map<number, number>();
  const taken = new Set<number>();
  const receipts = new Set<string>();
  const judged: Judged[] = [];
  for (const row of rows) {
    const cards = await findCardsByNumber(reader, row.number, partnerId);
    const [card] = cards;
    const nothing = { card, quantity: 0, worthFen: row.amountFen ?? 0, entryId: null };
    if (!card || cards.length > 1) {
      judged.push({ ...nothing, verdict: card ? 'ambiguous' : 'unknown' });
      continue;
    }
    const isTimes = unitOfCard(card) === 'times';
    const quantity = row.amountFen === null ? 0 : isTimes ? row.amountFen / 100 : row.amountFen;
    if (row.onDay === null || row.onDay > today || quantity <= 0 || !Number.isSafeInteger(quantity)) {
      judged.push({ ...nothing, verdict: 'bad-row' });
      continue;
    }
    const agreement = card.agreementId === null ? undefined : await findAgreement(reader, card.agreementId);
    const worthFen = agreement ? worthOf(agreement, quantity) : (row.amountFen ?? 0);
    const about = { card, quantity, worthFen };
    const entries = (await readEntriesOfCard(reader, card.id)).filter(
      ({ kind, reversedById }) => kind === 'redeem' && reversedById === null,
    );
    const known = row.receipt === null ? undefined : await findByReceipt(reader, partnerId, row.receipt);
    const same =
      known ??
      // Redeemed at the desk without the partner's receipt: the same card, day and amount.
      entries.find(
        ({ id, quantity: change, onDay, receiptKey }) =>
          change === -quantity && onDay === row.onDay && receiptKey === null && !taken.has(id),
      );
    if (same) {
      const isSame =
        same.cardId === card.id &&
        same.quantity === -quantity &&
        same.onDay === row.onDay &&
        same.reversedById === null;
      if (isSame && !taken.has(same.id)) {
        taken.add(same.id);
        judged.push({ ...about, verdict: 'known', entryId: same.id });
      } else judged.push({ ...about, verdict: 'receipt-taken', entryId: null });
      continue;
    }
    if (row.receipt !== null && receipts.has(row.receipt)) {
      judged.push({ ...about, verdict: 'receipt-taken', entryId: null });
      continue;
    }
    if (monthOf(row.onDay) > month) {
      judged.push({ ...about, verdict: 'other-month', entryId: null });
      continue;
    }
    const before = spent.get(card.id) ?? 0;
    const refusal = await refusalOf(reader, card, quantity + before, row.onDay);
    if (refusal) {
      const isUsedHere = refusal === 'partner-over-balance' && before >= (await redeemable(reader, card));
      judged.push({ ...about, verdict: isUsedHere ? 'used' : asVerdict[refusal], entryId: null });
      continue;
    }
    spent.set(card.id, before + quantity);
    if (row.receipt !== null) receipts.add(row.receipt);
    judged.push({ ...about, verdict: 'posted', entryId: null });
  }
  return judged;
}

const isAgreed = ({ verdict }: Judged): boolean => verdict === 'posted' || verdict === 'known';

async function check(reader: Reader, list: List, today: string): Promise<ListCheck> {
  const rows = readListRows(list.cells);
  const judged = await judge(reader, list, rows, today);
  const lines: ListLine[] = [];
  for (const [at, row] of rows.entries()) {
    const one = judged[at];
    if (!one) continue;
    const { card } = one;
    const customer =
      card?.customerId == null
        ? undefined
        : await reader
            .selectFrom('customer')
            .select('name')
            .where('id', '=', card.customerId)
            .executeTakeFirst();
    lines.push({
      ...row,
      verdict: one.verdict,
      balance: card ? await redeemable(reader, card) : null,
      unit: card ? unitOfCard(card) : null,
      customerName: customer?.name ?? null,
    });
  }
  const sum = (of: readonly Judged[]): number => of.reduce((all, { worthFen }) => all + worthFen, 0);
  return { lines, listFen: sum(judged), agreedFen: sum(judged.filter(isAgreed)) };
}

type Posted = {
  readonly posted: number;
  readonly known: number;
  readonly left: number;
  readonly repeated: boolean;
};

const keptNumber = (number: string): string => number.slice(0, 60);

/** Whether a row was kept as it is read now. */
const isKept = (
  { line, number, amountFen, onDay, receipt }: ListRow,
  kept: Omit<PartnerListRowTable, 'listId' | 'worthFen' | 'verdict' | 'entryId'> | undefined,
): boolean =>
  kept?.line === line &&
  kept.number === keptNumber(number) &&
  kept.amount === amountFen &&
  kept.onDay === onDay &&
  kept.receiptKey === receipt;

async function post(
  context: CommandContext,
  { key, name, ...list }: List & { readonly key: string; readonly name: string },
): Promise<Posted> {
  const { writer, clock, actor, tell } = context;
  const partner = await writer
    .selectFrom('partner')
    .select('id')
    .where('id', '=', list.partnerId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!partner) throw notFound('partner', list.partnerId);
  const before = await writer
    .selectFrom('partnerList')
    .select(['id', 'partnerId', 'month'])
    .where('key', '=', key)
    .executeTakeFirst();
  const rows = readListRows(list.cells);
  if (before) {
    const kept = await writer
      .selectFrom('partnerListRow')
      .select(['line', 'number', 'amount', 'onDay', 'receiptKey', 'verdict'])
      .where('listId', '=', before.id)
      .orderBy('line')
      .execute();
    const isSame =
      before.partnerId === list.partnerId &&
      before.month === list.month &&
      kept.length === rows.length &&
      rows.every((row, at) => isKept(row, kept[at]));
    if (!isSame) throw ruleViolated('partner-key-taken');
    const count = (of: ListVerdict): number => kept.filter(({ verdict }) => verdict === of).length;
    const [posted, known] = [count('posted'), count('known')];
    return { posted, known, left: kept.length - posted - known, repeated: true };
  }
  if (rows.length === 0) throw ruleViolated('partner-list-empty');
  const judged = await judge(writer, list, rows, clock.today());
  const { insertId } = await writer
    .insertInto('partnerList')
    .values({
      key,
      partnerId: list.partnerId,
      month: list.month,
      name,
      at: clock.now(),
      personId: actor.personId,
    })
    .executeTakeFirstOrThrow();
  const listId = Number(insertId);
  for (const [at, row] of rows.entries()) {
    const one = judged[at];
    if (!one) continue;
    let { entryId } = one;
    if (one.verdict === 'posted' && one.card && row.onDay !== null) {
      const card = await findCard(writer, one.card.id);
      if (!card) throw notFound('partnerCard', one.card.id);
      const done = await redeemCard(context, {
        card,
        quantity: one.quantity,
        onDay: row.onDay,
        receiptKey: row.receipt,
        note: null,
      });
      entryId = done.entryId;
    }
    await writer
      .insertInto('partnerListRow')
      .values({
        listId,
        line: row.line,
        number: keptNumber(row.number),
        amount: row.amountFen,
        worthFen: one.worthFen,
        onDay: row.onDay,
        receiptKey: row.receipt,
        verdict: one.verdict,
        entryId,
      })
      .execute();
  }
  const count = (of: ListVerdict): number => judged.filter(({ verdict }) => verdict === of).length;
  const [posted, known] = [count('posted'), count('known')];
  tell('list', { partnerId: list.partnerId, month: list.month, name, rows: rows.length, posted, known });
  return { posted, known, left: judged.length - posted - known, repeated: false };
}

type Listing = Pick<HandlersOf<typeof partnerCardContract>, 'readList' | 'checkList' | 'postList'>;

/** `folder`: where a file lies while it is read. */
export const listingHandlers = (folder: string): Listing => ({
  readList: ({ file }) => readListFile(file, folder),
  checkList: (list, { reader, clock }) => check(reader, list, clock.today()),
  postList: (list, context) => post(context, list),
});
