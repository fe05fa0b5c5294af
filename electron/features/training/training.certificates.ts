import type { trainingCertificateContract } from '#shared/features/training/training.contract.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord, recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { mustReadExam, mustReadSitting } from '../exam/exam.repository.ts';
import { certificateDocument } from './certificate.report.ts';
import { trainingCertificateRecord } from './training.record.ts';

/** 证书 Z: numbers of the store's own certificates, `2026-Z001`. */
const series = 'Z';

async function isTaken(writer: Writer, number: string): Promise<boolean> {
  const row = await writer
    .selectFrom('trainingCertificate')
    .select('id')
    .where('number', '=', number)
    .where('issuer', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The next number of the year that nobody wrote by hand already. */
async function nextFree(writer: Writer, year: number): Promise<string> {
  for (;;) {
    const number = await nextOfYear(writer, year, series);
    if (!(await isTaken(writer, number))) return number;
  }
}

export const certificateHandlers = (printer: Printer): HandlersOf<typeof trainingCertificateContract> => ({
  ...recordHandlers(trainingCertificateRecord),

  async create({ values }, context) {
    const { writer } = context;
    const own = values.issuer === null;
    if (own && values.number !== null && (await isTaken(writer, values.number)))
      throw invalidField('values.number', 'taken');
    const number =
      own && values.number === null ? await nextFree(writer, yearOf(values.issuedOn)) : values.number;
    return {
      id: await createRecord(context, trainingCertificateRecord, { ...values, number, examId: null }),
    };
  },

  async issue({ sittingId, name, expiresOn }, context) {
    const { writer, clock } = context;
    const { examId, sitting } = await mustReadSitting(writer, sittingId);
    if (sitting.passed !== true) throw ruleViolated('certificate-not-passed');
    await mustReadExam(writer, examId);
    const before = await writer
      .selectFrom('trainingCertificate')
      .select('id')
      .where('examId', '=', examId)
      .where('personId', '=', sitting.personId)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    if (before) throw ruleViolated('training-certificate-issued');
    const issuedOn = clock.today();
    const id = await createRecord(context, trainingCertificateRecord, {
      personId: sitting.personId,
      name,
      number: await nextFree(writer, yearOf(issuedOn)),
      issuer: null,
      examId,
      issuedOn,
      expiresOn,
      note: null,
    });
    return { id };
  },

  async print({ id, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const row = await reader
      .selectFrom('trainingCertificate as certificate')
      .innerJoin('person', 'person.id', 'certificate.personId')
      .leftJoin('post', 'post.id', 'person.postId')
      .leftJoin('exam', 'exam.id', 'certificate.examId')
      .leftJoin('examSitting as sitting', (join) =>
        join
          .onRef('sitting.examId', '=', 'certificate.examId')
          .onRef('sitting.personId', '=', 'certificate.personId'),
      )
      .select([
        'certificate.name',
        'certificate.number',
        'certificate.issuer',
        'certificate.issuedOn',
        'certificate.expiresOn',
        'person.name as personName',
        'post.name as postName',
        'exam.name as examName',
        'exam.heldOn as examOn',
        'sitting.score',
      ])
      .where('certificate.id', '=', id)
      .where('certificate.removedAt', 'is', null)
      .executeTakeFirst();
    if (!row) throw notFound('trainingCertificate', id);
    if (row.issuer !== null) throw ruleViolated('certificate-of-others');
    const store = (await readSetting(reader, 'storeName')) ?? '';
    const auditCode = shortCode((await auditHead(reader)).hash);
    const document = certificateDocument({ ...row, store, auditCode }, actor.language, clock.now());
    return sheetFile(printer, document, {
      name: `${row.personName} ${row.name}`,
      format,
      signal: context.signal,
    });
  },
});
