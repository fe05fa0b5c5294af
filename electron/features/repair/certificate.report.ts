import type { SignatureLine, SignatureVerdict } from '#shared/features/signature/signature.schema.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { filled } from '#shared/text/filled.ts';
import { repairQualityText } from '#shared/text/repair-quality.text.ts';
import { repairText } from '#shared/text/record/repair.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { signsOf } from '#electron/reports/paper-words.ts';
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

/** The prescribed Chinese words, with the English beside or beneath them for who reads English. */
const both = (chinese: string, english: string, language: Language, between = ' '): string =>
  language === 'en' ? `${chinese}${between}${english}` : chinese;

function vehicleBlock(certificate: PrintedCertificate, language: Language): PrintBlock {
  const chinese = repairQualityText['zh-CN'].certificate;
  const { certificate: english } = repairQualityText.en;
  const name = (key: Exclude<keyof typeof chinese, 'levels'>): string =>
    both(chinese[key], english[key], language, '\n');
  const day = (value: string): string => formatDay(value, 'zh-CN');
  const blank = '—';
  const { repairClass, odometerKm } = certificate;
  return {
    kind: 'keyValues',
    columns: 2,
    boxed: true,
    items: [
      { name: name('owner'), value: certificate.customerName ?? blank },
      { name: name('plate'), value: signsOf(certificate.plate, blank) },
      { name: name('model'), value: certificate.model ?? blank },
      { name: name('vin'), value: signsOf(certificate.vin, blank) },
      { name: name('engine'), value: certificate.engineNumber ?? blank },
      {
        name: name('repairClass'),
        value: both(
          repairText['zh-CN'].choices.repairClass[repairClass],
          repairText.en.choices.repairClass[repairClass],
          language,
          '\n',
        ),
      },
      { name: name('repairNumber'), value: certificate.repairNumber },
      {
        name: name('odometer'),
        value: odometerKm === null ? blank : `${numberShown(odometerKm, 0, true)} km`,
      },
      { name: name('checkedIn'), value: day(certificate.checkedInOn) },
      { name: name('finished'), value: day(certificate.issuedOn) },
      ...certificate.checks.map((check) => {
        // The three levels, as they were gathered when it was issued.
        const level = check.purpose as keyof typeof chinese.levels;
        return {
          name: both(chinese.levels[level], english.levels[level], language, '\n'),
          value: { text: `${check.signerName} ${check.number}`, note: day(check.finishedOn) },
        };
      }),
    ],
  };
}

/** What the store states and warrants; the English smaller beneath the prescribed words. */
function statementBlocks(certificate: PrintedCertificate, language: Language): PrintBlock[] {
  const chinese = repairQualityText['zh-CN'].certificate;
  const { certificate: english } = repairQualityText.en;
  const { warrantyDays, warrantyKm, lines } = certificate;
  const terms = { days: warrantyDays, kilometres: numberShown(warrantyKm, 0, true) };
  const name = both(chinese.lines, english.lines, language);
  return [
    { kind: 'paragraphs', texts: [`${name}：${lines.length === 0 ? '—' : lines.join('、')}`] },
    {
      kind: 'paragraphs',
      style: 'statement',
      texts: [chinese.statement, filled(chinese.warrantyText, terms)],
    },
    ...(language === 'en'
      ? [
          {
            kind: 'paragraphs' as const,
            texts: [`${english.statement} ${filled(english.warrantyText, terms)}`],
          },
        ]
      : []),
  ];
}

/** 竣工出厂合格证 on one A4 page. Its Chinese words are prescribed and always there; in English they stand beside them. */
export function certificateDocument(certificate: PrintedCertificate, language: Language): PrintDocument {
  const text = repairQualityText['zh-CN'].certificate;
  const { certificate: english, voidReason } = repairQualityText.en;
  const say = (chinese: string, translated: string): string => both(chinese, translated, language);
  const isVoid = certificate.voidReason !== null;
  const { signature, verdict } = certificate;
  const sheet = { signatures: [signature], verdict };
  const mark = signatureMark(sheet, language) ?? (isVoid ? say(text.void, english.void) : null);
  const inspector = say(text.inspector, english.inspector);
  const { labels, signers } = signatureBlock(sheet, language, inspector);
  return {
    ...paperFrame(language, signature.signedAt, { auditCode: certificate.auditCode, form: 'certificate' }),
    title: text.title,
    ...(language === 'en' ? { subtitle: english.title } : {}),
    header: {
      store: certificate.storeName,
      number: certificate.number,
      state: mark ?? say(text.valid, english.valid),
      stateTone: mark === null ? 'good' : 'warning',
      code: certificate.number,
    },
    ...(mark === null ? {} : { watermark: mark }),
    blocks: [
      vehicleBlock(certificate, language),
      ...statementBlocks(certificate, language),
      ...(certificate.voidReason
        ? [
            {
              kind: 'keyValues' as const,
              columns: 1 as const,
              boxed: true,
              items: [
                {
                  name: say(repairQualityText['zh-CN'].voidReason, voidReason),
                  value: { text: certificate.voidReason, tone: 'warning' as const },
                },
              ],
            },
          ]
        : []),
      {
        kind: 'signatures',
        labels,
        stamp: both(text.stamp, english.stamp, language, '\n'),
        signers: [
          ...signers.map((signer) => ({
            ...signer,
            role: inspector,
            meaning: say(text.approved, english.approved),
          })),
          { role: say(text.receiver, english.receiver), name: '' },
        ],
      },
    ],
  };
}
