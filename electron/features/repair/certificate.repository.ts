import type { RepairClass } from '#shared/features/checklist/checklist.content.ts';
import type { CertificateLine } from '#shared/features/repair/repair.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readSignatures, verifySignatures, type Frozen } from '../signature/signature.repository.ts';

/** What a 竣工出厂合格证 says, frozen when it is issued. Odometer and warranty distance in kilometres. */
export type CertificateContent = {
  readonly number: string;
  readonly storeName: string;
  readonly repairNumber: string;
  readonly customerName: string | null;
  readonly plate: string | null;
  readonly vin: string | null;
  readonly model: string | null;
  readonly engineNumber: string | null;
  readonly repairClass: RepairClass;
  readonly checkedInOn: Day;
  readonly odometerKm: number | null;
  /** 维修项目, in the order's order. */
  readonly lines: readonly string[];
  /** Who signed the three levels. */
  readonly checks: readonly {
    readonly purpose: string;
    readonly number: string;
    readonly signerName: string;
    readonly finishedOn: Day;
  }[];
  readonly issuedOn: Day;
  readonly issuedByName: string;
  readonly warrantyDays: number;
  readonly warrantyKm: number;
};

export type CertificateHead = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly repairId: number;
  readonly state: CertificateLine['state'];
  readonly voidedOn: Day | null;
  readonly voidReason: string | null;
};

/** Error: not-found. */
export async function readCertificate(reader: Reader | Writer, id: number): Promise<CertificateHead> {
  const row = await reader
    .selectFrom('certificate')
    .select(['id', 'version', 'number', 'repairId', 'state', 'voidedOn', 'voidReason'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('certificate', id);
  return { ...row, state: row.state as CertificateLine['state'] }; // a choice of the field table
}

/** What was signed; undefined where the row is gone. */
export async function readFrozen(
  reader: Reader | Writer,
  certificateId: number,
): Promise<(Frozen & { readonly auditCode: string }) | undefined> {
  return reader
    .selectFrom('certificateSnapshot')
    .select(['templateVersion', 'content', 'auditCode'])
    .where('certificateId', '=', certificateId)
    .executeTakeFirst();
}

/** Certificates of an order, void ones included, oldest first, each checked against its signature. */
export async function readCertificates(
  reader: Reader,
  repairId: number,
): Promise<readonly CertificateLine[]> {
  const rows = await reader
    .selectFrom('certificate')
    .innerJoin('person', 'person.id', 'certificate.issuedById')
    .select([
      'certificate.id',
      'certificate.number',
      'certificate.state',
      'certificate.issuedOn',
      'person.name as issuedByName',
      'certificate.voidedOn',
      'certificate.voidReason',
    ])
    .where('certificate.repairId', '=', repairId)
    .orderBy('certificate.id')
    .execute();
  const lines: CertificateLine[] = [];
  for (const row of rows) {
    const signed = { feature: 'certificate', recordId: row.id };
    const problems = await verifySignatures(reader, signed, await readFrozen(reader, row.id));
    lines.push({
      ...row,
      state: row.state as CertificateLine['state'], // a choice of the field table
      signatures: await readSignatures(reader, signed),
      verdict: { state: problems.length === 0 ? 'valid' : 'void', problems },
    });
  }
  return lines;
}
