import type {
  SettlementEntry,
  SettlementView,
} from '#shared/features/partner/partner-settlement.contract.ts';
import { formatDay, formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney, moneyInCapitals } from '#shared/kernel/money.ts';
import type { PrintCell, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { partnerPageText } from '#shared/text/partner.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';

export type PrintedBy = { readonly store: string; readonly auditCode: string };

/** What an entry is called; a reversal by what it reverses. */
export function entryWord(
  { kind, reversedKind }: Pick<SettlementEntry, 'kind' | 'reversedKind'>,
  language: Language,
): string {
  const words = partnerPageText[language];
  return reversedKind === null
    ? words.kinds[kind]
    : filled(words.reversalOf, { kind: words.kinds[reversedKind] });
}

/** Who owes whom how much, in words. */
function netWords({ netFen, partnerName }: SettlementView, language: Language): string {
  const { settle } = partnerPageText[language];
  return netFen > 0
    ? filled(settle.storePays, { name: partnerName })
    : netFen < 0
      ? filled(settle.partnerPays, { name: partnerName })
      : settle.nobodyPays;
}

/** What of an entry is worth telling: a late one says so. */
const dayCell = ({ onDay, late }: SettlementEntry, language: Language): PrintCell =>
  late
    ? { text: formatDay(onDay, language), note: partnerPageText[language].settle.late }
    : formatDay(onDay, language);

/** 结算单: sums by agreement, what each owes, the partner's own list, then every entry; two signatures. */
export function settlementDocument(
  view: SettlementView,
  { store, auditCode }: PrintedBy,
  language: Language,
  now: string,
): PrintDocument {
  const words = partnerPageText[language];
  const { settle, paper } = words;
  const { list } = view;
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: settle.title,
    header: { store, ...(view.number === null ? {} : { number: view.number }) },
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          { name: paper.partner, value: view.partnerName },
          { name: paper.month, value: formatMonth(view.month, language) },
          { name: paper.state, value: settle.states[view.state] },
          { name: settle.dueOn, value: formatDay(view.dueOn, language) },
          { name: settle.opening, value: formatMoney(view.openingFen) },
          ...(view.broughtInFen === 0
            ? []
            : [{ name: settle.broughtIn, value: formatMoney(view.broughtInFen) }]),
          { name: settle.closing, value: formatMoney(view.closingFen) },
        ],
      },
      {
        kind: 'table',
        dense: true,
        none: settle.linesNone,
        columns: [
          { title: settle.columns.card, width: 1 },
          { title: settle.columns.issued, width: 'auto', align: 'right' },
          { title: settle.columns.redeemed, width: 'auto', align: 'right' },
          { title: settle.columns.expired, width: 'auto', align: 'right' },
          { title: settle.columns.store, width: 'auto', align: 'right' },
          { title: settle.columns.partner, width: 'auto', align: 'right' },
        ],
        rows: [
          ...view.lines.map((line): PrintRow => ({
            cells: [
              line.cardName,
              { text: formatMoney(line.issuedFen), note: filled(settle.cards, { count: line.issued }) },
              { text: formatMoney(line.redeemedFen), note: filled(settle.times, { count: line.redeemed }) },
              { text: formatMoney(line.expiredFen), note: filled(settle.cards, { count: line.expired }) },
              formatMoney(line.storeFen),
              formatMoney(line.partnerFen),
            ],
          })),
          {
            kind: 'total',
            cells: [
              settle.total,
              formatMoney(view.issuedFen),
              formatMoney(view.redeemedFen),
              formatMoney(view.expiredFen),
              formatMoney(view.storeFen),
              formatMoney(view.partnerFen),
            ],
          },
        ],
      },
      {
        kind: 'keyFigures',
        items: [
          { name: netWords(view, language), value: formatMoney(Math.abs(view.netFen)) },
          ...(language === 'zh-CN' && view.netFen !== 0
            ? [{ name: paper.capitals, value: moneyInCapitals(Math.abs(view.netFen)) }]
            : []),
          ...(list
            ? [
                {
                  name: settle.difference,
                  value: formatMoney(list.differenceFen),
                  note: filled(settle.listLine, { name: list.name, money: formatMoney(list.listFen) }),
                  ...(list.differenceFen === 0 ? {} : { tone: 'warning' as const }),
                },
              ]
            : []),
        ],
      },
      ...(list && list.open.length > 0
        ? [
            { kind: 'heading' as const, level: 2 as const, text: settle.openRows },
            {
              kind: 'table' as const,
              dense: true,
              columns: [
                { title: words.list.columns.line, width: 'auto' as const, align: 'right' as const },
                { title: words.list.columns.number, width: 1 },
                { title: words.list.columns.day, width: 'auto' as const },
                { title: words.list.columns.amount, width: 'auto' as const, align: 'right' as const },
                { title: words.list.columns.verdict, width: 2 },
              ],
              rows: list.open.map((row): PrintRow => ({
                cells: [
                  String(row.line),
                  row.number,
                  row.onDay === null ? { missing: true } : formatDay(row.onDay, language),
                  row.amountFen === null ? { missing: true } : formatMoney(row.amountFen),
                  words.verdicts[row.verdict],
                ],
              })),
            },
          ]
        : []),
      { kind: 'heading', level: 2, text: settle.entries },
      {
        kind: 'table',
        dense: true,
        none: settle.entriesNone,
        columns: [
          { title: words.entryColumns.day, width: 'auto' },
          { title: words.entryColumns.kind, width: 'auto' },
          { title: words.entryColumns.number, width: 'auto' },
          { title: words.entryColumns.customer, width: 1 },
          { title: words.entryColumns.worth, width: 'auto', align: 'right' },
          { title: settle.columns.store, width: 'auto', align: 'right' },
          { title: settle.columns.partner, width: 'auto', align: 'right' },
        ],
        rows: view.entries.map((entry): PrintRow => ({
          cells: [
            dayCell(entry, language),
            entryWord(entry, language),
            entry.number,
            entry.customerName,
            formatMoney(entry.worthFen),
            formatMoney(entry.storeFen),
            formatMoney(entry.partnerFen),
          ],
        })),
      },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        signers: [
          { role: paper.storeSigns, name: view.agreedByName ?? '' },
          { role: paper.partnerSigns, name: '' },
        ],
        stamp: paper.stamp,
      },
    ],
  };
}

export type PrintedCard = {
  readonly number: string;
  readonly partnerName: string;
  readonly cardName: string;
  readonly customerName: string;
  /** `¥200.00` or `3 times`. */
  readonly face: string;
  readonly expiresOn: string;
};

/** 合作卡 in bank card size with number and code, eight on a sheet. */
export function cardsDocument(
  cards: readonly PrintedCard[],
  { store, auditCode }: PrintedBy,
  language: Language,
  now: string,
): PrintDocument {
  const words = partnerPageText[language];
  return {
    ...paperFrame(language, now, { auditCode, form: 'compact' }),
    title: words.paper.cards,
    header: { store },
    blocks: [
      {
        kind: 'cards',
        items: cards.map(({ number, partnerName, cardName, face, expiresOn }) => ({
          head: partnerName,
          name: `${cardName} ${face}`,
          number,
          note: filled(words.paper.cardNote, { store, day: formatDay(expiresOn, language) }),
          code: number,
        })),
      },
    ],
  };
}
