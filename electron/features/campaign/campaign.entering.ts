import type { campaignContract } from '#shared/features/campaign/campaign.contract.ts';
import { followUpResultOfResponse, type Gift } from '#shared/features/campaign/campaign.rules.ts';
import { longestPromiseDays } from '#shared/features/follow-up/follow-up.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { campaignPageText } from '#shared/text/campaign.text.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { followUpRecord } from '../follow-up/follow-up.record.ts';
import { bookingHandlers } from '../membership/membership.booking.ts';
import { readCampaignTouches } from './campaign.touches.ts';
import { readTriggerTouches } from './campaign.triggering.ts';

type Entered = Parameters<HandlersOf<typeof campaignContract>['enter']>[0];

/** Errors: issues on `nextOn` and `gives`. */
function checkEntered({ code, nextOn, gives }: Entered, today: Day): void {
  if (gives && code !== 'accepted') throw invalidField('gives', 'campaign-only-accepted');
  if (nextOn === null) return;
  if (code !== 'thinking' && code !== 'noAnswer') throw invalidField('nextOn', 'next-only-open');
  if (nextOn <= today) throw invalidField('nextOn', 'day-passed');
  if (nextOn > addDays(today, longestPromiseDays)) throw invalidField('nextOn', 'promise-too-far');
}

/** Lives as long as a voucher that names no days, in days. */
const usualGiftDays = 90;

/** 赠送 through the ledger, once for a customer. Errors: `campaign-no-member`, `campaign-no-gift`, those of the ledger. */
async function give(
  context: CommandContext,
  customerId: number,
  gift: Gift,
  { receiptKey, note }: { readonly receiptKey: string; readonly note: string },
): Promise<number> {
  if (gift.giftKind === 'none') throw ruleViolated('campaign-no-gift');
  const member = await context.writer
    .selectFrom('membership')
    .select('id')
    .where('customerId', '=', customerId)
    .where('state', '=', 'active')
    .orderBy('id')
    .executeTakeFirst();
  if (!member) throw ruleViolated('campaign-no-member');
  const head = { id: member.id, receiptKey, note };
  if (gift.giftKind === 'points')
    return (await bookingHandlers.grant({ ...head, points: gift.giftPoints ?? 0 }, context)).entryId;
  const posted = await bookingHandlers.issue(
    {
      ...head,
      account: gift.giftKind === 'voucher' ? 'voucher' : 'package',
      name: gift.giftName ?? '',
      times: gift.giftTimes ?? 1,
      paidFen: 0,
      unitFen: gift.giftFen ?? 0,
      expiresOn: addDays(context.clock.today(), gift.giftDays ?? usualGiftDays),
    },
    context,
  );
  return posted.entryId;
}

/** Enters what a customer answered, with the talk and the gift that follow from it, in one transaction. Errors: see the contract. */
export async function enterResponse(
  context: CommandContext,
  entered: Entered,
): Promise<{ followUpId: number; gave: boolean }> {
  const { writer, clock, actor } = context;
  const { customerId, campaignId, triggerId, code, words, nextOn, gives } = entered;
  const today = clock.today();
  checkEntered(entered, today);
  const touches =
    campaignId === null
      ? await readTriggerTouches(writer, today, actor.language, customerId)
      : await readCampaignTouches(writer, today, customerId);
  const reason = touches.find(
    (touch) => touch.reason.campaignId === campaignId && touch.reason.triggerId === triggerId,
  )?.reason;
  if (!reason) throw ruleViolated('campaign-not-asked');
  const entryId = gives
    ? await give(context, customerId, reason, {
        receiptKey:
          campaignId === null
            ? `trigger:${triggerId}:${customerId}:${today}`
            : `campaign:${campaignId}:${customerId}`,
        note: reason.name,
      })
    : null;
  const { codes } = campaignPageText[actor.language];
  const content = [reason.name, words || codes[code]].join(actor.language === 'en' ? ': ' : '：');
  const followUpId = await createRecord({ ...context, scope: 'all' }, followUpRecord, {
    customerId,
    happenedOn: today,
    personId: actor.personId,
    way: 'call',
    result: followUpResultOfResponse(code),
    content,
    nextOn,
  });
  await writer
    .insertInto('campaignResponse')
    .values({
      campaignId,
      campaignTriggerId: triggerId,
      customerId,
      followUpId,
      personId: actor.personId,
      onDay: today,
      code,
      nextOn,
      entryId,
    })
    .execute();
  context.changed({
    feature: campaignId === null ? 'campaignTrigger' : 'campaign',
    id: campaignId ?? triggerId ?? 0,
    changes: [{ field: 'code', before: reason.last?.code ?? null, after: code }],
  });
  return { followUpId, gave: entryId !== null };
}
