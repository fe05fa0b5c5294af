import { sql } from 'kysely';
import type { Appointment, Slot, SlotDay } from '#shared/features/reminder/reminder-views.ts';
import {
  baysOf,
  hasPassed,
  standingOf,
  visitSlack,
  type Capacity,
} from '#shared/features/reminder/reminder-call.rules.ts';
import { addDays, formatDay, timeOfInstant, type Day } from '#shared/kernel/day.ts';
import type { CalendarEntry } from '#shared/kernel/working-day.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { reminderPageText } from '#shared/text/reminder.text.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext, QueryContext } from '#electron/kernel/handler.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import { reminderAppointmentRecord } from './reminder.record.ts';
import { isBroughtBy, shownPlate } from './reminder.vehicle.ts';

/** How far ahead bays are looked for and may be promised, in days. */
const longestAhead = 90;

const readCapacity = (reader: Reader | Writer): Promise<Capacity[]> =>
  reader
    .selectFrom('reminderCapacity')
    .select(['id', 'weekday', 'fromHour', 'toHour', 'bays', 'validFrom', 'validTo'])
    .where('removedAt', 'is', null)
    .$narrowType<Pick<Capacity, 'weekday'>>()
    .execute();

async function readTaken(reader: Reader | Writer, from: Day, to: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('reminderAppointment')
    .select((select) => ['onDay', 'hour', select.fn.countAll<number>().as('count')])
    .where('removedAt', 'is', null)
    .where('state', '=', 'booked')
    .where('onDay', '>=', from)
    .where('onDay', '<=', to)
    .groupBy(['onDay', 'hour'])
    .execute();
  return new Map(rows.map(({ onDay, hour, count }) => [`${onDay} ${hour}`, count]));
}

/** What the holiday calendar says of some days. */
async function readSpecialDays(reader: Reader | Writer, from: Day, to: Day) {
  const rows = await reader
    .selectFrom('calendarDay')
    .select(['day', 'kind', 'name'])
    .where('removedAt', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .$narrowType<{ kind: CalendarEntry['kind'] }>()
    .execute();
  return new Map(rows.map(({ day, ...special }) => [day, special]));
}

/** How many other days are named where the day that is asked for has no bay. */
const otherDaysNamed = 3;

/**
 * Hours of a day; without one the first day from tomorrow on with a bay that is free. Where the day has none free the next
 * days that have are named.
 */
export async function readSlots(
  { reader, clock }: Pick<QueryContext, 'clock'> & { readonly reader: Reader | Writer },
  asked: Day | null,
): Promise<SlotDay> {
  const capacity = await readCapacity(reader);
  const tomorrow = addDays(clock.today(), 1);
  const first = asked ?? tomorrow;
  const last = addDays(clock.today(), longestAhead);
  const end = first > last ? first : last;
  const taken = await readTaken(reader, first, end);
  const special = await readSpecialDays(reader, first, end);
  const [today, time] = [clock.today(), timeOfInstant(clock.now(), storeOffsetMinutes)];
  const isOver = (onDay: Day, hour: number): boolean => hasPassed(onDay, hour, today, time);
  const hoursOf = (onDay: Day): Slot[] =>
    [...baysOf(capacity, onDay, special.get(onDay)?.kind)].map(([hour, bays]) => ({
      hour,
      bays,
      taken: taken.get(`${onDay} ${hour}`) ?? 0,
    }));
  const isFree = (onDay: Day): boolean =>
    hoursOf(onDay).some(({ hour, bays, taken: promised }) => promised < bays && !isOver(onDay, hour));
  const freeDays: Day[] = [];
  const wanted = asked === null ? 1 : otherDaysNamed;
  if (asked === null || !isFree(asked))
    for (
      let onDay = first > tomorrow ? first : tomorrow;
      onDay <= last && freeDays.length < wanted;
      onDay = addDays(onDay, 1)
    )
      if (isFree(onDay)) freeDays.push(onDay);
  const onDay = asked ?? freeDays[0] ?? tomorrow;
  const day = special.get(onDay);
  const hours = hoursOf(onDay);
  return {
    onDay,
    lastDay: last,
    slots: onDay > last ? [] : hours.filter(({ hour }) => !isOver(onDay, hour)),
    passed: hours.filter(({ hour }) => isOver(onDay, hour)),
    holiday: day?.kind === 'holiday' ? day.name : null,
    otherDays: asked === null ? [] : freeDays,
  };
}

/**
 * A bay in an hour, inside the command's transaction: two desks cannot promise the last one twice. Errors: see the contract;
 * `place`: what stands before the names of its fields.
 */
export async function bookBay(
  context: CommandContext,
  given: {
    readonly customerId: number;
    readonly vehicleId: number | null;
    readonly onDay: Day;
    readonly hour: number;
    readonly note: string | null;
    readonly reminderCallId: number | null;
  },
  place = '',
): Promise<number> {
  const { writer, clock, actor } = context;
  const today = clock.today();
  const { onDay, hour, vehicleId, customerId } = given;
  if (onDay < today) throw invalidField(`${place}onDay`, 'day-passed');
  if (onDay > addDays(today, longestAhead)) throw invalidField(`${place}onDay`, 'promise-too-far');
  if (hasPassed(onDay, hour, today, timeOfInstant(clock.now(), storeOffsetMinutes)))
    throw invalidField(`${place}hour`, 'hour-passed');
  if (vehicleId !== null && !(await isBroughtBy(writer, vehicleId, customerId)))
    throw invalidField(`${place}vehicleId`, 'vehicle-not-theirs');
  const { slots, holiday, otherDays } = await readSlots({ reader: writer, clock }, onDay);
  const { language } = actor;
  const comma = language === 'en' ? ', ' : '、';
  const free = slots.filter(({ bays, taken }) => taken < bays);
  if (free.length === 0) {
    const days = otherDays.map((other) => formatDay(other, language)).join(comma);
    const told = {
      day: formatDay(onDay, language),
      days: days || reminderPageText[language].call.noOtherDay,
    };
    if (slots.length > 0) throw ruleViolated('appointment-day-full', told);
    if (holiday === null) throw ruleViolated('appointment-closed', told);
    throw ruleViolated('appointment-holiday', { ...told, name: holiday });
  }
  if (!free.some((slot) => slot.hour === hour)) {
    const bays = slots.find((slot) => slot.hour === hour)?.bays ?? 0;
    const hours = free.map((slot) => `${slot.hour}:00`).join(comma);
    throw bays === 0
      ? ruleViolated('appointment-hour-closed', { hour, hours })
      : ruleViolated('appointment-full', { hour, bays, hours });
  }
  return createRecord({ ...context, scope: 'all' }, reminderAppointmentRecord, {
    customerId,
    vehicleId,
    onDay,
    hour,
    state: 'booked',
    reminderCallId: given.reminderCallId,
    personId: actor.personId,
    note: given.note,
  });
}

/** Gives a bay back. Error: `not-found`. */
export async function cancelBay(context: CommandContext, id: number): Promise<{ readonly id: number }> {
  const row = await readRow(context.writer, reminderAppointmentRecord, id);
  if (!row || row['removedAt']) throw notFound('reminderAppointment', id);
  const values = fromStored(reminderAppointmentRecord, row);
  // Only the core writes these fields, so the change goes past the form.
  await context.writer
    .updateTable('reminderAppointment')
    .set({ state: 'cancelled', version: row.version + 1, updatedAt: context.clock.now() })
    .where('id', '=', id)
    .execute();
  context.changed({
    feature: 'reminderAppointment',
    id,
    changes: [{ field: 'state', before: String(values['state']), after: 'cancelled' }],
  });
  return { id };
}

/**
 * Appointments with the visit that was found for each: the first repair order of its vehicle, or of its customer where it
 * names no vehicle, that came in around its day.
 */
export async function readAppointments(
  { reader, actor, clock }: QueryContext,
  asked: { readonly from: Day; readonly to: Day } | { readonly customerId: number },
): Promise<Appointment[]> {
  const rows = await reader
    .selectFrom('reminderAppointment as appointment')
    .innerJoin('customer', 'customer.id', 'appointment.customerId')
    .leftJoin('vehicle', 'vehicle.id', 'appointment.vehicleId')
    .leftJoin('person', 'person.id', 'appointment.personId')
    .leftJoin('repair', (join) =>
      join.on(
        'repair.id',
        '=',
        sql<number>`(select visit.id from repair as visit
          where visit.removed_at is null and visit.state <> 'cancelled' and visit.type <> 'internal'
            and case when appointment.vehicle_id is null then visit.customer_id = appointment.customer_id
              else visit.vehicle_id = appointment.vehicle_id end
            and visit.checked_in_on between date(appointment.on_day, ${`-${visitSlack.before} days`})
              and date(appointment.on_day, ${`+${visitSlack.after} days`})
          order by visit.checked_in_on, visit.id limit 1)`,
      ),
    )
    .select([
      'appointment.id',
      'appointment.customerId',
      'customer.name as customerName',
      'appointment.vehicleId',
      'vehicle.plate',
      'appointment.onDay',
      'appointment.hour',
      'appointment.state',
      'appointment.note',
      'person.name as personName',
      'repair.id as repairId',
      'repair.number as repairNumber',
    ])
    .where('appointment.removedAt', 'is', null)
    .$if('from' in asked, (query) =>
      'from' in asked
        ? query.where('appointment.onDay', '>=', asked.from).where('appointment.onDay', '<=', asked.to)
        : query,
    )
    .$if('customerId' in asked, (query) =>
      'customerId' in asked ? query.where('appointment.customerId', '=', asked.customerId) : query,
    )
    .orderBy('appointment.onDay')
    .orderBy('appointment.hour')
    .orderBy('appointment.id')
    .limit(2000)
    .$narrowType<{ state: 'booked' | 'cancelled' }>()
    .execute();
  const today = clock.today();
  return rows.map(({ state, plate, ...row }) => ({
    ...row,
    plate: shownPlate(actor, plate),
    standing: standingOf({ onDay: row.onDay, state }, row.repairId !== null, today),
  }));
}
