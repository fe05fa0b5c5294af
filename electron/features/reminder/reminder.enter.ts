import type { reminderContract } from '#shared/features/reminder/reminder.contract.ts';
import { responseOfCall, sameTouch } from '#shared/features/reminder/reminder-campaign.rules.ts';
import { followUpResultOf, groupOf } from '#shared/features/reminder/reminder-call.rules.ts';
import type { ListReason } from '#shared/features/reminder/reminder-list.rules.ts';
import { kindIndex } from '#shared/features/reminder/reminder-facts.ts';
import { reminderKinds } from '#shared/features/reminder/reminder.fields.ts';
import { longestPromiseDays } from '#shared/features/follow-up/follow-up.rules.ts';
import { reminderCallText } from '#shared/text/record/reminder.text.ts';
import { reminderPageText } from '#shared/text/reminder.text.ts';
import { addDays, dayFromNumber, type Day } from '#shared/kernel/day.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import type { RecordDefinition, RecordValues } from '#electron/kernel/record/record-definition.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import { noteResponse } from '../campaign/campaign.entering.ts';
import { customerRecord } from '../customer/customer.record.ts';
import { followUpRecord } from '../follow-up/follow-up.record.ts';
import { vehicleRecord } from '../vehicle/vehicle.record.ts';
import { bookBay } from './reminder.appointments.ts';
import { readOpenOf, type OpenOfCustomer } from './reminder.entry.ts';
import { reminderCallRecord } from './reminder.record.ts';
import { enterDone } from './reminder.vehicle.ts';

type Entered = Parameters<HandlersOf<typeof reminderContract>['enter']>[0];

/** Rows of one statement: a large fleet has more reasons than a statement takes values. */
const reasonsAtOnce = 1000;

const insurances = [kindIndex.compulsoryInsurance, kindIndex.commercialInsurance];

/** What a result must tell beside itself. Errors: issues, see the contract. */
function checkEntered({ code, nextOn, appointment, goneVehicleIds }: Entered, today: Day): void {
  if (code === 'booked' && appointment === null) throw invalidField('appointment', 'required');
  if (code !== 'booked' && appointment !== null) throw invalidField('appointment', 'appointment-only-booked');
  const isGone = code === 'transferred' || code === 'givenAway';
  if (isGone && goneVehicleIds.length === 0) throw invalidField('goneVehicleIds', 'required');
  if (!isGone && goneVehicleIds.length > 0) throw invalidField('goneVehicleIds', 'gone-only-transferred');
  if (nextOn === null) return;
  if (groupOf(code) === 'void' || code === 'booked') throw invalidField('nextOn', 'next-only-open');
  if (nextOn <= today) throw invalidField('nextOn', 'day-passed');
  if (nextOn > addDays(today, longestPromiseDays)) throw invalidField('nextOn', 'promise-too-far');
}

async function change(
  context: CommandContext,
  definition: RecordDefinition,
  id: number,
  values: RecordValues,
): Promise<void> {
  const row = await readRow(context.writer, definition, id);
  if (!row) throw notFound(definition.feature, id);
  await updateRecord({ ...context, scope: 'all' }, definition, id, null, {
    ...fromStored(definition, row),
    ...values,
  });
}

/** The reasons that were spoken about, as they stand now. Error: `reminder-nothing-open`. */
function spokenOf(reasons: readonly ListReason[], asked: Entered['reasons']): readonly ListReason[] {
  const spoken =
    asked.length === 0
      ? reasons
      : reasons.filter(({ kind, vehicleId }) =>
          asked.some((one) => kindIndex[one.kind] === kind && (one.vehicleId ?? 0) === vehicleId),
        );
  if (spoken.length === 0) throw ruleViolated('reminder-nothing-open');
  return spoken;
}

/**
 * An answer about each campaign that was spoken about: the one that is given, else what the result says; where nobody was
 * reached the result alone counts. Errors: `campaign-not-asked`, those of `noteResponse`.
 */
async function answerTouches(
  context: CommandContext,
  { customerId, code, nextOn, answers }: Entered,
  spoken: readonly ListReason[],
  { touches, followUpId }: Pick<OpenOfCustomer, 'touches'> & { readonly followUpId: number },
): Promise<void> {
  const named = touches.filter(({ reason }) =>
    spoken.some(({ touch }) => touch !== null && sameTouch(touch, reason)),
  );
  if (answers.some((answer) => !named.some(({ reason }) => sameTouch(reason, answer))))
    throw ruleViolated('campaign-not-asked');
  const isReached = groupOf(code) !== 'notReached';
  for (const { reason } of named) {
    const given = isReached ? answers.find((answer) => sameTouch(reason, answer)) : undefined;
    await noteResponse(context, reason, {
      customerId,
      followUpId,
      code: given?.code ?? responseOfCall(code),
      nextOn,
      gives: given?.gives ?? false,
    });
  }
}

/** Enters what came of a call, with all that follows from it, in one transaction. Errors: see the contract. */
export async function enterCall(
  context: CommandContext,
  entered: Entered,
): Promise<{ readonly id: number; readonly appointmentId: number | null }> {
  const { writer, clock, actor } = context;
  const { customerId, code, nextOn, words, appointment, goneVehicleIds, silence, ruleId } = entered;
  const today = clock.today();
  checkEntered(entered, today);
  const { reasons, vehicles, touches } = await readOpenOf(writer, customerId, today, actor.language);
  const spoken = spokenOf(reasons, entered.reasons);
  if (goneVehicleIds.some((id) => !vehicles.has(id))) throw invalidField('goneVehicleIds', 'reference-gone');
  const toInsure = spoken.filter(({ kind }) => insurances.includes(kind));
  if (code === 'insuredElsewhere' && toInsure.length === 0)
    throw invalidField('reasons', 'no-insurance-named');
  const { code: codes } = reminderCallText[actor.language].choices;
  const all = { ...context, scope: 'all' } as const;
  const followUpId = await createRecord(all, followUpRecord, {
    customerId,
    happenedOn: today,
    personId: actor.personId,
    way: 'call',
    result: followUpResultOf(code),
    content: words || codes[code],
    nextOn,
  });
  const id = await createRecord(all, reminderCallRecord, {
    customerId,
    followUpId,
    personId: actor.personId,
    happenedOn: today,
    code,
    nextOn,
    reminderRuleId: spoken.some((reason) => reason.ruleId === ruleId) ? ruleId : null,
  });
  for (let from = 0; from < spoken.length; from += reasonsAtOnce)
    await writer
      .insertInto('reminderReason')
      .values(
        spoken.slice(from, from + reasonsAtOnce).map(({ kind, vehicleId, due, ruleId: of }) => ({
          reminderCallId: id,
          kind: reminderKinds[kind] ?? 'annualTest',
          vehicleId: vehicleId || null,
          dueOn: dayFromNumber(due),
          reminderRuleId: of,
        })),
      )
      .execute();
  await answerTouches(context, entered, spoken, { touches, followUpId });
  for (const vehicleId of goneVehicleIds)
    await change(context, vehicleRecord, vehicleId, { state: 'transferred' });
  if (silence) await change(context, customerRecord, customerId, { doNotCall: true });
  if (code === 'insuredElsewhere')
    for (const { kind, vehicleId } of toInsure)
      await enterDone(context, {
        vehicleId,
        kind: kind === kindIndex.compulsoryInsurance ? 'compulsoryInsurance' : 'commercialInsurance',
        doneOn: today,
        place: 'elsewhere',
        odometerKm: null,
        nextOn: null,
        source: reminderPageText[actor.language].call.toldByPhone,
      });
  const appointmentId =
    appointment === null
      ? null
      : await bookBay(
          context,
          { ...appointment, customerId, note: words || null, reminderCallId: id },
          'appointment.',
        );
  return { id, appointmentId };
}
