import type { reminderRuleContract } from '#shared/features/reminder/reminder.contract.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { conflictOf, createRecord, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { askedBy } from '#electron/reports/sheet-file.ts';
import { previewRule } from './reminder.preview.ts';
import type { Reckoner } from './reminder.reckoner.ts';
import { reminderRuleRecord } from './reminder.record.ts';

/** 提醒规则: their records, the preview of a switch and the switch itself. Errors: see the contract. */
export const ruleHandlers = (reckoner: Reckoner): HandlersOf<typeof reminderRuleContract> => ({
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
