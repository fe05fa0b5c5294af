import { dayOfInstant, formatDay } from '#shared/kernel/day.ts';
import type { PrintDocument } from '#shared/kernel/print-document.ts';
import { repairQualityText } from '#shared/text/repair-quality.text.ts';
import { repairText } from '#shared/text/record/repair.text.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { CertificateContent } from './certificate.repository.ts';

/** Goes into the signed hash: a change of what the sheet says is a new version. */
export const certificateTemplateVersion = 1;

export type PrintedCertificate = CertificateContent & {
  readonly auditCode: string;
  /** null: valid. */
  readonly voidReason: string | null;
  /** The signature under it; instant in UTC ISO. */
  readonly signed: { readonly at: string; readonly hash: string };
};

/** 竣工出厂合格证 on one A4 page. A paper for Chinese authorities: in Chinese, whoever prints it. */
export function certificateDocument(certificate: PrintedCertificate): PrintDocument {
  const text = repairQualityText['zh-CN'].certificate;
  const day = (value: string): string => formatDay(value, 'zh-CN');
  const blank = '—';
  const isVoid = certificate.voidReason !== null;
  return {
    language: 'zh-CN',
    form: 'certificate',
    title: text.title,
    header: {
      store: certificate.storeName,
      number: certificate.number,
      state: isVoid ? text.void : text.valid,
      stateTone: isVoid ? 'warning' : 'good',
      code: certificate.number,
    },
    labels: text.labels,
    auditCode: certificate.auditCode,
    createdAt: certificate.signed.at,
    paper: 'A4',
    orientation: 'portrait',
    ...(isVoid ? { watermark: text.void } : {}),
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
            value: certificate.odometerKm === null ? blank : `${certificate.odometerKm} km`,
          },
          { name: text.checkedIn, value: day(certificate.checkedInOn) },
          { name: text.finished, value: day(certificate.issuedOn) },
          ...certificate.checks.map((check) => ({
            // The three levels, as they were gathered when it was issued.
            name: text.levels[check.purpose as keyof typeof text.levels],
            value: `${check.signerName} ${check.number} ${day(check.finishedOn)}`,
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
          text.warrantyText
            .replace('{{days}}', String(certificate.warrantyDays))
            .replace('{{kilometres}}', String(certificate.warrantyKm)),
        ],
      },
      {
        kind: 'signatures',
        labels: text.signatureLabels,
        stamp: text.stamp,
        signers: [
          {
            role: text.inspector,
            name: certificate.issuedByName,
            meaning: text.approved,
            signed: {
              at: day(dayOfInstant(certificate.signed.at, storeOffsetMinutes)),
              hash: certificate.signed.hash.slice(0, 12).toUpperCase(),
            },
          },
          { role: text.receiver, name: '' },
        ],
      },
    ],
  };
}
