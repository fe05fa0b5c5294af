import type { partnerSettlementContract } from '#shared/features/partner/partner-settlement.contract.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { monthDays, yearOf } from '#shared/kernel/period.ts';
import { partnerPageText } from '#shared/text/partner.text.ts';
import { filled } from '#shared/text/filled.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { cashRecord } from '../cash/cash.record.ts';
import { paymentRecord, receivableRecord } from '../receivable/receivable.record.ts';
import { partnerSettlementRecord } from './partner.record.ts';
import { expireCards } from './partner.redeeming.ts';
import { openMonths, settlementView } from './partner.settlement-reading.ts';

type Settling = Pick<HandlersOf<typeof partnerSettlementContract>, 'open' | 'view' | 'agree' | 'pay'>;

type Agreeing = {
  readonly partnerId: number;
  readonly month: string;
  readonly seenNetFen: number;
  readonly note: string | null;
};

/** 结算单定稿: writes off, closes the month, and makes a receivable of what the partner owes. */
export async function agreeSettlement(
  context: CommandContext,
  { partnerId, month, seenNetFen, note }: Agreeing,
) {
  const { writer, clock, actor } = context;
  const today = clock.today();
  const { language } = actor;
  const before = await settlementView(writer, { partnerId, month }, today, language);
  if (before.state !== 'draft')
    throw ruleViolated('partner-settled', { month: formatMonth(month, language) });
  if (before.blocked) throw ruleViolated(before.blocked.reason, before.blocked.params);
  if (before.netFen !== seenNetFen) throw ruleViolated('partner-settle-changed');
  await expireCards(context, partnerId, month, monthDays(month).last);
  const view = await settlementView(writer, { partnerId, month }, today, language);
  const number = await nextOfYear(writer, yearOf(today), 'PS');
  const words = partnerPageText[language].settle;
  const receivableId =
    view.netFen < 0
      ? await createRecord(context, receivableRecord, {
          number,
          customerId: null,
          customerName: view.partnerName,
          kind: 'other',
          occurredOn: today,
          dueOn: view.dueOn < today ? today : view.dueOn,
          amountFen: -view.netFen,
          personId: actor.personId,
          note: filled(words.receivableNote, { month: formatMonth(month, language) }),
        })
      : null;
  const id = await createRecord(context, partnerSettlementRecord, {
    number,
    partnerId,
    month,
    state: 'agreed',
    openingFen: view.openingFen,
    issuedFen: view.issuedFen,
    redeemedFen: view.redeemedFen,
    expiredFen: view.expiredFen,
    closingFen: view.closingFen,
    storeFen: view.storeFen,
    partnerFen: view.partnerFen,
    netFen: view.netFen,
    listFen: view.list?.listFen ?? null,
    differenceFen: view.list?.differenceFen ?? null,
    agreedOn: today,
    agreedById: actor.personId,
    paidOn: null,
    receivableId,
    cashId: null,
    note,
  });
  return { id, number };
}

/** 已付: money out of the cash, or the payment of the receivable; nothing where neither owes. */
export async function paySettlement(
  context: CommandContext,
  { id, onDay, account }: { readonly id: number; readonly onDay: string; readonly account: string | null },
) {
  const { writer, clock, actor, changed } = context;
  const settled = await writer
    .selectFrom('partnerSettlement')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!settled) throw notFound('partnerSettlement', id);
  if (settled.state === 'paid') throw ruleViolated('partner-paid', { number: settled.number });
  if (onDay > clock.today() || onDay < monthDays(settled.month).first) throw ruleViolated('partner-pay-day');
  const { name } = await writer
    .selectFrom('partner')
    .select('name')
    .where('id', '=', settled.partnerId)
    .executeTakeFirstOrThrow();
  const words = partnerPageText[actor.language].settle;
  const cashId =
    settled.netFen > 0
      ? await createRecord(context, cashRecord, {
          number: settled.number,
          occurredOn: onDay,
          direction: 'out',
          amountFen: settled.netFen,
          category: 'marketing',
          account,
          counterparty: name,
          personId: actor.personId,
          note: filled(words.receivableNote, { month: formatMonth(settled.month, actor.language) }),
        })
      : null;
  if (settled.receivableId !== null) {
    const { openFen } = await writer
      .selectFrom('receivable')
      .select('openFen')
      .where('id', '=', settled.receivableId)
      .executeTakeFirstOrThrow();
    // What came in before was entered with the receivable itself.
    if (openFen > 0)
      await createRecord(context, paymentRecord, {
        receivableId: settled.receivableId,
        paidOn: onDay,
        amountFen: openFen,
        way: 'transfer',
        note: settled.number,
      });
  }
  await writer
    .updateTable('partnerSettlement')
    .set({ state: 'paid', paidOn: onDay, cashId, version: settled.version + 1, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
  changed({
    feature: 'partnerSettlement',
    id,
    changes: [
      { field: 'state', before: settled.state, after: 'paid' },
      { field: 'paidOn', before: null, after: onDay },
      { field: 'cashId', before: null, after: cashId },
    ],
  });
  return {};
}

export const settlingHandlers: Settling = {
  open: (_input, { reader }) => openMonths(reader),
  view: (of, { reader, clock, actor }) => settlementView(reader, of, clock.today(), actor.language),
  agree: (input, context) => agreeSettlement(context, input),
  pay: (input, context) => paySettlement(context, input),
};
