import type { Visit } from '#shared/features/evaluation/evaluation.fields.ts';
import { mostRecommend } from '#shared/features/evaluation/evaluation.rules.ts';
import { bestScore } from '#shared/features/standard/standard.rules.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintColumn, PrintDocument } from '#shared/kernel/print-document.ts';
import { evaluationPageText } from '#shared/text/evaluation.text.ts';
import { filled } from '#shared/text/filled.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

export type PrintedSlip = {
  readonly store: string;
  readonly number: string;
  readonly visit: Visit;
  /** Number of the repair order or order. */
  readonly source: string;
  readonly servedOn: Day;
  readonly personName: string;
  readonly questions: readonly string[];
  /** Address that the code opens, and its last day; null: only by pen. */
  readonly scan: { readonly address: string; readonly until: Day } | null;
  readonly auditCode: string;
};

const marks = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `□ ${from + at}`);

/** 评价单: one page to fill in by pen, with a code to scan instead. */
export function slipDocument(slip: PrintedSlip, language: Language, now: string): PrintDocument {
  const words = evaluationPageText[language];
  const { paper } = words;
  const scores = marks(1, bestScore);
  const narrow: PrintColumn[] = scores.map((_, at) => ({
    title: at === 0 ? paper.worst : at === scores.length - 1 ? paper.best : '',
    width: 1,
    align: 'center',
  }));
  return {
    ...paperFrame(language, now, { auditCode: slip.auditCode, form: 'compact' }),
    title: paper.title,
    header: {
      store: slip.store,
      number: slip.number,
      ...(slip.scan === null ? {} : { code: slip.scan.address }),
    },
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          { name: words.source[slip.visit], value: slip.source },
          { name: words.servedOn, value: formatDay(slip.servedOn, language) },
          { name: words.person[slip.visit], value: slip.personName },
        ],
      },
      {
        kind: 'paragraphs',
        texts: [
          paper.please,
          ...(slip.scan === null ? [] : [filled(paper.scan, { day: formatDay(slip.scan.until, language) })]),
        ],
      },
      {
        kind: 'table',
        columns: [{ title: paper.question, width: 6 }, ...narrow],
        rows: slip.questions.map((question) => ({ cells: [question, ...scores] })),
      },
      { kind: 'heading', level: 3, text: words.recommend },
      {
        kind: 'table',
        columns: marks(0, mostRecommend).map((_, at) => ({
          title: at === 0 ? paper.never : at === mostRecommend ? paper.surely : '',
          width: 1,
          align: 'center',
        })),
        rows: [{ cells: marks(0, mostRecommend) }],
      },
      { kind: 'heading', level: 3, text: words.words },
      {
        kind: 'table',
        columns: [{ title: '', width: 1 }],
        rows: Array.from({ length: 4 }, () => ({ cells: ['\n'] })),
      },
      { kind: 'paragraphs', texts: [paper.thanks], style: 'note' },
    ],
  };
}
