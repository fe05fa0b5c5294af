import type {
  reminderAppointmentContract,
  reminderCallContract,
  reminderCapacityContract,
  reminderContract,
  reminderDoneContract,
  reminderRuleContract,
} from '#shared/features/reminder/reminder.contract.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { DeskDatabase, Reader, Writer } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { conflictOf, createRecord, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { writeSetting } from '#electron/kernel/settings.ts';
import { askedBy, type Printer } from '#electron/reports/sheet-file.ts';
import { bookBay, cancelBay, readAppointments, readSlots } from './reminder.appointments.ts';
import { enterCall } from './reminder.enter.ts';
import { readCallEntry } from './reminder.entry.ts';
import { readFigureRows, readFigures } from './reminder.figures.ts';
import { printFleet, readFleet } from './reminder.fleet.ts';
import { readTerms, termsKey } from './reminder.history.ts';
import { readCallPage } from './reminder.list.ts';
import { previewRule } from './reminder.preview.ts';
import type { Reckoner } from './reminder.reckoner.ts';
import {
  reminderAppointmentRecord,
  reminderCallRecord,
  reminderCapacityRecord,
  reminderDoneRecord,
  reminderRuleRecord,
} from './reminder.record.ts';
import { enterDone, readOfVehicle } from './reminder.vehicle.ts';

type Parts = Printer & {
  readonly database: DeskDatabase;
  readonly reckoner: Reckoner;
};

const reminderHandlers = (parts: Parts, reckoner: Reckoner): HandlersOf<typeof reminderContract> => {
  return {
    ofVehicle: async ({ vehicleId }, context) => readOfVehicle(context, vehicleId),
    done: async (input, context) => enterDone(context, input),
    calls: async (input, context) => readCallPage(context, reckoner, input),
    entry: async ({ customerId }, context) => readCallEntry(context, customerId),
    enter: async (input, context) => enterCall(context, input),
    slots: async ({ onDay }, context) => readSlots(context, onDay),
    appointments: async (span, context) => readAppointments(context, span),
    async book({ note, ...input }, context) {
      const customer = await context.writer
        .selectFrom('customer')
        .select('id')
        .where('id', '=', input.customerId)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      if (!customer) throw notFound('customer', input.customerId);
      return { id: await bookBay(context, { ...input, note: note || null, reminderCallId: null }) };
    },
    cancel: async ({ id }, context) => cancelBay(context, id),
    figures: async (input, context) => readFigures(context, input),
    figureRows: async (input, context) => readFigureRows(context, input),
    fleet: async ({ customerId }, context) => readFleet(context, customerId),
    printFleet: async (input, context) => printFleet(parts, askedBy(context), input),
    terms: async (_input, { reader }) => readTerms(reader),
    async saveTerms(terms, { writer, tell }) {
      await writeSetting(writer, termsKey, JSON.stringify(terms));
      tell('terms', terms);
      return terms;
    },
  };
};

const ruleHandlers = (reckoner: Reckoner): HandlersOf<typeof reminderRuleContract> => ({
  ...recordHandlers(reminderRuleRecord),
  // A new rule waits for its preview.
  create: async ({ values }, context) => ({
    id: await createRecord(context, reminderRuleRecord, { ...values, active: false }),
  }),
  preview: async ({ id }, context) => previewRule(context, reckoner, id),
  // The preview goes over all vehicles, perhaps in a thread: nobody's writing waits for it.
  async switch({ id, active, seen }, action) {
    const ruleOf = async (
      reader: Reader | Writer,
    ): Promise<{ readonly active: number; readonly version: number }> => {
      const row = await reader
        .selectFrom('reminderRule')
        .select(['active', 'version'])
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .executeTakeFirst();
      if (!row) throw notFound('reminderRule', id);
      return row;
    };
    const rule = await ruleOf(action.reader);
    const preview = await previewRule(askedBy(action), reckoner, id);
    const { reasons } = (rule.active === 1) === active ? preview.before : preview.after;
    if (reasons !== seen) throw ruleViolated('reminder-preview-changed', { count: reasons });
    await action.write(async ({ writer, changed }) => {
      const { version } = await ruleOf(writer);
      if (version !== rule.version) throw await conflictOf(writer, 'reminderRule', id);
      await writer
        .updateTable('reminderRule')
        .set({ active: active ? 1 : 0, version: version + 1, updatedAt: action.clock.now() })
        .where('id', '=', id)
        .execute();
      changed({
        feature: 'reminderRule',
        id,
        changes: [{ field: 'active', before: rule.active === 1, after: active }],
      });
    });
    return { reasons };
  },
});

/** Everything of 到期提醒 over one open store; what its lists are made of is kept as long as the store is open. */
export function reminderFeature(parts: Parts): {
  readonly reminder: HandlersOf<typeof reminderContract>;
  readonly reminderRule: HandlersOf<typeof reminderRuleContract>;
  readonly reminderDone: HandlersOf<typeof reminderDoneContract>;
  readonly reminderCall: HandlersOf<typeof reminderCallContract>;
  readonly reminderAppointment: HandlersOf<typeof reminderAppointmentContract>;
  readonly reminderCapacity: HandlersOf<typeof reminderCapacityContract>;
} {
  const { reckoner } = parts;
  const doneHandlers = recordHandlers(reminderDoneRecord);
  return {
    reminder: reminderHandlers(parts, reckoner),
    reminderRule: ruleHandlers(reckoner),
    reminderDone: {
      ...readOnlyCalls(doneHandlers),
      remove: doneHandlers.remove,
      restore: doneHandlers.restore,
    },
    reminderCall: readOnlyCalls(recordHandlers(reminderCallRecord)),
    reminderAppointment: readOnlyCalls(recordHandlers(reminderAppointmentRecord)),
    reminderCapacity: recordHandlers(reminderCapacityRecord),
  };
}
