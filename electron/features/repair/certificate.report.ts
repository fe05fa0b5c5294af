import type { SignatureLine, SignatureVerdict } from '#shared/features/signature/signature.schema.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { repairQualityText } from '#shared/text/repair-quality.text.ts';
import { repairText } from '#shared/text/record/repair.text.ts';
import { signatureBlock, signatureMark } from '#electron/reports/signature-block.ts';
import type { CertificateContent } from './certificate.repository.ts';

/** Goes into the signed hash: a change of what the sheet says is a new version. */
export const certificateTemplateVersion = 1;

export type PrintedCertificate = CertificateContent & {
  readonly auditCode: string;
  /** null: valid. */
  readonly voidReason: string | null;
  /** The signature under it. */
  readonly signature: SignatureLine;
  readonly verdict: SignatureVerdict;
};

const voided = (reason: string): PrintBlock => ({
  kind: 'keyValues',
  columns: 1,
  boxed: true,
  items: [{ name: repairQualityText['zh-CN'].voidReason, value: { text: reason, tone: 'warning' } }],
});

/** 竣工出厂合格证 on one A4 page. A paper for Chinese authorities: in Chinese, whoever prints it. */
export function certificateDocument(certificate: PrintedCertificate): PrintDocument {
  const text = repairQualityText['zh-CN'].certificate;
  const day = (value: string): string => formatDay(value, 'zh-CN');
  const blank = '—';
  const isVoid = certificate.voidReason !== null;
  const { signature, verdict } = certificate;
  const sheet = { signatures: [signature], verdict };
  const mark = signatureMark(sheet, 'zh-CN') ?? (isVoid ? text.void : null);
  const { labels, signers } = signatureBlock(sheet, 'zh-CN', text.inspector);
  return {
    language: 'zh-CN',
    form: 'certificate',
    title: text.title,
    header: {
      store: certificate.storeName,
      number: certificate.number,
      state: mark ?? text.valid,
      stateTone: mark === null ? 'good' : 'warning',
      code: certificate.number,
    },
    labels: paperText['zh-CN'].labels,
    auditCode: certificate.auditCode,
    createdAt: signature.signedAt,
    paper: 'A4',
    orientation: 'portrait',
    ...(mark === null ? {} : { watermark: mark }),
    blocks: [
      {
        kind: 'keyValues',
        columns: 2,
        boxed: true,
        items: [
          { name: text.owner, value: certificate.customerName ?? blank },
          { name: text.plate, value: certificate.plate ?? blank },
          { name: text.model, value: certificate.model ?? blank },
          { name: text.vin, value: certificate.vin ?? blank },
          { name: text.engine, value: certificate.engineNumber ?? blank },
          {
            name: text.repairClass,
            value: repairText['zh-CN'].choices.repairClass[certificate.repairClass],
          },
          { name: text.repairNumber, value: certificate.repairNumber },
          {
            name: text.odometer,
            value:
              certificate.odometerKm === null ? blank : `${numberShown(certificate.odometerKm, 0, true)} km`,
          },
          { name: text.checkedIn, value: day(certificate.checkedInOn) },
          { name: text.finished, value: day(certificate.issuedOn) },
          ...certificate.checks.map((check) => ({
            // The three levels, as they were gathered when it was issued.
            name: text.levels[check.purpose as keyof typeof text.levels],
            value: { text: `${check.signerName} ${check.number}`, note: day(check.finishedOn) },
          })),
        ],
      },
      {
        kind: 'paragraphs',
        texts: [`${text.lines}：${certificate.lines.length === 0 ? blank : certificate.lines.join('、')}`],
      },
      {
        kind: 'paragraphs',
        style: 'statement',
        texts: [
          text.statement,
          filled(text.warrantyText, {
            days: certificate.warrantyDays,
            kilometres: numberShown(certificate.warrantyKm, 0, true),
          }),
        ],
      },
      ...(certificate.voidReason ? [voided(certificate.voidReason)] : []),
      {
        kind: 'signatures',
        labels,
        stamp: text.stamp,
        signers: [
          ...signers.map((signer) => ({ ...signer, role: text.inspector, meaning: text.approved })),
          { role: text.receiver, name: '' },
        ],
      },
    ],
  };
}
