import { repairPurposes } from '#shared/features/checklist/checklist.content.ts';
import type { PublishedChecklist } from '#shared/features/checklist/checklist.contract.ts';
import { textIn } from '#shared/features/checklist/checklist.content.ts';
import { needsCertificate } from '#shared/features/repair/repair.rules.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { certificateTemplateVersion } from '../../repair/certificate.report.ts';
import type { CertificateContent } from '../../repair/certificate.repository.ts';
import { certificateRecord, reworkRecord } from '../../repair/repair.record.ts';
import type { WrittenCheck } from './sample-check-writer.ts';
import type { PlannedCheck } from './sample-check-plan.ts';
import type { RepairPlan, SampleRepair } from './sample-repair-plan.ts';
import { dayOfInstant, shiftInstant, type Worker } from './sample-shop.ts';
import type { SampleTrail } from './sample-trail.ts';

/** 返工单 and 竣工出厂合格证 of the orders that went through the three levels. */

type Shop = {
  readonly sqlite: Sqlite;
  readonly bulk: BulkWriter;
  readonly trail: SampleTrail;
  readonly number: (letter: string, day: string) => string;
  readonly storeName: string;
  readonly shortCode: (hash: string) => string;
};
type Done = { readonly check: PlannedCheck; readonly written: WrittenCheck };

/** One certificate in so many is spoilt at the printer: its number stays in the register, void. */
const spoiltEvery = 40;

export function repairPapers({ sqlite, bulk, trail, number, storeName, shortCode }: Shop) {
  const linesOf = sqlite.prepare('select name from repair_line where repair_id = ? order by id').pluck();
  const warranty = sqlite.prepare(
    'select days, kilometres from warranty_rule where repair_class = ? limit 1',
  );
  const putSnapshot = sqlite.prepare(
    'insert into certificate_snapshot (certificate_id, template_version, content, audit_code) values (?, ?, ?, ?)',
  );
  const shut = sqlite.prepare(
    `update certificate set state = 'void', void_reason = ?, voided_on = ?, voided_by_id = ?, version = 2 where id = ?`,
  );
  let issuedCount = 0;

  function issue(repair: SampleRepair, done: readonly Done[], by: Worker, at: string): number {
    const day = dayOfInstant(at);
    const rule = warranty.get(repair.repairClass) as { days: number; kilometres: number }; // two columns
    const content: CertificateContent = {
      number: number('H', day),
      storeName,
      repairNumber: repair.number,
      customerName: repair.customerName,
      plate: repair.plate,
      vin: repair.vin,
      model: repair.model,
      engineNumber: repair.engineNumber,
      repairClass: repair.repairClass,
      checkedInOn: repair.checkedInOn,
      odometerKm: repair.odometerKm,
      lines: linesOf.all(repair.id) as string[], // one column
      checks: done.slice(-repairPurposes.length).map(({ check, written }) => ({
        purpose: check.purpose,
        number: written.number,
        signerName: check.signer.name,
        finishedOn: dayOfInstant(check.at),
      })),
      issuedOn: day,
      issuedByName: by.name,
      warrantyDays: rule.days,
      warrantyKm: rule.kilometres,
    };
    const { plate, vin, repairClass, odometerKm, warrantyDays, warrantyKm } = content;
    const id = bulk.insert(
      certificateRecord,
      {
        number: content.number,
        repairId: repair.id,
        state: 'issued',
        plate,
        vin,
        repairClass,
        odometerKm,
        issuedOn: day,
        issuedById: by.id,
        warrantyDays,
        warrantyKm,
      },
      at,
    );
    const frozen = { templateVersion: certificateTemplateVersion, content: canonicalJson(content) };
    putSnapshot.run(id, frozen.templateVersion, frozen.content, shortCode(trail.head()));
    const signed = { feature: 'certificate', recordId: id };
    const changes = [{ field: 'number', before: null, after: content.number }];
    trail.sign(
      { signed, signer: by, meaning: 'approve', at, call: 'repair.issueCertificate', changes },
      frozen,
    );
    return id;
  }

  function spoil(id: number, by: Worker, at: string): void {
    const reason = '打印时卡纸，作废重开';
    shut.run(reason, dayOfInstant(at), by.id, id);
    const content = canonicalJson({ certificateId: id, reason });
    const signed = { feature: 'certificate', recordId: id };
    const changes = [{ field: 'state', before: 'issued', after: 'void' }];
    const frozen = { templateVersion: certificateTemplateVersion, content };
    trail.sign({ signed, signer: by, meaning: 'void', at, call: 'repair.voidCertificate', changes }, frozen);
  }

  return {
    /** What a failed level sends back; done before the next round began. */
    sendBack({ check, written }: Done, found: readonly PublishedChecklist[]): void {
      const { subject, at, mender, isMended } = check;
      const titles = new Map(
        found.flatMap(({ content }) =>
          content.sections.flatMap(({ items }) =>
            items.map(({ code, title }) => [code, textIn(title, 'zh-CN')]),
          ),
        ),
      );
      const notes = new Map(written.answers.map(({ item, note }) => [item, note]));
      const lines = written.ng.map((code) => {
        const note = notes.get(code);
        return `${titles.get(code) ?? code}${note ? `：${note}` : ''}`;
      });
      const day = dayOfInstant(at);
      // Half an hour to two hours and a half, labour at 120 yuan and small parts by how much was found.
      const hoursHundredths = 50 + (written.id % 9) * 25;
      const values = {
        number: number('F', day),
        repairId: subject.repairId,
        inspectionId: written.id,
        round: check.round,
        state: isMended ? 'done' : 'open',
        reason: lines.join('\n'),
        technicianId: mender.id,
        raisedOn: day,
        doneOn: isMended ? day : null,
        doneById: isMended ? mender.id : null,
        doneNote: isMended ? '已按要求返工，自检合格' : null,
        hoursHundredths: isMended ? hoursHundredths : null,
        costFen: isMended ? hoursHundredths * 120 + lines.length * 3500 : null,
      };
      bulk.insert(reworkRecord, values, at);
    },
    /** The certificate of an order whose three levels have passed, if its class needs one. */
    certify({ repair }: RepairPlan, done: readonly Done[], by: Worker): void {
      const last = done.at(-1);
      if (!last || repair.handedOverAt === null || !needsCertificate(repair.repairClass)) return;
      issuedCount += 1;
      const id = issue(repair, done, by, shiftInstant(last.check.at, 1));
      if (issuedCount % spoiltEvery !== 9) return;
      spoil(id, by, shiftInstant(last.check.at, 2));
      issue(repair, done, by, shiftInstant(last.check.at, 3));
    },
  };
}
