import type { campaignContract } from '#shared/features/campaign/campaign.contract.ts';
import { followUpResultOfResponse, mayAgree, type Gift } from '#shared/features/campaign/campaign.rules.ts';
import { longestPromiseDays } from '#shared/features/follow-up/follow-up.rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { campaignPageText } from '#shared/text/campaign.text.ts';
import type { ResponseCode } from '#shared/features/campaign/campaign.fields.ts';
import type { TouchReason } from '#shared/features/campaign/campaign-views.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { followUpRecord } from '../follow-up/follow-up.record.ts';
import { bookingHandlers } from '../membership/membership.booking.ts';
import { readCampaignTouches, readTriggerTouches } from './campaign.open.ts';

type Entered = Parameters<HandlersOf<typeof campaignContract>['enter']>[0];

/** Errors: issues on `nextOn`. */
function checkEntered({ code, nextOn }: Entered, today: Day): void {
  if (nextOn === null) return;
  if (!mayAgree(code)) throw invalidField('nextOn', 'next-only-open');
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

/**
 * What a customer answered about a campaign or a trigger, with the gift, beside the talk in which it was said. Errors: see
 * `give`; `campaign-only-accepted` on `gives`.
 */
export async function noteResponse(
  context: CommandContext,
  reason: TouchReason,
  answer: {
    readonly customerId: number;
    readonly followUpId: number;
    readonly code: ResponseCode;
    readonly nextOn: Day | null;
    readonly gives: boolean;
  },
): Promise<{ readonly gave: boolean }> {
  const { writer, clock, actor } = context;
  const { campaignId, triggerId } = reason;
  const { customerId, followUpId, code, nextOn, gives } = answer;
  const today = clock.today();
  if (gives && code !== 'accepted') throw invalidField('gives', 'campaign-only-accepted');
  const entryId = gives
    ? await give(context, customerId, reason, {
        receiptKey:
          campaignId === null
            ? `trigger:${triggerId}:${customerId}:${today}`
            : `campaign:${campaignId}:${customerId}`,
        note: reason.name,
      })
    : null;
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
      nextOn: mayAgree(code) ? nextOn : null,
      entryId,
    })
    .execute();
  context.changed({
    feature: campaignId === null ? 'campaignTrigger' : 'campaign',
    id: campaignId ?? triggerId ?? 0,
    changes: [{ field: 'code', before: reason.last?.code ?? null, after: code }],
  });
  return { gave: entryId !== null };
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
      : await readCampaignTouches(writer, today, actor.language, customerId);
  const reason = touches.find(
    (touch) => touch.reason.campaignId === campaignId && touch.reason.triggerId === triggerId,
  )?.reason;
  if (!reason) throw ruleViolated('campaign-not-asked');
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
  const { gave } = await noteResponse(context, reason, { customerId, followUpId, code, nextOn, gives });
  return { followUpId, gave };
}
