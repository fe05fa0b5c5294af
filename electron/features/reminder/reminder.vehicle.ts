import type { VehicleReminder, VehicleReminders } from '#shared/features/reminder/reminder-views.ts';
import type { reminderContract } from '#shared/features/reminder/reminder.contract.ts';
import { kindIndex, none, place, rowLength } from '#shared/features/reminder/reminder-facts.ts';
import { reminderPlan } from '#shared/features/reminder/reminder-plan.rules.ts';
import { statedFieldOf, statedKinds, type ReminderKind } from '#shared/features/reminder/reminder.fields.ts';
import { dueAfterDone } from '#shared/features/reminder/reminder-due.rules.ts';
import { eachReminder, reminderOf } from '#shared/features/reminder/reminder.rules.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { addMonths, compareDays, dayFromNumber, dayNumber, type Day } from '#shared/kernel/day.ts';
import { saidIn } from '#shared/kernel/language.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor, CommandContext, HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { createRecord, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { vehicleRecord } from '../vehicle/vehicle.record.ts';
import { rowsIn } from '#electron/kernel/read-rows.ts';
import { readReminderBase } from './reminder.base.ts';
import { reminderDoneRecord } from './reminder.record.ts';
import { readReminderRules, type StoredReminderRule } from './reminder.repository.ts';

/** A plate as the person may see it. */
export const shownPlate = (actor: Actor, plate: string | null): string | null =>
  shownTo(actor, vehicleFields.plate, plate);

/** Reminders of one row of a base, soonest first. */
export function remindersAt(
  rows: Int32Array,
  at: number,
  rules: readonly StoredReminderRule[],
  today: Day,
  language: Actor['language'],
): VehicleReminder[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const found: VehicleReminder[] = [];
  eachReminder(rows, at, reminderPlan(rules, today), dayNumber(today), (kind, rule, ...told) => {
    const stored = byId.get(rule.id);
    const done = rows[at + place.done + kind] ?? none;
    const isElsewhere = (((rows[at + place.elsewhere] ?? 0) >> kind) & 1) === 1;
    found.push({
      ...reminderOf(kind, rule, ...told, today),
      ruleName: saidIn(language, stored?.name ?? '', stored?.nameEn ?? null),
      source: stored?.source ?? '',
      confirmed: rule.confirmed,
      done: done === none ? null : { on: dayFromNumber(done), place: isElsewhere ? 'elsewhere' : 'here' },
    });
  });
  return found.sort((a, b) => compareDays(a.dueOn, b.dueOn));
}

/** The other half of a tractor and trailer, whichever of the two names the other. */
const readMate = (reader: Reader | Writer, vehicleId: number) =>
  reader
    .selectFrom('vehicle as own')
    .innerJoin('vehicle as mate', (join) =>
      join.on((on) =>
        on.or([on('mate.id', '=', on.ref('own.pairedId')), on('mate.pairedId', '=', on.ref('own.id'))]),
      ),
    )
    .select(['mate.id', 'mate.plate'])
    .where('own.id', '=', vehicleId)
    .where('mate.removedAt', 'is', null)
    .where('mate.state', '=', 'inUse')
    .executeTakeFirst();

/**
 * Whether a customer brings a vehicle: it is the customer's, or a trailer whose tractor is, whichever of the two names the
 * other. Error: `not-found`.
 */
export async function isBroughtBy(
  reader: Reader | Writer,
  vehicleId: number,
  customerId: number,
): Promise<boolean> {
  const vehicle = await reader
    .selectFrom('vehicle')
    .select(['customerId', 'kind', 'pairedId'])
    .where('id', '=', vehicleId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle', vehicleId);
  if (vehicle.customerId === customerId) return true;
  if (vehicle.kind !== 'trailer') return false;
  const tractor = await reader
    .selectFrom('vehicle')
    .select('id')
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .where('state', '=', 'inUse')
    .where((where) => where.or([where('id', '=', vehicle.pairedId), where('pairedId', '=', vehicleId)]))
    .executeTakeFirst();
  return tractor !== undefined;
}

export async function readOfVehicle(
  { reader, actor, clock }: QueryContext,
  vehicleId: number,
): Promise<VehicleReminders> {
  const vehicle = await reader
    .selectFrom('vehicle')
    .select(['state', 'removedAt'])
    .where('id', '=', vehicleId)
    .executeTakeFirst();
  if (!vehicle) throw notFound('vehicle', vehicleId);
  const inUse = vehicle.state === 'inUse' && vehicle.removedAt === null;
  if (!inUse) return { inUse, reminders: [], mate: null };
  const mate = await readMate(reader, vehicleId);
  const { rows } = await readReminderBase(rowsIn(reader), mate ? [vehicleId, mate.id] : [vehicleId]);
  const rules = await readReminderRules(reader);
  const of = (id: number): VehicleReminder[] => {
    for (let at = 0; at < rows.length; at += rowLength)
      if (rows[at + place.vehicleId] === id)
        return remindersAt(rows, at, rules, clock.today(), actor.language);
    return [];
  };
  return {
    inUse,
    reminders: of(vehicleId),
    mate: mate ? { vehicleId: mate.id, plate: shownPlate(actor, mate.plate), reminders: of(mate.id) } : null,
  };
}

type Done = Parameters<HandlersOf<typeof reminderContract>['done']>[0];

const isStated = (kind: ReminderKind): kind is (typeof statedKinds)[number] =>
  statedKinds.some((name) => name === kind);

/** Enters that a thing was done and moves the vehicle's due day. Errors: see the contract. */
export async function enterDone(
  context: CommandContext,
  { vehicleId, kind, doneOn, place: where, odometerKm, nextOn, source }: Done,
): Promise<{ readonly id: number; readonly nextOn: Day | null }> {
  const { writer, clock, actor } = context;
  const today = clock.today();
  if (doneOn > today) throw invalidField('doneOn', 'in-future');
  if (nextOn !== null && nextOn <= doneOn) throw invalidField('nextOn', 'ends-before-start');
  if (nextOn !== null && nextOn > addMonths(doneOn, 60)) throw invalidField('nextOn', 'day-too-far');
  if (where === 'elsewhere' && source === '') throw invalidField('source', 'required');
  const stored = await readRow(writer, vehicleRecord, vehicleId);
  if (!stored || stored['removedAt']) throw notFound('vehicle', vehicleId);
  const vehicle = fromStored(vehicleRecord, stored);
  if (vehicle['state'] !== 'inUse') throw ruleViolated('reminder-not-in-use');
  const id = await createRecord({ ...context, scope: 'all' }, reminderDoneRecord, {
    vehicleId,
    kind,
    doneOn,
    place: where,
    odometerKm,
    source: source || null,
    personId: actor.personId,
  });
  const { rows } = await readReminderBase(rowsIn(writer), [vehicleId]);
  const isLatest = rows[place.done + kindIndex[kind]] === dayNumber(doneOn);
  const plan = reminderPlan(await readReminderRules(writer), today);
  const due = dueAfterDone(rows, 0, plan, kindIndex[kind]);
  const next = nextOn ?? (due === none ? null : dayFromNumber(due));
  // An older entry tells the history and moves nothing.
  if (isStated(kind) && isLatest)
    await updateRecord({ ...context, scope: 'all' }, vehicleRecord, vehicleId, null, {
      ...vehicle,
      [statedFieldOf[kind]]: next,
    });
  return { id, nextOn: isLatest ? next : null };
}
