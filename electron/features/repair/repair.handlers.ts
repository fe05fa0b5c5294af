import type { repairContract } from '#shared/features/repair/repair.contract.ts';
import {
  allowanceKey,
  partStops,
  returnCandidate,
  type PartOrigin,
} from '#shared/features/repair/repair.rules.ts';
import { DeskError, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { ActionContext, CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { assertOwn } from '#electron/kernel/record/record-rights.ts';
import { proveAgain } from '../session/session.prove.ts';
import { patchAccount } from '../session/session.repository.ts';
import { certificateHandlers, type CertificateParts } from './certificate.handlers.ts';
import { listLeftRepairs, listWarrantyRules, readCheckedRepair } from './repair-check.repository.ts';
import { readRepairChecks } from './repair-check.view.ts';
import { readOrigins, readPassRate, readReturns } from './repair.figures.ts';
import {
  certificateRecord,
  repairLineRecord,
  repairPartRecord,
  repairRecord,
  reworkRecord,
  warrantyRuleRecord,
} from './repair.record.ts';

type Calls = HandlersOf<typeof repairContract>;

async function mustBeOwn(context: CommandContext, repairId: number) {
  const repair = await readCheckedRepair(context.writer, repairId);
  await assertOwn(repairRecord, context, { technicianId: repair.technicianId }, context.writer);
  return repair;
}

/** A part that is not 原厂 and waits. Errors: not-found, conflict, `part-is-original`, `part-consent-missing`. */
async function mustWait(reader: ActionContext['reader'], partId: number, version: number) {
  const part = await reader
    .selectFrom('repairPart')
    .select([
      'id',
      'version',
      'repairId',
      'origin',
      'code',
      'name',
      'supplier',
      'quantityHundredths',
      'consentBy',
      'consentOn',
      'allowedFor',
      'allowedReason',
    ])
    .where('id', '=', partId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (!part) throw notFound('repairPart', partId);
  if (part.version !== version) throw new DeskError({ code: 'conflict', feature: 'repairPart', id: partId });
  const known = { ...part, origin: part.origin as PartOrigin }; // a choice of the field table
  if (!partStops(known)) throw ruleViolated('part-is-original');
  if (part.consentBy === null || part.consentOn === null) throw ruleViolated('part-consent-missing');
  return known;
}

const allowPart =
  ({ cost }: CertificateParts): Calls['allowPart'] =>
  async ({ partId, version, reason, secret }, context) => {
    await mustWait(context.reader, partId, version);
    const account = await proveAgain(context, secret, cost);
    await context.write(async ({ writer, changed }) => {
      const part = await mustWait(writer, partId, version);
      const allowance = {
        allowedReason: reason,
        allowedById: account.personId,
        allowedOn: context.clock.today(),
        allowedFor: allowanceKey(part),
      };
      await writer
        .updateTable('repairPart')
        .set({ ...allowance, version: version + 1, updatedAt: context.clock.now() })
        .where('id', '=', partId)
        .execute();
      await patchAccount(writer, account.personId, { failures: 0, blockedUntil: null });
      changed({
        feature: 'repairPart',
        id: partId,
        changes: [{ field: 'allowedReason', before: part.allowedReason, after: reason }],
      });
      changed({ feature: 'repair', id: part.repairId, changes: [] });
    });
    return {};
  };

const repairHandlers = (parts: CertificateParts): Calls => ({
  ...recordHandlers(repairRecord),
  ...certificateHandlers(parts),
  allowPart: allowPart(parts),

  checks: async ({ id }, context) => {
    const repair = await readCheckedRepair(context.reader, id);
    await assertOwn(repairRecord, context, { technicianId: repair.technicianId }, context.reader);
    return readRepairChecks(context, repair);
  },

  async finishRework({ reworkId, note, hoursHundredths, costFen }, context) {
    const rework = await context.writer
      .selectFrom('rework')
      .select(['id', 'version', 'repairId', 'state'])
      .where('id', '=', reworkId)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (!rework) throw notFound('rework', reworkId);
    await mustBeOwn(context, rework.repairId);
    if (rework.state !== 'open') throw ruleViolated('rework-done');
    await context.writer
      .updateTable('rework')
      .set({
        state: 'done',
        doneOn: context.clock.today(),
        doneById: context.actor.personId,
        doneNote: note,
        hoursHundredths,
        costFen,
        version: rework.version + 1,
        updatedAt: context.clock.now(),
      })
      .where('id', '=', reworkId)
      .execute();
    context.changed({
      feature: 'rework',
      id: reworkId,
      changes: [{ field: 'state', before: 'open', after: 'done' }],
    });
    context.changed({ feature: 'repair', id: rework.repairId, changes: [] });
    return {};
  },

  async decideReturn({ id, isReturn }, context) {
    const repair = await mustBeOwn(context, id);
    const { writer } = context;
    const candidate = returnCandidate(
      repair,
      await listLeftRepairs(writer, repair),
      await listWarrantyRules(writer),
    );
    if (!candidate) throw ruleViolated('return-not-found');
    const returnOfId = isReturn ? candidate.id : null;
    await writer
      .updateTable('repair')
      .set({
        returnOfId,
        isReturn: isReturn ? 1 : 0,
        version: repair.version + 1,
        updatedAt: context.clock.now(),
      })
      .where('id', '=', id)
      .execute();
    context.changed({
      feature: 'repair',
      id,
      changes: [
        { field: 'isReturn', before: repair.isReturn, after: isReturn },
        ...(repair.returnOfId === returnOfId
          ? []
          : [{ field: 'returnOfId', before: repair.returnOfId, after: returnOfId }]),
      ],
    });
    return {};
  },

  passRate: (span, { reader }) => readPassRate(reader, span),
  partOrigins: (span, { reader }) => readOrigins(reader, span),
  returns: (span, { reader }) => readReturns(reader, span),
});

/** Every call of repair orders: the order, its lines and parts, rework, certificates, warranty rules. */
export const repairFeature = (parts: CertificateParts) => ({
  repair: repairHandlers(parts),
  repairLine: recordHandlers(repairLineRecord),
  repairPart: recordHandlers(repairPartRecord),
  rework: readOnlyCalls(recordHandlers(reworkRecord)),
  certificate: readOnlyCalls(recordHandlers(certificateRecord)),
  warrantyRule: recordHandlers(warrantyRuleRecord),
});
