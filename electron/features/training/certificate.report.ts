import { formatDay, type Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintDocument } from '#shared/kernel/print-document.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { trainingPageText } from '#shared/text/training.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

export type PrintedTrainingCertificate = {
  readonly name: string;
  readonly number: string | null;
  readonly issuedOn: Day;
  readonly expiresOn: Day | null;
  readonly personName: string;
  readonly postName: string | null;
  readonly examName: string | null;
  readonly examOn: Day | null;
  readonly score: number | null;
  readonly store: string;
  readonly auditCode: string;
};

/** 培训证书 of the store on one A4 page, with room for signature and stamp. */
export function certificateDocument(
  certificate: PrintedTrainingCertificate,
  language: Language,
  now: string,
): PrintDocument {
  const words = trainingPageText[language].paper;
  const { name, number, issuedOn, expiresOn, personName, postName, store, examName, examOn, score } =
    certificate;
  const day = (value: Day): string => formatDay(value, language);
  return {
    ...paperFrame(language, now, { auditCode: certificate.auditCode, form: 'certificate' }),
    title: words.certificate,
    subtitle: name,
    header: { store, ...(number === null ? {} : { number, code: number }) },
    blocks: [
      {
        kind: 'paragraphs',
        style: 'statement',
        texts: [
          examName === null || examOn === null
            ? filled(words.statement, { person: personName, name })
            : filled(words.statementOfExam, { person: personName, name, exam: examName, day: day(examOn) }),
        ],
      },
      {
        kind: 'keyValues',
        columns: 2,
        boxed: true,
        items: [
          { name: words.person, value: personName },
          { name: words.post, value: postName ?? paperText[language].dash },
          ...(score === null ? [] : [{ name: words.score, value: String(score) }]),
          { name: words.number, value: number ?? paperText[language].dash },
          { name: words.issuedOn, value: day(issuedOn) },
          { name: words.goodUntil, value: expiresOn === null ? words.forGood : day(expiresOn) },
        ],
      },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        stamp: words.stamp,
        signers: [{ role: words.signer, name: '' }],
      },
    ],
  };
}
