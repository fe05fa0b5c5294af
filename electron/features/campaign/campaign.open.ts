import { sql } from 'kysely';
import {
  mayTrigger,
  triggerWindow,
  type TriggerAnswer,
} from '#shared/features/campaign/campaign-trigger.rules.ts';
import { isToAsk, usualRepeatDays, type AskAgain } from '#shared/features/campaign/campaign.rules.ts';
import type { GiftKind, ResponseCode, TriggerKind } from '#shared/features/campaign/campaign.fields.ts';
import type { Touch, TouchReason } from '#shared/features/campaign/campaign-views.ts';
import type { OpenTouch } from '#shared/features/reminder/reminder-campaign.rules.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import { addMonths, dayNumber, type Day } from '#shared/kernel/day.ts';
import { saidIn, type Language } from '#shared/kernel/language.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { rowsIn } from '#electron/kernel/read-rows.ts';
import { readPortraitBase } from '../portrait/portrait.base.ts';
import { ruleOn } from '../portrait/portrait.edition.ts';
import { portraitsOf } from '../portrait/portrait.store.ts';
import { readTerms } from '../reminder/reminder.history.ts';
import { readReminderRules } from '../reminder/reminder.repository.ts';
import { readEvents, type TriggerEvent } from './campaign.events.ts';

/** The last answer of a customer about a campaign; answers whose talk was removed do not count. Of `member` in SQL. */
export const lastResponse = sql`(select max(campaign_response.id) from campaign_response
  join follow_up on follow_up.id = campaign_response.follow_up_id and follow_up.removed_at is null
  where campaign_response.campaign_id = member.campaign_id and campaign_response.customer_id = member.customer_id)`;

/** A condition in SQL on the column that names the customer; all customers: null. */
const only = (column: string, customerId: number | null) =>
  customerId === null ? sql`1` : sql`${sql.ref(column)} = ${customerId}`;

/** When a customer who gave no answer that stands is asked again: the reminder rule of campaigns and the call list's settings say it. */
export async function readAskAgain(reader: Reader | Writer, today: Day): Promise<AskAgain> {
  const rule = reminderPlan(await readReminderRules(reader), today).own.get('campaign');
  const { wrongNumberDays } = await readTerms(reader);
  return { repeatDays: rule?.repeatDays ?? usualRepeatDays, wrongNumberDays };
}

const readRunning = (reader: Reader | Writer, today: Day) =>
  reader
    .selectFrom('campaign')
    .selectAll()
    .where('state', '=', 'started')
    .where('removedAt', 'is', null)
    .where('startsOn', '<=', today)
    .where('endsOn', '>=', today)
    .orderBy('endsOn')
    .orderBy('id')
    .$narrowType<{ giftKind: GiftKind }>()
    .execute();

type Answer = { readonly code: ResponseCode; readonly on: Day; readonly nextOn: Day | null };

/** The last answer of each customer about a campaign; answers whose talk was removed do not count. */
async function readLast(
  reader: Reader | Writer,
  campaignId: number,
  customerId: number | null,
): Promise<ReadonlyMap<number, Answer>> {
  // SQLite takes the other columns of the row that has the largest id.
  const { rows } = await sql<Answer & { customerId: number }>`
    select response.customer_id, max(response.id) as id, response.code, response.on_day as "on", response.next_on
    from campaign_response as response
    join follow_up on follow_up.id = response.follow_up_id and follow_up.removed_at is null
    where response.campaign_id = ${campaignId} and ${only('response.customer_id', customerId)} group by response.customer_id`.execute(
    reader,
  );
  return new Map(rows.map((row) => [row.customerId, row]));
}

/**
 * Customers with the offer of a campaign that runs on a day who are still to be asked, of one customer where that is given.
 * Nobody of a control group, nobody who is not to be called.
 */
export async function readCampaignTouches(
  reader: Reader | Writer,
  today: Day,
  language: Language,
  customerId: number | null = null,
): Promise<Touch[]> {
  const touches: Touch[] = [];
  const days = await readAskAgain(reader, today);
  for (const campaign of await readRunning(reader, today)) {
    const { rows } = await sql<{ customerId: number; why: string | null; whyEn: string | null }>`
      select member.customer_id, max(member.why) as why, max(member.why_en) as why_en from campaign_member as member
      join customer on customer.id = member.customer_id and customer.removed_at is null
        and customer.do_not_call is not 1 and customer.consent <> 'refused'
      where member.campaign_id = ${campaign.id} and ${only('member.customer_id', customerId)}
      group by member.customer_id having max(member.is_control) = 0`.execute(reader);
    const answers = await readLast(reader, campaign.id, customerId);
    const { giftKind, giftPoints, giftName, giftFen, giftTimes, giftDays } = campaign;
    const shared = {
      campaignId: campaign.id,
      triggerId: null,
      kind: 'campaign' as const,
      eventOn: null,
      valueFen: 0,
      name: campaign.name,
      until: campaign.endsOn,
      offer: campaign.offer ?? '',
      script: campaign.script ?? '',
      why: '',
      last: null,
      giftKind,
      giftPoints,
      giftName,
      giftFen,
      giftTimes,
      giftDays,
    };
    for (const { customerId: of, why: chinese, whyEn } of rows) {
      const last = answers.get(of);
      if (!isToAsk(last, today, days)) continue;
      const why = saidIn(language, chinese ?? '', whyEn);
      // One object for the many of whom nothing of their own is to be said.
      const reason =
        last || why ? { ...shared, why, last: last ? { code: last.code, on: last.on } : null } : shared;
      touches.push({ customerId: of, reason });
    }
  }
  return touches;
}

/** Written through the field table only. */
export type Narrow = { kind: TriggerKind; giftKind: GiftKind };

export type Trigger = Awaited<ReturnType<typeof readTriggers>>[number];

/** The rules that hold on a day, switched on or not. */
const readTriggers = (reader: Reader | Writer, today: Day) =>
  reader
    .selectFrom('campaignTrigger')
    .selectAll()
    .where('removedAt', 'is', null)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]))
    .orderBy('id')
    .$narrowType<Narrow>()
    .execute();

type Answers = ReadonlyMap<number, readonly (TriggerAnswer & { readonly customerId: number })[]>;

/** Answers about one rule by customer, oldest first; those whose talk was removed do not count. */
async function readAnswers(
  reader: Reader | Writer,
  triggerId: number,
  today: Day,
  customerId: number | null,
): Promise<Answers> {
  const { rows } = await sql<TriggerAnswer & { customerId: number }>`
    select response.customer_id, response.code, response.on_day as "on", response.next_on
    from campaign_response as response
    join follow_up on follow_up.id = response.follow_up_id and follow_up.removed_at is null
    where response.campaign_trigger_id = ${triggerId} and response.on_day > ${addMonths(today, -36)}
      and ${only('response.customer_id', customerId)}
    order by response.id`.execute(reader);
  return Map.groupBy(rows, ({ customerId: of }) => of);
}

async function readSilent(reader: Reader | Writer, customerId: number | null): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select id from customer
    where (removed_at is not null or do_not_call = 1 or consent = 'refused') and ${only('id', customerId)}`.execute(
    reader,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Events of customers of the rule's segment and risk, reckoned now; of everybody where it names neither. */
async function ofPortrait(
  reader: Reader | Writer,
  { segment, risk }: Pick<Trigger, 'segment' | 'risk'>,
  events: readonly TriggerEvent[],
  today: Day,
): Promise<readonly TriggerEvent[]> {
  if ((segment === null && risk === null) || events.length === 0) return events;
  const ids = [...new Set(events.map(({ customerId }) => customerId))];
  const base = await readPortraitBase(rowsIn(reader), today, ids);
  const { content } = await ruleOn(reader, today);
  const asked = new Set(
    portraitsOf(base, content, today)
      .filter((one) => (segment === null || one.segment === segment) && (risk === null || one.risk === risk))
      .map(({ customerId }) => customerId),
  );
  return events.filter(({ customerId }) => asked.has(customerId));
}

/** What a rule finds on a day, and who of them rests. */
export async function readFound(
  reader: Reader | Writer,
  trigger: Trigger,
  { today, days }: { readonly today: Day; readonly days: AskAgain },
  customerId: number | null = null,
): Promise<{
  readonly open: readonly (TriggerEvent & {
    readonly last: { readonly code: ResponseCode; readonly on: Day } | null;
  })[];
  readonly resting: number;
  readonly silent: number;
}> {
  const events = await ofPortrait(
    reader,
    trigger,
    await readEvents(reader, trigger, today, customerId),
    today,
  );
  if (events.length === 0) return { open: [], resting: 0, silent: 0 };
  const silent = await readSilent(reader, customerId);
  const answers = await readAnswers(reader, trigger.id, today, customerId);
  const heard = events.filter(({ customerId: of }) => !silent.has(of));
  const open = heard.flatMap((event) => {
    const said = answers.get(event.customerId) ?? [];
    if (!mayTrigger(trigger, said, triggerWindow(trigger, event.eventOn).from, today, days)) return [];
    const last = said.at(-1);
    return [{ ...event, last: last ? { code: last.code, on: last.on } : null }];
  });
  return { open, resting: heard.length - open.length, silent: events.length - heard.length };
}

/** Customers of the rules that are switched on, of one customer where that is given. */
export async function readTriggerTouches(
  reader: Reader | Writer,
  today: Day,
  language: Language,
  customerId: number | null = null,
): Promise<Touch[]> {
  const touches: Touch[] = [];
  const asked = { today, days: await readAskAgain(reader, today) };
  for (const trigger of await readTriggers(reader, today)) {
    if (trigger.active !== 1) continue;
    const { open } = await readFound(reader, trigger, asked, customerId);
    const { giftKind, giftPoints, giftName, giftFen, giftTimes, giftDays } = trigger;
    for (const { customerId: of, eventOn, last } of open)
      touches.push({
        customerId: of,
        reason: {
          campaignId: null,
          triggerId: trigger.id,
          kind: trigger.kind,
          eventOn,
          valueFen: trigger.valueFen,
          name: saidIn(language, trigger.name, trigger.nameEn),
          until: triggerWindow(trigger, eventOn).until,
          offer: saidIn(language, trigger.offer, trigger.offerEn),
          script: saidIn(language, trigger.script ?? '', trigger.scriptEn),
          why: '',
          last,
          giftKind,
          giftPoints,
          giftName,
          giftFen,
          giftTimes,
          giftDays,
        },
      });
  }
  return touches;
}

/** All campaigns and triggers that are open today, of one customer where that is given, those that end first before. */
export const readTouches = async (
  reader: Reader | Writer,
  today: Day,
  language: Language,
  customerId: number | null = null,
): Promise<Touch[]> =>
  [
    ...(await readCampaignTouches(reader, today, language, customerId)),
    ...(await readTriggerTouches(reader, today, language, customerId)),
  ].sort(compareTouches);

const compareTouches = (a: Touch, b: Touch): number =>
  a.reason.until < b.reason.until ? -1 : Number(a.reason.until > b.reason.until);

/** The same as the call list reckons with it. */
export const openTouchOf = ({
  campaignId,
  triggerId,
  until,
  valueFen,
}: Pick<TouchReason, 'campaignId' | 'triggerId' | 'until' | 'valueFen'>): OpenTouch => ({
  campaignId,
  triggerId,
  lastDay: dayNumber(until),
  valueFen,
});

/** What is open today, for the call list of all customers. */
export async function readOpenTouches(
  reader: Reader | Writer,
  today: Day,
): Promise<(OpenTouch & { readonly customerId: number })[]> {
  const touches = await readTouches(reader, today, 'zh-CN');
  return touches.map(({ customerId, reason }) => ({ customerId, ...openTouchOf(reason) }));
}
