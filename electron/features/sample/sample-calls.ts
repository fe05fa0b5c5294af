import { groupOf } from '#shared/features/reminder/reminder-call.rules.ts';
import { kindIndex } from '#shared/features/reminder/reminder-facts.ts';
import type { CallCode } from '#shared/features/reminder/reminder.fields.ts';
import { addDays, dayNumber, weekdayOf, type Day } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { bookBay, readSlots } from '../reminder/reminder.appointments.ts';
import { enterCall } from '../reminder/reminder.enter.ts';
import { readOpenOf, type OpenOfCustomer } from '../reminder/reminder.entry.ts';
import { sampleWorkers } from './quality/sample-shop.ts';
import { sampleCommand } from './sample-command.ts';
import { sampleRandom, weightedPick, type SampleRandom } from './sample-random.ts';
import type { SampleOptions } from './sample-world.ts';

/** Days of calls before today, and how many of a thousand customers are called on a working day. */
const callDays = 91;
const callsPerThousand = 3;
/** Where there are few customers: calls of a working day. */
const fewestPerDay = 0.4;
/** Customers who are looked at for one call. */
const mostTries = 4;
/** Nobody is called again within these days of any talk. */
const restDays = 8;
/** Visits that a call may have brought come within these days. */
const visitDays = 21;
/** Customers of a thousand who come by appointment in the next days. */
const comingPerThousand = 18;

/** What customers say who then come, and all others. */
const ofComers = weightedPick<CallCode>([
  ['booked', 8],
  ['willing', 6],
  ['noAnswer', 1],
  ['mileageShort', 1],
]);
const ofOthers = weightedPick<CallCode>([
  ['willing', 16],
  ['booked', 4],
  ['mileageShort', 12],
  ['awayFromHere', 8],
  ['noAnswer', 24],
  ['hungUp', 6],
  ['poweredOff', 7],
  ['suspended', 2],
  ['noSuchNumber', 2],
  ['refused', 6],
  ['insuredElsewhere', 3],
]);

const words: Partial<Readonly<Record<CallCode, readonly string[]>>> = {
  willing: ['这趟货跑完就过来', '等发工资了来做', '问了价格，说考虑一下', '周末有空过来'],
  booked: ['让司机直接开过来', '顺便看一下刹车', '要求当天取车'],
  mileageShort: ['里程还差三千多', '上个月在路上刚换过机油'],
  awayFromHere: ['在新疆跑长途，月底回来', '车在外地项目上'],
  refused: ['说不需要，别再打了', '嫌路远'],
  insuredElsewhere: ['朋友那里买的保险'],
};

type Visit = {
  readonly customerId: number;
  readonly vehicleId: number;
  readonly on: Day;
};

type Parts = { readonly writer: Writer; readonly sqlite: Sqlite };

/** 邀约 of the sample: three months of calls with their results, the visits being the sample's own, and appointments to come. */
export async function addCalls(
  { writer, sqlite }: Parts,
  { seed, today, customers }: SampleOptions,
): Promise<void> {
  const random = sampleRandom(seed, 'calls');
  const people = sampleWorkers(sqlite);
  const visits = sqlite
    .prepare<[Day, Day], Visit>(
      `select customer_id as customerId, vehicle_id as vehicleId, checked_in_on as "on" from repair
      where removed_at is null and state <> 'cancelled' and type <> 'internal' and vehicle_id is not null
        and customer_id is not null and checked_in_on between ? and ? order by checked_in_on, id`,
    )
    .all(addDays(today, -callDays), today);
  const callable = sqlite
    .prepare<[], number>(
      `select distinct vehicle.customer_id from vehicle join customer on customer.id = vehicle.customer_id
      where vehicle.state = 'inUse' and customer.removed_at is null and customer.do_not_call is not 1
        and customer.consent <> 'refused' order by 1`,
    )
    .pluck()
    .all();
  const mayCall = new Set(callable);
  const talked = sqlite
    .prepare<[number, Day, Day], number>(
      'select count(*) from follow_up where customer_id = ? and happened_on between ? and ?',
    )
    .pluck();
  const rests = (customerId: number, day: Day): boolean =>
    (talked.get(customerId, addDays(day, -restDays), addDays(day, restDays)) ?? 0) > 0;
  const perDay = Math.max(fewestPerDay, (customers * callsPerThousand) / 1000);
  for (let day = addDays(today, -callDays); day < today; day = addDays(day, 1)) {
    if (weekdayOf(day) === 7) continue;
    const near = visits.filter(({ on }) => on > day && on <= addDays(day, visitDays));
    const calls = Math.floor(perDay) + (random.chance(perDay % 1) ? 1 : 0);
    for (let call = 0; call < calls; call += 1) {
      const comes = near.length > 0 && random.chance(0.45);
      for (let tries = 0; tries < mostTries; tries += 1) {
        const visit = comes ? random.pick(near) : undefined;
        const customerId = visit?.customerId ?? random.pick(callable);
        if (!mayCall.has(customerId) || rests(customerId, day)) continue;
        const caller = people.onDuty(random, '客服专员', dayNumber(day));
        const context = sampleCommand(writer, caller, day);
        if (await callOne(context, random, { customerId, visit, until: today })) break;
      }
    }
  }
  await addComing({ writer, sqlite }, random, {
    today,
    count: Math.max(6, Math.round((customers * comingPerThousand) / 1000)),
    callable: callable.filter((id) => !rests(id, today)),
  });
}

/** The rule whose script the program shows: that of what is worth most. */
const scriptOf = ({ reasons }: OpenOfCustomer): number | null =>
  reasons.toSorted((a, b) => b.valueFen - a.valueFen)[0]?.ruleId ?? null;

const insurances = [kindIndex.compulsoryInsurance, kindIndex.commercialInsurance];

/** One call by the rules of the day; false: nothing was open. */
async function callOne(
  context: CommandContext,
  random: SampleRandom,
  {
    customerId,
    visit,
    until,
  }: { readonly customerId: number; readonly visit: Visit | undefined; readonly until: Day },
): Promise<boolean> {
  const { writer, clock } = context;
  const today = clock.today();
  const open = await readOpenOf(writer, customerId, today, 'zh-CN');
  if (open.reasons.length === 0) return false;
  const said = visit ? ofComers(random) : ofOthers(random);
  const toInsure = open.reasons.some(({ kind }) => insurances.includes(kind));
  const wanted = said === 'insuredElsewhere' && !toInsure ? 'noAnswer' : said;
  const asked = visit?.on ?? addDays(today, random.int(1, 9));
  const hour = wanted === 'booked' ? await freeHour(context, random, asked) : null;
  const code = wanted === 'booked' && hour === null ? 'willing' : wanted;
  const vehicleId =
    visit?.vehicleId ?? (open.reasons.find((reason) => reason.vehicleId > 0)?.vehicleId || null);
  const nextOn = addDays(today, random.int(9, 25));
  // What was agreed for a day long past was kept or forgotten: only promises of these days stand.
  const isPut =
    groupOf(code) !== 'void' &&
    code !== 'booked' &&
    random.chance(visit ? 0.1 : 0.25) &&
    nextOn >= addDays(until, -1);
  await enterCall(context, {
    customerId,
    reasons: [],
    code,
    nextOn: isPut ? nextOn : null,
    words: random.chance(0.6) ? (random.pick(words[code] ?? ['']) ?? '') : '',
    appointment: code === 'booked' && hour !== null ? { onDay: asked, hour, vehicleId } : null,
    goneVehicleIds: [],
    silence: false,
    ruleId: scriptOf(open),
    answers: [],
  });
  return true;
}

/** An hour of a day with a bay free, the morning more often; null: there is none. */
async function freeHour(context: CommandContext, random: SampleRandom, day: Day): Promise<number | null> {
  const { slots } = await readSlots({ reader: context.writer, clock: context.clock }, day);
  const free = slots.filter(({ bays, taken }) => taken < bays);
  if (free.length === 0) return null;
  return random.pick(random.chance(0.6) ? free.slice(0, 3) : free).hour;
}

/** Appointments of the next days, agreed on by telephone yesterday and today. */
async function addComing(
  { writer, sqlite }: Parts,
  random: SampleRandom,
  wanted: { readonly today: Day; readonly count: number; readonly callable: readonly number[] },
): Promise<void> {
  const { today, count, callable } = wanted;
  if (callable.length === 0) return;
  const adviser = sampleWorkers(sqlite).onDuty(random, '服务顾问', dayNumber(today));
  const vehicleOf = sqlite
    .prepare<[number], number>(
      `select id from vehicle where customer_id = ? and state = 'inUse' order by kind = 'trailer', id limit 1`,
    )
    .pluck();
  const asked = new Set<number>();
  for (let tries = 0; tries < count * 3 && asked.size < count; tries += 1) {
    const customerId = random.pick(callable);
    if (asked.has(customerId)) continue;
    const context = sampleCommand(writer, adviser, addDays(today, -random.int(0, 1)));
    const onDay = addDays(today, random.int(1, 6));
    const hour = await freeHour(context, random, onDay);
    if (hour === null) continue;
    asked.add(customerId);
    const vehicleId = vehicleOf.get(customerId) ?? null;
    const note = random.chance(0.3) ? '客户来电预约' : null;
    await bookBay(context, { customerId, vehicleId, onDay, hour, note, reminderCallId: null });
  }
}
