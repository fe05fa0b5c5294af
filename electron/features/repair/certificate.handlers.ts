import { repairPurposes } from '#shared/features/checklist/checklist.content.ts';
import { latestOf } from '#shared/features/inspection/inspection.rules.ts';
import type { repairContract } from '#shared/features/repair/repair.contract.ts';
import { leaveRefusal, needsCertificate, warrantyRuleOn } from '#shared/features/repair/repair.rules.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { ActionContext, CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { proveAgain } from '../session/session.prove.ts';
import type { Account } from '../session/session.repository.ts';
import { signRecord } from '../signature/signature.repository.ts';
import { readPrintedCertificate } from './certificate.print.ts';
import { certificateDocument, certificateTemplateVersion } from './certificate.report.ts';
import { readCertificate, type CertificateContent } from './certificate.repository.ts';
import { listWarrantyRules, readCheckedRepair, readLeaving } from './repair-check.repository.ts';
import { certificateRecord } from './repair.record.ts';
import { readPrintedRework } from './rework.print.ts';
import { reworkDocument } from './rework.report.ts';

export type CertificateParts = Printer & { readonly cost: PasswordCost };

type Certificates = Pick<
  HandlersOf<typeof repairContract>,
  'issueCertificate' | 'voidCertificate' | 'printCertificate' | 'printRework'
>;

/** What the certificate will say. Errors: not-found, `certificate-not-due`, `certificate-issued`, `warranty-rule-missing`, LeaveRefusal. */
async function gather(
  reader: Reader | Writer,
  repairId: number,
  issued: { readonly on: string; readonly byName: string },
): Promise<Omit<CertificateContent, 'number'>> {
  const repair = await readCheckedRepair(reader, repairId);
  const { repairClass } = repair;
  if (repairClass === null || !needsCertificate(repairClass)) throw ruleViolated('certificate-not-due');
  const leaving = await readLeaving(reader, repairId);
  if (leaving.certificateIssued) throw ruleViolated('certificate-issued');
  const refusal = leaveRefusal({ ...leaving, repairClass, certificateIssued: true });
  if (refusal) throw ruleViolated(refusal);
  const rule = warrantyRuleOn(await listWarrantyRules(reader), repairClass, issued.on);
  if (!rule) throw ruleViolated('warranty-rule-missing');
  const vehicle =
    repair.vehicleId === null
      ? undefined
      : await reader
          .selectFrom('vehicle')
          .select(['model', 'engineNumber'])
          .where('id', '=', repair.vehicleId)
          .executeTakeFirst();
  const lines = await reader
    .selectFrom('repairLine')
    .select('name')
    .where('repairId', '=', repairId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  const passed = repairPurposes.flatMap((purpose) => latestOf(leaving.checks, purpose)?.id ?? []);
  const checks = await reader
    .selectFrom('inspection')
    .innerJoin('person', 'person.id', 'inspection.finishedById')
    .select(['inspection.purpose', 'inspection.number', 'person.name as signerName', 'inspection.finishedOn'])
    .where('inspection.id', 'in', passed)
    .orderBy('inspection.id')
    .execute();
  return {
    storeName: (await readSetting(reader, 'storeName')) ?? '',
    repairNumber: repair.number,
    customerName: repair.customerName,
    plate: repair.plate,
    vin: repair.vin,
    model: vehicle?.model ?? null,
    engineNumber: vehicle?.engineNumber ?? null,
    repairClass,
    checkedInOn: repair.checkedInOn,
    odometerKm: repair.odometerKm,
    lines: lines.map(({ name }) => name),
    checks: checks.map((check) => ({ ...check, finishedOn: check.finishedOn ?? '' })),
    issuedOn: issued.on,
    issuedByName: issued.byName,
    warrantyDays: rule.days,
    warrantyKm: rule.kilometres,
  };
}

/** Takes a number and freezes the certificate, in one transaction. */
async function issue(context: CommandContext, repairId: number, account: Account) {
  const { writer, clock } = context;
  const on = clock.today();
  const gathered = await gather(writer, repairId, { on, byName: account.name });
  const number = await nextOfYear(writer, yearOf(on), 'H');
  const content: CertificateContent = { number, ...gathered };
  const certificateId = await createRecord(context, certificateRecord, {
    number,
    repairId,
    state: 'issued',
    plate: content.plate,
    vin: content.vin,
    repairClass: content.repairClass,
    odometerKm: content.odometerKm,
    issuedOn: on,
    issuedById: account.personId,
    warrantyDays: content.warrantyDays,
    warrantyKm: content.warrantyKm,
    voidedOn: null,
    voidedById: null,
    voidReason: null,
  });
  const frozen = {
    templateVersion: certificateTemplateVersion,
    content: canonicalJson(content),
  };
  const auditCode = shortCode((await auditHead(writer)).hash);
  await writer
    .insertInto('certificateSnapshot')
    .values({ certificateId, ...frozen, auditCode })
    .execute();
  const signed = { feature: 'certificate', recordId: certificateId };
  await signRecord(context, signed, account, { ...frozen, meaning: 'approve', at: clock.now() });
  context.changed({ feature: 'repair', id: repairId, changes: [] });
  return { certificateId, number };
}

const withActor = (context: ActionContext, account: Account) => ({
  ...context,
  actor: context.actor ?? {
    personId: account.personId,
    name: account.name,
    roles: [],
    language: 'zh-CN' as const,
    sessionKey: '',
  },
});

export const certificateHandlers = ({ cost, ...printer }: CertificateParts): Certificates => ({
  async issueCertificate({ id, secret }, context) {
    // Refused before the password is asked for nothing; asked again inside the transaction.
    await gather(context.reader, id, { on: context.clock.today(), byName: context.actor?.name ?? '' });
    const account = await proveAgain(context, secret, cost);
    const { result } = await context.write((transaction) =>
      issue({ ...withActor(context, account), ...transaction }, id, account),
    );
    return result;
  },

  async voidCertificate({ certificateId, reason, secret }, context) {
    if ((await readCertificate(context.reader, certificateId)).state === 'void')
      throw ruleViolated('certificate-void');
    const account = await proveAgain(context, secret, cost);
    await context.write(async (transaction) => {
      const { writer, changed } = transaction;
      const head = await readCertificate(writer, certificateId);
      if (head.state === 'void') throw ruleViolated('certificate-void');
      const at = context.clock.now();
      const voiding = { state: 'void', voidReason: reason, voidedOn: context.clock.today() };
      await writer
        .updateTable('certificate')
        .set({ ...voiding, voidedById: account.personId, version: head.version + 1, updatedAt: at })
        .where('id', '=', certificateId)
        .execute();
      const frozen = {
        templateVersion: certificateTemplateVersion,
        content: canonicalJson({ certificateId, reason }),
      };
      const signed = { feature: 'certificate', recordId: certificateId };
      await signRecord(transaction, signed, account, { ...frozen, meaning: 'void', at });
      changed({
        feature: 'certificate',
        id: certificateId,
        changes: [
          { field: 'state', before: head.state, after: 'void' },
          { field: 'voidReason', before: null, after: reason },
        ],
      });
      changed({ feature: 'repair', id: head.repairId, changes: [] });
    });
    return {};
  },

  async printCertificate({ certificateId, format }, context) {
    const asked = askedBy(context);
    const printed = await readPrintedCertificate(asked, certificateId);
    const document = certificateDocument(printed, asked.actor.language);
    return sheetFile(printer, document, { name: printed.number, format, signal: context.signal });
  },

  async printRework({ reworkId, format }, context) {
    const asked = askedBy(context);
    const rework = await readPrintedRework(asked, reworkId);
    const document = reworkDocument(rework, asked.actor.language, asked.clock.now());
    return sheetFile(printer, document, { name: rework.number, format, signal: context.signal });
  },
});
