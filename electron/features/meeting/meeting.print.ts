import type { meetingContract } from '#shared/features/meeting/meeting.contract.ts';
import { quarterOfWeek } from '#shared/features/meeting/meeting.rules.ts';
import { weekOf, quarterDays } from '#shared/kernel/period.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { Role } from '#shared/rpc/rights.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { ActionContext, HandlersOf } from '#electron/kernel/handler.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';
import { keepSheet } from '#electron/reports/keep-sheet.ts';
import type { ReportService } from '#electron/reports/report-service.ts';
import { minutesDocument } from './meeting.report.ts';
import { readView } from './meeting.view.ts';

export type PrintParts = {
  readonly jobs: Jobs;
  readonly reports: ReportService;
  /** Where printed sheets are kept. */
  readonly folder: string;
};

type Printing = Pick<HandlersOf<typeof meetingContract>, 'preview' | 'print' | 'printQuarter'>;

const languageOf = ({ actor }: ActionContext): Language => actor?.language ?? 'zh-CN';

/** Paper shows what the person who prints it may see. */
const rolesOf = ({ actor }: ActionContext): readonly Role[] => actor?.roles ?? [];

/** Confirmed meetings of a quarter, oldest first; a week belongs to the quarter of its Thursday. */
async function listOfQuarter(reader: Reader, quarter: string): Promise<number[]> {
  const { first, last } = quarterDays(quarter);
  const rows = await reader
    .selectFrom('meeting')
    .select(['id', 'period'])
    .where('removedAt', 'is', null)
    .where('state', '=', 'confirmed')
    .where('period', '>=', weekOf(first))
    .where('period', '<=', weekOf(last))
    .orderBy('period')
    .execute();
  return rows.filter((row) => quarterOfWeek(row.period) === quarter).map((row) => row.id);
}

export function printHandlers({ jobs, reports, folder }: PrintParts): Printing {
  return {
    async preview({ id }, context) {
      const view = await readView(context.reader, id, context.clock.today(), rolesOf(context));
      const document = minutesDocument(view, languageOf(context), context.clock.now());
      const { bytes } = await reports.renderPdf(document, context.signal ? { signal: context.signal } : {});
      return new File([bytes], `${view.content.number}.pdf`, { type: 'application/pdf' });
    },

    async print({ id, format }, context) {
      const view = await readView(context.reader, id, context.clock.today(), rolesOf(context));
      const document = minutesDocument(view, languageOf(context), context.clock.now());
      const name = `${view.content.number}.${format}`;
      const { id: jobId } = await jobs.start({
        kind: 'meeting.print',
        subject: name,
        personId: context.actor?.personId ?? null,
        async run({ signal, progress }) {
          progress(10, 'drawing');
          if (format === 'docx') {
            const { bytes } = await reports.renderDocx(document, { signal });
            return { result: { format }, file: await keepSheet(folder, name, bytes) };
          }
          const { bytes, pages } = await reports.renderPdf(document, { signal });
          return { result: { format, pages }, file: await keepSheet(folder, name, bytes) };
        },
      });
      return { jobId };
    },

    async printQuarter({ quarter }, context) {
      const ids = await listOfQuarter(context.reader, quarter);
      if (ids.length === 0) throw ruleViolated('nothing-to-print');
      const language = languageOf(context);
      const roles = rolesOf(context);
      const { reader, clock, actor } = context;
      const { id: jobId } = await jobs.start({
        kind: 'meeting.batch',
        subject: quarter,
        personId: actor?.personId ?? null,
        async run({ signal, progress }) {
          const documents = [];
          for (const id of ids) {
            signal.throwIfAborted();
            const view = await readView(reader, id, clock.today(), roles);
            documents.push(minutesDocument(view, language, clock.now()));
            progress((documents.length / ids.length) * 30, 'reading');
          }
          const { bytes, pages } = await reports.renderPdfBatch(documents, {
            signal,
            onProgress: ({ done, total }) => progress(30 + (done / total) * 70, 'drawing'),
          });
          return {
            result: { count: ids.length, pages },
            file: await keepSheet(folder, `${quarter}.pdf`, bytes),
          };
        },
      });
      return { jobId, count: ids.length };
    },
  };
}
