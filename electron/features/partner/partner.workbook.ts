import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { SettlementView } from '#shared/features/partner/partner-settlement.contract.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { partnerPageText } from '#shared/text/partner.text.ts';
import { entryWord } from './partner.report.ts';

const yuan = (fen: number): number => fen / 100;
const money = { width: 14, numFmt: '#,##0.00' };

/** A settlement as a workbook: sums by agreement, then the entries. */
export async function settlementWorkbook(view: SettlementView, language: Language): Promise<Uint8Array> {
  const words = partnerPageText[language];
  const { settle } = words;
  const sheet = (name: string, columns: WriteSheet['columns'], rows: WriteSheet['rows']): WriteSheet => ({
    name,
    columns: columns ?? [],
    rows: rows ?? [],
  });
  const lines = sheet(
    settle.title,
    [{ width: 26 }, ...Array.from({ length: 8 }, () => money)],
    [
      [words.paper.partner, view.partnerName],
      [words.paper.month, formatMonth(view.month, language)],
      [words.paper.state, settle.states[view.state]],
      [settle.opening, yuan(view.openingFen)],
      ...(view.broughtInFen === 0 ? [] : [[settle.broughtIn, yuan(view.broughtInFen)]]),
      [settle.closing, yuan(view.closingFen)],
      [settle.netTotal, yuan(view.netFen)],
      ...(view.list ? [[settle.difference, yuan(view.list.differenceFen)]] : []),
      [],
      [
        settle.columns.card,
        settle.columns.issued,
        settle.columns.redeemed,
        settle.columns.expired,
        settle.columns.store,
        settle.columns.partner,
      ],
      ...view.lines.map((line) => [
        line.cardName,
        yuan(line.issuedFen),
        yuan(line.redeemedFen),
        yuan(line.expiredFen),
        yuan(line.storeFen),
        yuan(line.partnerFen),
      ]),
      [
        settle.total,
        yuan(view.issuedFen),
        yuan(view.redeemedFen),
        yuan(view.expiredFen),
        yuan(view.storeFen),
        yuan(view.partnerFen),
      ],
    ],
  );
  const entries = sheet(
    settle.entries,
    [
      { width: 12 },
      { width: 14 },
      { width: 20 },
      { width: 20 },
      money,
      money,
      money,
      { width: 20 },
      { width: 14 },
    ],
    [
      [
        words.entryColumns.day,
        words.entryColumns.kind,
        words.entryColumns.number,
        words.entryColumns.customer,
        words.entryColumns.worth,
        settle.columns.store,
        settle.columns.partner,
        words.entryColumns.receipt,
        words.entryColumns.note,
      ],
      ...view.entries.map((entry) => [
        entry.onDay,
        entryWord(entry, language),
        entry.number,
        entry.customerName,
        yuan(entry.worthFen),
        yuan(entry.storeFen),
        yuan(entry.partnerFen),
        entry.receiptKey ?? '',
        entry.late ? settle.late : '',
      ]),
    ],
  );
  return writeXlsx({ sheets: [lines, entries] });
}
