import type {
  reminderContract,
  reminderDoneContract,
  reminderRuleContract,
} from '#shared/features/reminder/reminder.contract.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { createRecord, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import { keptStore } from './reminder.kept.ts';
import { previewRule } from './reminder.preview.ts';
import { reminderDoneRecord, reminderRuleRecord } from './reminder.record.ts';
import { enterDone, readOfVehicle } from './reminder.vehicle.ts';

export function reminderFeature({ database }: { readonly database: DeskDatabase }): {
  readonly reminder: HandlersOf<typeof reminderContract>;
  readonly reminderRule: HandlersOf<typeof reminderRuleContract>;
  readonly reminderDone: HandlersOf<typeof reminderDoneContract>;
} {
  const kept = keptStore(database.raw.reader);
  const doneHandlers = recordHandlers(reminderDoneRecord);
  return {
    reminder: {
      ofVehicle: async ({ vehicleId }, context) => readOfVehicle(context, vehicleId),
      done: async (input, context) => enterDone(context, input),
    },
    reminderRule: {
      ...recordHandlers(reminderRuleRecord),
      // A new rule waits for its preview.
      create: async ({ values }, context) => ({
        id: await createRecord(context, reminderRuleRecord, { ...values, active: false }),
      }),
      preview: async ({ id }, context) => previewRule(context, await kept.get(), id),
      async switch({ id, active, seen }, context) {
        const row = await context.writer
          .selectFrom('reminderRule')
          .select(['active', 'version'])
          .where('id', '=', id)
          .where('removedAt', 'is', null)
          .executeTakeFirst();
        if (!row) throw notFound('reminderRule', id);
        const preview = await previewRule({ ...context, reader: database.reader }, await kept.get(), id);
        const { reasons } = (row.active === 1) === active ? preview.before : preview.after;
        if (reasons !== seen) throw ruleViolated('reminder-preview-changed', { count: reasons });
        await context.writer
          .updateTable('reminderRule')
          .set({ active: active ? 1 : 0, version: row.version + 1, updatedAt: context.clock.now() })
          .where('id', '=', id)
          .execute();
        context.changed({
          feature: 'reminderRule',
          id,
          changes: [{ field: 'active', before: row.active === 1, after: active }],
        });
        return { reasons };
      },
    },
    reminderDone: {
      ...readOnlyCalls(doneHandlers),
      remove: doneHandlers.remove,
      restore: doneHandlers.restore,
    },
  };
}
