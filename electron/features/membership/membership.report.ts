import type { LedgerEntry, RefundView, YearStatement } from '#shared/features/membership/membership-views.ts';
import { receiptText } from '#shared/features/membership/membership-statement.rules.ts';
import { refundLineMoney, refundLineText } from '#shared/text/membership-refund.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney, moneyInCapitals } from '#shared/kernel/money.ts';
import type { PrintBlock, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { filled } from '#shared/text/filled.ts';
import { membershipPageText } from '#shared/text/membership.text.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

export type PrintedBy = { readonly store: string; readonly auditCode: string };

export type PrintedRefund = PrintedBy & {
  readonly view: RefundView;
  readonly number: string;
  readonly customerName: string;
};

const sheet = (
  language: Language,
  now: string,
  { store, auditCode }: PrintedBy,
  given: Pick<PrintDocument, 'title' | 'blocks'> & { readonly number: string },
): PrintDocument => ({
  ...paperFrame(language, now, { auditCode, form: 'compact' }),
  title: given.title,
  header: { store, number: given.number },
  blocks: given.blocks,
});

/** 预付款退款计算单: each prepayment with its reasoning line by line, the sum in figures and capitals, two signatures. */
export function refundDocument(printed: PrintedRefund, language: Language, now: string): PrintDocument {
  const { view, number, customerName } = printed;
  const words = membershipPageText[language];
  const { paper } = words;
  const parts = view.parts.flatMap((part): PrintBlock[] => [
    {
      kind: 'heading',
      level: 2,
      text: filled(words.refundPart[part.kind], {
        day: formatDay(part.paidOn, language),
        name: part.name ?? '',
        money: formatMoney(part.lines[0]?.fen ?? 0),
      }),
    },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: paper.reasoning, width: 1 },
        { title: paper.amount, width: 'auto', align: 'right' },
      ],
      rows: [
        ...part.lines.map((line): PrintRow => ({
          cells: [refundLineText(line, language), refundLineMoney(line)],
        })),
        { kind: 'total', cells: [paper.refundOf, formatMoney(part.refundFen)] },
      ],
    },
  ]);
  return sheet(language, now, printed, {
    title: paper.refund,
    number,
    blocks: [
      {
        kind: 'keyValues',
        columns: 2,
        boxed: true,
        items: [
          { name: paper.member, value: number },
          { name: paper.customer, value: customerName },
          { name: paper.day, value: formatDay(view.day, language) },
          { name: paper.cause, value: words.causes[view.cause] },
        ],
      },
      ...parts,
      ...(view.totalFen === 0
        ? [
            {
              kind: 'paragraphs',
              texts: [view.parts.length === 0 ? paper.nothing : paper.nothingLeft],
            } satisfies PrintBlock,
          ]
        : []),
      {
        kind: 'keyFigures',
        items: [
          { name: paper.total, value: formatMoney(view.totalFen) },
          ...(language === 'zh-CN' ? [{ name: paper.capitals, value: moneyInCapitals(view.totalFen) }] : []),
        ],
      },
      { kind: 'paragraphs', style: 'note', texts: [words.refundSource] },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        signers: [
          { role: paper.customerSigns, name: customerName },
          { role: paper.storeSigns, name: '' },
        ],
        stamp: paper.stamp,
      },
    ],
  });
}

const whole = (count: number): string => count.toLocaleString('en');
const signed = (count: number): string => (count > 0 ? `+${whole(count)}` : whole(count));
const signedMoney = (fen: number): string => (fen > 0 ? `+${formatMoney(fen)}` : formatMoney(fen));

/** What an entry changed, in words. */
function changeText(entry: LedgerEntry, language: Language): string {
  const words = membershipPageText[language];
  const isFee = (entry.reversedKind ?? entry.kind) === 'fee';
  const parts = [
    entry.points === 0 ? '' : filled(words.changePoints, { points: signed(entry.points) }),
    entry.principalFen === 0 ? '' : filled(words.changePrincipal, { money: signedMoney(entry.principalFen) }),
    entry.bonusFen === 0 ? '' : filled(words.changeBonus, { money: signedMoney(entry.bonusFen) }),
    entry.units === 0
      ? ''
      : filled(isFee ? words.changeFee : words.changeUnits, { units: signed(entry.units) }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? words.changeNone : parts.join(paperText[language].listed);
}

/** 会员年度对账单: what the member got in money, then every entry of the year. */
export function statementDocument(
  printed: PrintedBy & { readonly statement: YearStatement },
  language: Language,
  now: string,
): PrintDocument {
  const { statement } = printed;
  const words = membershipPageText[language];
  const { paper } = words;
  const amounts = (of: YearStatement['opening']): string =>
    filled(words.amounts, {
      points: whole(of.points),
      principal: formatMoney(of.principalFen),
      bonus: formatMoney(of.bonusFen),
      units: of.units,
    });
  return sheet(language, now, printed, {
    title: filled(words.statementTitle, { year: statement.year }),
    number: statement.number,
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          { name: paper.member, value: statement.number },
          { name: paper.customer, value: statement.customerName },
          { name: paper.tier, value: statement.tier },
          { name: words.opening, value: amounts(statement.opening), wide: true },
          { name: words.closing, value: amounts(statement.closing), wide: true },
          {
            name: words.pointsFlow,
            value: filled(words.pointsFlowLine, {
              earned: whole(statement.earnedPoints),
              spent: whole(statement.spentPoints),
              expired: whole(statement.expiredPoints),
            }),
            wide: true,
          },
          {
            name: words.moneyFlow,
            value: filled(words.moneyFlowLine, {
              fees: formatMoney(statement.feesFen),
              paid: formatMoney(statement.paidInFen),
              back: formatMoney(statement.paidBackFen),
            }),
            wide: true,
          },
          { name: words.partnerCards, value: formatMoney(statement.partnerCardsFen), wide: true },
        ],
      },
      { kind: 'heading', level: 2, text: words.got },
      {
        kind: 'table',
        dense: true,
        columns: [
          { title: paper.got, width: 1 },
          { title: paper.times, width: 'auto', align: 'right' },
          { title: paper.amount, width: 'auto', align: 'right' },
        ],
        rows: [
          ...statement.gains.map(({ kind, count, fen }): PrintRow => ({
            cells: [words.gains[kind], String(count), formatMoney(fen)],
          })),
          { kind: 'total', cells: [words.gainedTotal, '', formatMoney(statement.gainedFen)] },
        ],
      },
      { kind: 'heading', level: 2, text: paper.entries },
      {
        kind: 'table',
        dense: true,
        none: words.entriesNone,
        columns: [
          { title: words.entryColumns.at, width: 'auto' },
          { title: words.entryColumns.kind, width: 'auto' },
          { title: words.entryColumns.change, width: 3 },
          { title: words.entryColumns.note, width: 2 },
        ],
        rows: statement.entries.map((entry): PrintRow => ({
          cells: [
            formatDay(entry.onDay, language),
            words.kinds[entry.kind],
            changeText(entry, language),
            receiptText(entry),
          ],
        })),
      },
    ],
  });
}

/** 会员卡 in bank card size with number and code, eight on a sheet. */
export function cardsDocument(
  cards: readonly { readonly number: string; readonly cardNumber: string; readonly name: string }[],
  { store, auditCode }: PrintedBy,
  language: Language,
  now: string,
): PrintDocument {
  const { paper } = membershipPageText[language];
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: paper.cards,
    header: { store },
    blocks: [
      {
        kind: 'cards',
        items: cards.map(({ number, cardNumber, name }) => ({
          head: store,
          name,
          number: cardNumber,
          note: number,
          code: cardNumber,
        })),
      },
    ],
  };
}
