import { sql } from 'kysely';
import {
  mayTrigger,
  triggerWindow,
  type TriggerAnswer,
} from '#shared/features/campaign/campaign-trigger.rules.ts';
import type { GiftKind, ResponseCode, TriggerKind } from '#shared/features/campaign/campaign.fields.ts';
import type { Touch, TriggerPreview } from '#shared/features/campaign/campaign-views.ts';
import { addMonths, type Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { readNames } from './campaign.audience.ts';
import { readEvents, type TriggerEvent } from './campaign.events.ts';

const shownNames = 50;

/** Written through the field table only. */
type Narrow = { kind: TriggerKind; giftKind: GiftKind };

type Trigger = Awaited<ReturnType<typeof readTriggers>>[number];

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
async function readAnswers(reader: Reader | Writer, triggerId: number, today: Day): Promise<Answers> {
  const { rows } = await sql<TriggerAnswer & { customerId: number }>`
    select response.customer_id, response.code, response.on_day as "on", response.next_on
    from campaign_response as response
    join follow_up on follow_up.id = response.follow_up_id and follow_up.removed_at is null
    where response.campaign_trigger_id = ${triggerId} and response.on_day > ${addMonths(today, -36)}
    order by response.id`.execute(reader);
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

async function readSilent(reader: Reader | Writer): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select id from customer
    where removed_at is not null or do_not_call = 1 or consent = 'refused'`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

/** What a rule finds on a day, and who of them rests. */
async function readFound(
  reader: Reader | Writer,
  trigger: Trigger,
  today: Day,
): Promise<{
  readonly open: readonly (TriggerEvent & {
    readonly last: { readonly code: ResponseCode; readonly on: Day } | null;
  })[];
  readonly resting: number;
  readonly silent: number;
}> {
  const events = await readEvents(reader, trigger, today);
  if (events.length === 0) return { open: [], resting: 0, silent: 0 };
  const silent = await readSilent(reader);
  const answers = await readAnswers(reader, trigger.id, today);
  const heard = events.filter(({ customerId }) => !silent.has(customerId));
  const open = heard.flatMap((event) => {
    const said = answers.get(event.customerId) ?? [];
    if (!mayTrigger(trigger, said, triggerWindow(trigger, event.eventOn).from, today)) return [];
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
  for (const trigger of await readTriggers(reader, today)) {
    if (trigger.active !== 1) continue;
    const { open } = await readFound(reader, trigger, today);
    const { giftKind, giftPoints, giftName, giftFen, giftTimes, giftDays } = trigger;
    for (const { customerId: of, eventOn, last } of open)
      if (customerId === null || of === customerId)
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

async function mustRead(reader: Reader | Writer, id: number): Promise<Trigger> {
  const row = await reader
    .selectFrom('campaignTrigger')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .$narrowType<Narrow>()
    .executeTakeFirst();
  if (!row) throw notFound('campaignTrigger', id);
  return row;
}

/** Whom a rule finds today, whether it is switched on or not. Error: `not-found`. */
export async function previewTrigger(
  reader: Reader | Writer,
  id: number,
  today: Day,
): Promise<TriggerPreview> {
  const trigger = await mustRead(reader, id);
  const { open, resting, silent } = await readFound(reader, trigger, today);
  const shown = open.toSorted((a, b) => (a.eventOn < b.eventOn ? -1 : 1)).slice(0, shownNames);
  const names = await readNames(
    reader,
    shown.map(({ customerId }) => customerId),
  );
  return {
    isActive: trigger.active === 1,
    heads: open.length,
    resting,
    silent,
    whom: shown.map(({ customerId, eventOn }) => ({
      customerId,
      eventOn,
      name: names.get(customerId) ?? '',
    })),
  };
}

/** Switches a rule after its preview. Errors: `not-found`, `campaign-preview-changed`. */
export async function switchTrigger(
  context: CommandContext,
  { id, active, seen }: { readonly id: number; readonly active: boolean; readonly seen: number },
): Promise<void> {
  const { writer, clock } = context;
  const trigger = await mustRead(writer, id);
  const { heads } = await previewTrigger(writer, id, clock.today());
  if (heads !== seen) throw ruleViolated('campaign-preview-changed', { count: heads });
  await writer
    .updateTable('campaignTrigger')
    .set({ active: active ? 1 : 0, version: trigger.version + 1, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
  context.changed({
    feature: 'campaignTrigger',
    id,
    changes: [{ field: 'active', before: trigger.active === 1, after: active }],
  });
}
