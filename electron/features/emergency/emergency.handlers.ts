import type { emergencyContract } from '#shared/features/emergency/emergency.contract.ts';
import { overdue } from '#shared/features/emergency/emergency.rules.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { emergencyRecord } from './emergency.record.ts';
import { emergencyDocument } from './emergency.report.ts';
import { listEmergencyPlans } from './emergency.repository.ts';

export const emergencyHandlers = (printer: Printer): HandlersOf<typeof emergencyContract> => ({
  ...recordHandlers(emergencyRecord),

  async due(_input, { reader, clock, actor }) {
    const today = clock.today();
    const plans = await listEmergencyPlans(reader, actor.language);
    return plans
      .map(({ id, name, nextDrillOn, nextReviewOn }) => ({
        id,
        name,
        drill: overdue(nextDrillOn, today),
        review: overdue(nextReviewOn, today),
      }))
      .filter(({ drill, review }) => drill !== null || review !== null);
  },

  async printAll({ format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const plans = await listEmergencyPlans(reader, actor.language);
    if (plans.length === 0) throw ruleViolated('emergency-none');
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = emergencyDocument({ plans, store, auditCode }, actor.language, clock.now());
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },
});
