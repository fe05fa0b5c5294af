import type { auditContract } from '#shared/features/audit/audit.contract.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import { verifyAudit, type AuditDetail } from '#electron/kernel/audit.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';

/** The instant at which a business day begins in the store. */
const startOfDay = (day: Day): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - storeOffsetMinutes * 60_000).toISOString();

export const auditHandlers: HandlersOf<typeof auditContract> = {
  async list(input, { reader }) {
    let found = reader.selectFrom('audit');
    if (input.personId !== undefined) found = found.where('personId', '=', input.personId);
    if (input.call !== '') found = found.where('call', 'like', `%${input.call}%`);
    if (input.from !== '') found = found.where('at', '>=', startOfDay(input.from));
    if (input.to !== '') found = found.where('at', '<', startOfDay(addDays(input.to, 1)));
    if (input.feature !== '') {
      let touched = reader.selectFrom('auditRecord').select('seq').where('feature', '=', input.feature);
      if (input.recordId !== undefined) touched = touched.where('recordId', '=', input.recordId);
      found = found.where('seq', 'in', touched);
    }
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize)
      .execute();
    const lines = rows.map(({ seq, at, personId, personName, call, detail, hash }) => {
      const { records, ...told } = JSON.parse(detail) as AuditDetail; // written by appendAudit
      return {
        seq,
        at,
        personId,
        personName,
        call,
        records: records.map(({ feature, id }) => ({ feature, id })),
        detail: told,
        shortHash: hash.slice(0, 12),
      };
    });
    return { rows: lines, total, sums: {}, labels: {} };
  },
  verify: async (_input, { reader }) => verifyAudit(reader),
};
