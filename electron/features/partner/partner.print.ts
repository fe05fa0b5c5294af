import type { partnerCardContract } from '#shared/features/partner/partner-card.contract.ts';
import type { partnerSettlementContract } from '#shared/features/partner/partner-settlement.contract.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { counted } from '#shared/text/filled.ts';
import { partnerPageText } from '#shared/text/partner.text.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { cardsDocument, settlementDocument, type PrintedBy } from './partner.report.ts';
import { settlementView } from './partner.settlement-reading.ts';
import { settlementWorkbook } from './partner.workbook.ts';

const printedBy = async (reader: Reader): Promise<PrintedBy> => ({
  store: (await readSetting(reader, 'storeName')) ?? '',
  auditCode: shortCode((await auditHead(reader)).hash),
});

export const cardPrinting = (
  printer: Printer,
): Pick<HandlersOf<typeof partnerCardContract>, 'printCards'> => ({
  async printCards({ ids, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const words = partnerPageText[actor.language];
    const rows = await reader
      .selectFrom('partnerCard as card')
      .innerJoin('partner', 'partner.id', 'card.partnerId')
      .innerJoin('partnerAgreement as agreement', 'agreement.id', 'card.agreementId')
      .leftJoin('customer', 'customer.id', 'card.customerId')
      .select([
        'card.number',
        'card.faceFen',
        'card.faceTimes',
        'card.expiresOn',
        'partner.name as partnerName',
        'agreement.cardName',
        'customer.name as customerName',
      ])
      .where('card.id', 'in', ids)
      .where('card.state', '=', 'issued')
      .where('agreement.numbering', '=', 'own')
      .orderBy('card.id')
      .execute();
    if (rows.length === 0) throw ruleViolated('partner-no-cards');
    const document = cardsDocument(
      rows.map(({ faceFen, faceTimes, expiresOn, customerName, ...row }) => ({
        ...row,
        customerName: customerName ?? '',
        face: faceFen === null ? counted(words, 'timesOf', { count: faceTimes ?? 0 }) : formatMoney(faceFen),
        expiresOn: expiresOn ?? '',
      })),
      await printedBy(reader),
      actor.language,
      clock.now(),
    );
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },
});

export const settlementPrinting = (
  printer: Printer,
): Pick<HandlersOf<typeof partnerSettlementContract>, 'print' | 'workbook'> => ({
  async print({ format, ...of }, context) {
    const { reader, actor, clock } = askedBy(context);
    const view = await settlementView(reader, of, clock.today(), actor.language);
    const document = settlementDocument(view, await printedBy(reader), actor.language, clock.now());
    return sheetFile(printer, document, {
      name: `${document.title} ${view.partnerName} ${of.month}`,
      format,
      signal: context.signal,
    });
  },
  async workbook(of, context) {
    const { reader, actor, clock } = askedBy(context);
    const view = await settlementView(reader, of, clock.today(), actor.language);
    const bytes = await settlementWorkbook(view, actor.language);
    const name = `${partnerPageText[actor.language].settle.title} ${view.partnerName} ${of.month}.xlsx`;
    return new File([new Uint8Array(bytes)], name, {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  },
});
