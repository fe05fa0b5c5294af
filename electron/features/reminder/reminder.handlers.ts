import type {
  reminderAppointmentContract,
  reminderCallContract,
  reminderCapacityContract,
  reminderContract,
  reminderDoneContract,
  reminderRuleContract,
} from '#shared/features/reminder/reminder.contract.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { writeSetting } from '#electron/kernel/settings.ts';
import { askedBy, type Printer } from '#electron/reports/sheet-file.ts';
import { bookBay, cancelBay, readAppointments, readSlots } from './reminder.appointments.ts';
import { enterCall } from './reminder.enter.ts';
import { readCallEntry } from './reminder.entry.ts';
import { readFigureRows, readFigures } from './reminder.figures.ts';
import { printFleet, readFleet } from './reminder.fleet.ts';
import { readTerms, termsKey } from './reminder.history.ts';
import { readCallPage } from './reminder.list.ts';
import type { Reckoner } from './reminder.reckoner.ts';
import {
  reminderAppointmentRecord,
  reminderCallRecord,
  reminderCapacityRecord,
  reminderDoneRecord,
} from './reminder.record.ts';
import { ruleHandlers } from './reminder.switching.ts';
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
