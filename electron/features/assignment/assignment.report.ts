import type { HandOverCause, HoldingKind } from '#shared/features/assignment/assignment.rules.ts';
import { isDay, formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { assignmentPageText } from '#shared/text/assignment.text.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { momentText, signsOf } from '#electron/reports/paper-words.ts';

/** Rows of one list on paper; the rest is told as a number. */
const longestList = 1000;

export type PrintedHandOver = {
  readonly store: string;
  readonly auditCode: string;
  readonly id: number;
  readonly fromName: string;
  readonly cause: HandOverCause;
  readonly reason: string;
  readonly at: string;
  readonly personName: string;
  readonly isUndone: boolean;
  /** What each successor takes, kind by kind. */
  readonly parts: readonly {
    readonly toName: string;
    readonly kind: HoldingKind;
    readonly rows: readonly {
      readonly title: string;
      readonly detail: string;
      readonly customerName: string | null;
    }[];
  }[];
};

/** Lists whose details are plates. */
const isOfPlates = (kind: HoldingKind): boolean => kind === 'repairAdviser' || kind === 'repairTechnician';

const sayDay = (text: string, language: Language): string => (isDay(text) ? formatDay(text, language) : text);

function listBlocks(part: PrintedHandOver['parts'][number], language: Language): PrintBlock[] {
  const words = assignmentPageText[language];
  const shown = part.rows.slice(0, longestList);
  const withCustomer = shown.some(({ customerName }) => customerName !== null);
  const more = part.rows.length - shown.length;
  return [
    {
      kind: 'heading',
      level: 2,
      text: filled(words.paper.listOf, {
        name: part.toName,
        kind: words.kinds[part.kind],
        count: part.rows.length,
      }),
    },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: words.paper.number, width: 'auto', align: 'right' },
        { title: words.name, width: 2 },
        { title: words.detail, width: 2 },
        ...(withCustomer ? [{ title: words.customer, width: 2 }] : []),
        { title: words.paper.checked, width: 'auto' },
      ],
      rows: shown.map(({ title, detail, customerName }, index): PrintRow => ({
        cells: [
          String(index + 1),
          sayDay(title, language),
          isOfPlates(part.kind) ? signsOf(detail) : sayDay(detail, language),
          ...(withCustomer ? [customerName ?? ''] : []),
          { text: '', mark: 'open' },
        ],
      })),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraphs',
            style: 'note',
            texts: [filled(words.paper.more, { count: more })],
          } satisfies PrintBlock,
        ]
      : []),
  ];
}

/** 工作交接单: what went to whom in numbers, then every record with a box to tick, and the signatures of all. */
export function handOverDocument(printed: PrintedHandOver, language: Language, now: string): PrintDocument {
  const words = assignmentPageText[language];
  const { paper } = words;
  const toNames = [...new Set(printed.parts.map(({ toName }) => toName))];
  const total = printed.parts.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    ...paperFrame(language, now, { auditCode: printed.auditCode }),
    title: paper.title,
    header: {
      store: printed.store,
      number: filled(paper.paperNumber, { id: printed.id }),
      ...(printed.isUndone ? { state: paper.undone, stateTone: 'warning' } : {}),
    },
    blocks: [
      {
        kind: 'keyValues',
        columns: 2,
        boxed: true,
        items: [
          { name: paper.from, value: printed.fromName },
          { name: paper.to, value: toNames.join(paperText[language].listed) },
          { name: paper.cause, value: words.causes[printed.cause] },
          { name: paper.at, value: momentText(printed.at, language) },
          { name: paper.reason, value: printed.reason, wide: true },
          { name: paper.by, value: printed.personName },
        ],
      },
      { kind: 'heading', level: 2, text: paper.summary },
      {
        kind: 'table',
        dense: true,
        columns: [
          { title: words.kind, width: 1 },
          { title: words.takes, width: 1 },
          { title: words.count, width: 'auto', align: 'right' },
        ],
        rows: [
          ...printed.parts.map(({ kind, toName, rows }): PrintRow => ({
            cells: [words.kinds[kind], toName, String(rows.length)],
          })),
          { kind: 'total', cells: [paper.total, '', String(total)] },
        ],
      },
      ...printed.parts.flatMap((part) => listBlocks(part, language)),
      { kind: 'paragraphs', style: 'statement', texts: [paper.statement] },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        signers: [
          { role: paper.givesSign, name: printed.fromName },
          ...toNames.map((name) => ({ role: filled(paper.takesSign, { name }), name })),
          { role: paper.supervisesSign, name: '' },
        ],
      },
    ],
  };
}
