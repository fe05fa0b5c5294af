import { answerOf, letters, optionsOf } from '#shared/features/exam/exam.rules.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { examPageText } from '#shared/text/exam.text.ts';
import { filled } from '#shared/text/filled.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import type { ExamHead, ExamItem } from './exam.repository.ts';

export type PrintedExam = {
  readonly exam: ExamHead;
  readonly items: readonly ExamItem[];
  readonly what: 'paper' | 'key';
  readonly store: string;
  readonly auditCode: string;
};

/** Lines to write an open answer on. */
const answerLines = 6;
/** Characters of all options together up to which they stand in one line. */
const oneLine = 36;

/** Options beside each other where they are short, else one a line. */
function optionLines(options: readonly string[]): string[] {
  const named = options.map((option, at) => `${letters[at] ?? ''}. ${option}`);
  return named.join('').length <= oneLine ? [named.join('　　')] : named;
}

/** Questions of one kind stand together, as they were put together: the order of the first of each kind. */
const sectionsOf = (items: readonly ExamItem[]): readonly (readonly ExamItem[])[] => [
  ...Map.groupBy(items, ({ kind }) => kind).values(),
];

/** One question as it is asked on paper. */
function askedBlocks(
  { kind, text: asked, options, points }: ExamItem,
  number: number,
  language: Language,
): PrintBlock[] {
  const words = examPageText[language];
  const blank = kind === 'open' ? '' : ` ${words.sheet.blank}`;
  const worth = filled(points === 1 ? (examPageText.en.points_one ?? words.points) : words.points, {
    count: points,
  });
  const question: PrintBlock = {
    kind: 'rich',
    paragraphs: [
      {
        mark: `${number}.`,
        runs: [
          { text: asked, bold: true },
          { text: `${blank}${language === 'en' ? ` (${worth})` : `（${worth}）`}` },
        ],
      },
      ...(kind === 'single' || kind === 'multiple'
        ? optionLines(optionsOf(options)).map((text) => ({ mark: ' ', runs: [{ text }] }))
        : []),
      // Room between questions.
      ...(kind === 'open' ? [] : [{ runs: [{ text: ' ' }] }]),
    ],
  };
  if (kind !== 'open') return [question];
  return [
    question,
    {
      kind: 'keyValues',
      columns: 1,
      boxed: true,
      items: [{ name: words.sheet.answerSpace, value: '\n'.repeat(answerLines), wide: true }],
    },
  ];
}

function paperBlocks(items: readonly ExamItem[], language: Language): PrintBlock[] {
  const { sheet } = examPageText[language];
  let number = 0;
  return [
    {
      kind: 'keyValues',
      columns: 2,
      boxed: true,
      items: [sheet.name, sheet.department, sheet.score, sheet.marker].map((name) => ({ name, value: ' ' })),
    },
    ...sectionsOf(items).flatMap((section): PrintBlock[] => {
      const kind = section[0]?.kind ?? 'open';
      return [
        {
          kind: 'heading',
          level: 2,
          text: sheet.sections[kind],
          note: filled(sheet.sectionPoints, {
            count: section.length,
            points: section.reduce((sum, { points }) => sum + points, 0),
          }),
        },
        ...section.flatMap((item) => askedBlocks(item, (number += 1), language)),
      ];
    }),
  ];
}

/** The right answer in words: letters with their options, 对 or 错. */
function answerWords({ kind, answer, options }: ExamItem, language: Language): string {
  const words = examPageText[language];
  const list = optionsOf(options);
  const right = answerOf(kind, answer, list.length) ?? answer;
  if (kind === 'judge') return right === 'T' ? words.yes : words.no;
  if (kind === 'open') return right;
  return right
    .split('')
    .map((letter) => `${letter}. ${list[letters.indexOf(letter)] ?? ''}`)
    .join('\n');
}

function keyBlocks(items: readonly ExamItem[], language: Language): PrintBlock[] {
  const { sheet } = examPageText[language];
  let number = 0;
  const rows = sectionsOf(items).flatMap((section): PrintRow[] => [
    { kind: 'group', cells: [sheet.sections[section[0]?.kind ?? 'open']] },
    ...section.map((item) => ({
      cells: [String((number += 1)), item.text, answerWords(item, language), String(item.points)],
    })),
  ]);
  return [
    {
      kind: 'table',
      columns: [
        { title: sheet.columns.number, width: 'auto', align: 'right' },
        { title: sheet.columns.question, width: 3 },
        { title: sheet.columns.answer, width: 2 },
        { title: sheet.columns.points, width: 'auto', align: 'right' },
      ],
      rows,
    },
  ];
}

/** 试卷 to write on, or its 答案 for who marks it. */
export function examDocument(
  { exam, items, what, store, auditCode }: PrintedExam,
  language: Language,
  now: string,
): PrintDocument {
  const words = examPageText[language];
  const { sheet } = words;
  const isKey = what === 'key';
  return {
    ...paperFrame(language, now, { auditCode }),
    title: isKey ? filled(sheet.key, { name: exam.name }) : exam.name,
    header: { store, ...(isKey ? { state: sheet.confidential, stateTone: 'warning' as const } : {}) },
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        items: [
          { name: sheet.subject, value: exam.subjectName },
          { name: sheet.day, value: formatDay(exam.heldOn, language) },
          {
            name: sheet.time,
            value:
              exam.minutes === null ? words.timeFree : filled(words.timeLimit, { minutes: exam.minutes }),
          },
          { name: sheet.total, value: String(exam.points) },
          { name: sheet.passMark, value: String(exam.passMark) },
          { name: sheet.drawn, value: exam.seed === null ? sheet.chosen : String(exam.seed) },
        ],
      },
      ...(isKey ? keyBlocks(items, language) : paperBlocks(items, language)),
    ],
  };
}
