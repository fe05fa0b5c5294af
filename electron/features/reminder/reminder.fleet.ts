import type { Fleet } from '#shared/features/reminder/reminder-views.ts';
import { place, rowLength } from '#shared/features/reminder/reminder-facts.ts';
import type { Day } from '#shared/kernel/day.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { rowsIn } from '#electron/kernel/read-rows.ts';
import { readReminderBase } from './reminder.base.ts';
import { fleetLetter } from './reminder.letter.ts';
import { readReminderRules } from './reminder.repository.ts';
import { remindersAt, shownPlate } from './reminder.vehicle.ts';
import { readOpenOf } from './reminder.entry.ts';

/** 车队: everything that falls due on the vehicles in use of one owner; tractors before their trailers. Error: `not-found`. */
export async function readFleet({ reader, actor, clock }: QueryContext, customerId: number): Promise<Fleet> {
  const today = clock.today();
  const { customer, touches } = await readOpenOf(reader, customerId, today, actor.language);
  const owned = await reader
    .selectFrom('vehicle')
    .select(['id', 'plate', 'model', 'kind', 'pairedId'])
    .where('customerId', '=', customerId)
    .where('removedAt', 'is', null)
    .where('state', '=', 'inUse')
    .orderBy('plate')
    .orderBy('id')
    .execute();
  const { rows } = await readReminderBase(
    rowsIn(reader),
    owned.flatMap(({ id, pairedId }) => (pairedId === null ? [id] : [id, pairedId])),
  );
  const rules = await readReminderRules(reader);
  const at = new Map<number, number>();
  for (let row = 0; row < rows.length; row += rowLength) at.set(rows[row + place.vehicleId] ?? 0, row);
  const mates = new Map<number, number>();
  for (const { id, pairedId } of owned) {
    if (pairedId === null) continue;
    mates.set(id, pairedId);
    mates.set(pairedId, id);
  }
  const ids = new Set(owned.map(({ id }) => id));
  // A trailer follows its tractor; alone it stands in its own place.
  const leads = owned.filter(({ id, kind }) => kind !== 'trailer' || !ids.has(mates.get(id) ?? 0));
  const trailers = Map.groupBy(
    owned.filter(({ kind }) => kind === 'trailer'),
    ({ id }) => mates.get(id),
  );
  const ordered = leads.flatMap((vehicle) => [
    vehicle,
    ...(trailers.get(vehicle.id) ?? []).filter((other) => other !== vehicle),
  ]);
  return {
    customerId,
    customerName: customer.name,
    touches: (scopeOf(actor.roles, 'campaign.read') === undefined ? [] : touches).map(
      ({ reason: { campaignId, triggerId, name, offer, until } }) => ({
        campaignId,
        triggerId,
        name,
        offer,
        until,
      }),
    ),
    vehicles: ordered.map(({ id, plate, model, kind }) => {
      const row = at.get(id);
      return {
        vehicleId: id,
        plate: shownPlate(actor, plate),
        model,
        kind,
        mateId: mates.get(id) ?? null,
        reminders: row === undefined ? [] : remindersAt(rows, row, rules, today, actor.language),
      };
    }),
  };
}

/** The same on paper. Errors: `not-found`; `reminder-fleet-empty` where nothing falls due up to the day, `reminder-fleet-too-long`. */
export async function printFleet(
  printer: Printer,
  context: QueryContext,
  {
    customerId,
    until,
    format,
  }: { readonly customerId: number; readonly until: Day; readonly format: 'pdf' | 'docx' },
): Promise<File> {
  const { reader, actor, clock } = context;
  const fleet = await readFleet(context, customerId);
  const today = clock.today();
  const document = fleetLetter(fleet, {
    store: (await readSetting(reader, 'storeName')) ?? '',
    auditCode: shortCode((await auditHead(reader)).hash),
    personName: actor.name,
    language: actor.language,
    today,
    until,
    now: clock.now(),
  });
  if (document === null) throw ruleViolated('reminder-fleet-empty');
  const name = `${document.title} · ${fleet.customerName}`;
  return sheetFile(printer, document, { name, format, signal: context.signal });
}
