import { planParts, type PlanPart } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { dayText, momentText } from '#electron/reports/paper-words.ts';
import { signatureBlock, signatureMark } from '#electron/reports/signature-block.ts';
import { closingBlocks, goalBlocks } from './plan.book-figures.ts';
import { marketBlocks } from './plan.book-market.ts';
import { payBlocks } from './plan.book-pay.ts';
import { staffBlocks } from './plan.book-staff.ts';
import { investmentBlocks, measureBlocks, type PartBlocks } from './plan.book-strategy.ts';
import { textOnPaper } from './plan.book-text.ts';
import { paper, type PlanPaper } from './plan.paper.ts';

/** 计划书 the book: composed from a view in the reader's language; no data is read here. */

const figuresOf: Readonly<Record<PlanPart, PartBlocks>> = {
  opening: ({ parts }) =>
    parts.opening.theme === ''
      ? []
      : [{ kind: 'paragraphs', style: 'statement', texts: [parts.opening.theme] }],
  closing: (content, _actions, page) => closingBlocks(content, page),
  market: ({ parts }, _actions, page) => marketBlocks(parts.market, page),
  staffing: ({ parts }, _actions, page) => staffBlocks(parts.staffing.posts, page),
  pay: ({ pay }, _actions, page, hiddenPay) => payBlocks(pay, hiddenPay, page),
  goals: (content, _actions, page) => goalBlocks(content, page),
  measures: ({ parts }, actions, page) => measureBlocks(parts.measures.measures, actions, page),
  investment: ({ parts, year }, actions, page) => [
    ...investmentBlocks(parts.investment.investments, year, page),
    ...measureBlocks(parts.investment.measures, actions, page),
  ],
  talent: ({ parts }, actions, page) => measureBlocks(parts.talent.measures, actions, page),
  customer: ({ parts }, actions, page) => measureBlocks(parts.customer.measures, actions, page),
};

/** Parts whose figures come before their text: there the text explains them. */
const figuresFirst: readonly PlanPart[] = ['opening', 'closing', 'market', 'staffing', 'goals'];

function chapterName(name: string, index: number, { text, fill }: PlanPaper): string {
  const number = text.book.numbers.split(' ')[index] ?? String(index + 1);
  return fill(text.book.chapter, { number, name });
}

function chapter(part: PlanPart, index: number, view: PlanView, page: PlanPaper): PrintBlock[] {
  const figures = figuresOf[part](view.content, view.actions, page, view.hiddenPay);
  const text = textOnPaper(view.content.parts[part].blocks);
  const body = figuresFirst.includes(part) ? [...figures, ...text] : [...text, ...figures];
  return [
    { kind: 'heading', level: 1, text: chapterName(page.text.parts[part], index, page) },
    ...(body.length === 0 ? [{ kind: 'paragraphs' as const, texts: [page.text.book.none] }] : body),
  ];
}

function signingBlocks(view: PlanView, page: PlanPaper): PrintBlock[] {
  const { text, language, fill } = page;
  return [
    { kind: 'heading', level: 1, text: text.book.signing },
    {
      kind: 'table',
      caption: text.book.editions,
      columns: [
        { title: text.list.edition, width: 'auto' },
        { title: text.list.state, width: 'auto' },
        { title: text.list.reason, width: 3 },
        { title: text.list.approved, width: 'auto' },
      ],
      rows: view.editions.map((one) => ({
        cells: [
          fill(text.edition, { edition: one.edition }),
          text.states[one.state],
          one.reason ?? text.list.first,
          one.approvedAt === null
            ? ''
            : fill(text.list.by, { name: one.approvedBy ?? '', at: dayText(one.approvedAt, language) }),
        ],
      })),
    },
    signatureBlock(view, language, text.book.owner),
  ];
}

/** The whole plan as a document; drafts and void signatures say so across every page. */
export function planBook(view: PlanView, language: Language, now: string): PrintDocument {
  const { content, state } = view;
  const page = paper(language, content.people);
  const { text, fill } = page;
  const approval = view.signatures.at(-1);
  const watermark = signatureMark(view, language) ?? (state === 'approved' ? null : text.states[state]);
  return {
    ...paperFrame(language, now, {
      ...(view.auditCode === null ? {} : { auditCode: view.auditCode }),
      form: 'book',
    }),
    title: fill(text.book.title, { year: content.year }),
    subtitle: fill(text.edition, { edition: content.edition }),
    header: {
      store: content.storeName,
      number: `${content.year} · V${content.edition}`,
      state: text.states[state],
      stateTone: state === 'approved' && view.verdict.state === 'valid' ? 'good' : 'warning',
    },
    book: {
      contents: text.book.contents,
      ...(content.parts.opening.theme === '' ? {} : { motto: content.parts.opening.theme }),
      facts: [
        ...(approval
          ? [
              { name: text.book.approvedBy, value: approval.personName },
              { name: text.book.approvedAt, value: momentText(approval.signedAt, language) },
            ]
          : []),
        { name: text.book.prepared, value: dayText(now, language) },
      ],
    },
    ...(watermark === null ? {} : { watermark }),
    blocks: [
      ...planParts.flatMap((part, index) => chapter(part, index, view, page)),
      ...signingBlocks(view, page),
    ],
  };
}
