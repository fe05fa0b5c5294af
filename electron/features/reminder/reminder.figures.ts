import { sql } from 'kysely';
import type {
  ConversionBy,
  ConversionLine,
  ConversionRow,
} from '#shared/features/reminder/reminder-views.ts';
import { groupOf } from '#shared/features/reminder/reminder-call.rules.ts';
import type { ReminderKind } from '#shared/features/reminder/reminder.fields.ts';
import { reminderKindNames } from '#shared/text/record/reminder.text.ts';
import type { Day } from '#shared/kernel/day.ts';
import { saidIn } from '#shared/kernel/language.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readTerms } from './reminder.history.ts';

/** Words that were spoken: of the rule, and of each campaign that the call was about. */
type Script = { readonly key: string; readonly name: string; readonly nameEn: string | null };

type Call = ConversionRow & {
  readonly personId: number;
  /** A call without words of any rule has one script without a name. */
  readonly scripts: readonly Script[];
};

/** Campaigns and triggers that the calls of some days spoke about, by call. */
async function readCampaignScripts(
  reader: Reader,
  from: Day,
  to: Day,
): Promise<ReadonlyMap<number, readonly Script[]>> {
  const { rows } = await sql<Script & { readonly callId: number }>`
    select reminder_call.id as call_id, coalesce(campaign.name, campaign_trigger.name) as name, campaign_trigger.name_en,
      case when campaign.id is null then 'trigger-' || campaign_trigger.id else 'campaign-' || campaign.id end as key
    from reminder_call
    join campaign_response as response on response.follow_up_id = reminder_call.follow_up_id and response.code <> 'notRaised'
    left join campaign on campaign.id = response.campaign_id
    left join campaign_trigger on campaign_trigger.id = response.campaign_trigger_id
    where reminder_call.happened_on between ${from} and ${to} order by response.id`.execute(reader);
  return Map.groupBy(rows, ({ callId }) => callId);
}

type Step = 'called' | 'reached' | 'willing' | 'booked' | 'came';

/**
 * Calls of some days, each with the first visit that followed within the store's days: of a vehicle that the call named, or
 * of the customer where it named none.
 */
async function readCallsOf(reader: Reader, from: Day, to: Day): Promise<Call[]> {
  const { visitDays } = await readTerms(reader);
  const campaigns = await readCampaignScripts(reader, from, to);
  type Row = Omit<Call, 'kinds' | 'scripts'> & {
    readonly kinds: string;
    readonly ruleId: number | null;
    readonly ruleKind: ReminderKind | null;
    readonly ruleName: string | null;
    readonly ruleNameEn: string | null;
  };
  const { rows } = await sql<Row>`
    select reminder_call.id as call_id, reminder_call.customer_id, customer.name as customer_name,
      reminder_call.happened_on, reminder_call.code, reminder_call.person_id, person.name as person_name,
      reminder_call.reminder_rule_id as rule_id, reminder_rule.kind as rule_kind, reminder_rule.name as rule_name, reminder_rule.name_en as rule_name_en,
      (select group_concat(distinct kind) from reminder_reason where reminder_call_id = reminder_call.id) as kinds,
      visit.id as repair_id, visit.number as repair_number, visit.checked_in_on as repair_on
    from reminder_call
    join follow_up on follow_up.id = reminder_call.follow_up_id and follow_up.removed_at is null
    join customer on customer.id = reminder_call.customer_id
    join person on person.id = reminder_call.person_id
    left join reminder_rule on reminder_rule.id = reminder_call.reminder_rule_id
    left join repair as visit on visit.id = (
      select repair.id from repair
      where repair.removed_at is null and repair.state <> 'cancelled' and repair.type <> 'internal'
        and repair.checked_in_on between reminder_call.happened_on
          and date(reminder_call.happened_on, '+' || ${visitDays} || ' days')
        and (repair.vehicle_id in (select vehicle_id from reminder_reason where reminder_call_id = reminder_call.id)
          or repair.vehicle_id is null and repair.customer_id = reminder_call.customer_id
          or repair.customer_id = reminder_call.customer_id and not exists (
            select 1 from reminder_reason where reminder_call_id = reminder_call.id and vehicle_id is not null))
      order by repair.checked_in_on, repair.id limit 1)
    where reminder_call.removed_at is null and reminder_call.happened_on between ${from} and ${to}
    order by reminder_call.happened_on desc, reminder_call.id desc`.execute(reader);
  return rows.map(({ kinds, ruleId, ruleKind, ruleName, ruleNameEn, ...row }) => {
    const ofCampaigns = campaigns.get(row.callId) ?? [];
    // The rule of campaigns has words only where a campaign has none of its own.
    const ofRule =
      ruleKind === 'campaign' && ofCampaigns.length > 0
        ? []
        : [{ key: String(ruleId ?? ''), name: ruleName ?? '', nameEn: ruleNameEn }];
    return {
      ...row,
      kinds: (kinds ?? '').split(',') as ReminderKind[], // written from the kinds
      scripts: [...ofRule, ...ofCampaigns],
    };
  });
}

const isStep: Readonly<Record<Step, (call: Call) => boolean>> = {
  called: () => true,
  reached: ({ code }) => groupOf(code) !== 'notReached',
  willing: ({ code }) => code === 'willing' || code === 'booked',
  booked: ({ code }) => code === 'booked',
  came: ({ repairId }) => repairId !== null,
};

const keysOf = (call: Call, by: ConversionBy): readonly string[] =>
  by === 'reason'
    ? call.kinds
    : by === 'person'
      ? [String(call.personId)]
      : call.scripts.map(({ key }) => key);

/** One customer counts once a month, domain rules §9. */
const once = ({ customerId, happenedOn }: Call): string => `${customerId} ${happenedOn.slice(0, 7)}`;

function lineOf(key: string, name: string, calls: readonly Call[]): ConversionLine {
  const count = (step: Step): number => new Set(calls.filter(isStep[step]).map(once)).size;
  return {
    key,
    name,
    called: count('called'),
    reached: count('reached'),
    willing: count('willing'),
    booked: count('booked'),
    came: count('came'),
  };
}

/** Conversion of the calls of some days by reason, person or script, most calls first. */
export async function readFigures(
  { reader, actor }: QueryContext,
  { from, to, by }: { readonly from: Day; readonly to: Day; readonly by: ConversionBy },
): Promise<{ readonly lines: readonly ConversionLine[]; readonly all: ConversionLine }> {
  const calls = await readCallsOf(reader, from, to);
  const groups = new Map<string, Call[]>();
  for (const call of calls)
    for (const key of keysOf(call, by)) {
      const group = groups.get(key);
      if (group) group.push(call);
      else groups.set(key, [call]);
    }
  const nameOf = (key: string, [first]: readonly Call[]): string => {
    if (by === 'reason') return reminderKindNames[actor.language][key as ReminderKind];
    if (by === 'person') return first?.personName ?? '';
    const script = first?.scripts.find((one) => one.key === key);
    return script ? saidIn(actor.language, script.name, script.nameEn) : '';
  };
  return {
    lines: [...groups]
      .map(([key, group]) => lineOf(key, nameOf(key, group), group))
      .sort((a, b) => b.called - a.called || (a.key < b.key ? -1 : 1)),
    all: lineOf('', '', calls),
  };
}

/** The calls behind a figure, newest first; of several calls with a customer in a month the newest that counts. */
export async function readFigureRows(
  { reader }: QueryContext,
  asked: {
    readonly from: Day;
    readonly to: Day;
    readonly by: ConversionBy;
    readonly key: string | null;
    readonly step: Step;
  },
): Promise<ConversionRow[]> {
  const { from, to, by, key, step } = asked;
  const counted = new Set<string>();
  return (await readCallsOf(reader, from, to)).filter((call) => {
    if (!isStep[step](call) || (key !== null && !keysOf(call, by).includes(key)) || counted.has(once(call)))
      return false;
    counted.add(once(call));
    return true;
  });
}
