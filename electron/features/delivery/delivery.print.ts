import type { deliveryContract } from '#shared/features/delivery/delivery.contract.ts';
import { disclosedWords } from '#shared/features/delivery/delivery.rules.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { readSignatures } from '../signature/signature.repository.ts';
import { actorOf, readOwn } from './delivery.changing.ts';
import {
  disclosureDocument,
  sheetDocument,
  type PrintedNotice,
  type PrintedSheet,
} from './delivery.report.ts';
import { listCustomerSignatures, listSheets, type Delivery } from './delivery.repository.ts';
import { personName, readFrozenSheet, verifySheet } from './delivery.sheet.ts';
import { gatherStanding } from './delivery.standing.ts';

/** The sheet in force as it was frozen, with its signatures. Errors: not-found, `delivery-not-signing`. */
async function readPrintedSheet(reader: Reader, { id, number }: Delivery): Promise<PrintedSheet> {
  const sheet = (await listSheets(reader, id)).find(({ state }) => state !== 'void');
  if (!sheet) throw ruleViolated('delivery-not-signing');
  const frozen = await readFrozenSheet(reader, sheet.id);
  if (!frozen?.parsed) throw notFound('handOverSheet', sheet.id);
  return {
    number: sheet.number,
    deliveryNumber: number,
    content: frozen.parsed,
    signatures: await readSignatures(reader, { feature: 'handOverSheet', recordId: sheet.id }),
    verdict: await verifySheet(reader, id, sheet),
    customer: (await listCustomerSignatures(reader, id)).find(({ sheetId }) => sheetId === sheet.id),
    auditCode: frozen.auditCode,
  };
}

/** What is told of repairs: as the sheet in force says, else as it stands now. */
async function readNotice(reader: Reader, delivery: Delivery, today: string): Promise<PrintedNotice> {
  const sheet = (await listSheets(reader, delivery.id)).find(({ state }) => state !== 'void');
  const shown = sheet && (await readFrozenSheet(reader, sheet.id))?.parsed?.shown;
  const { vehicle, disclosures, acknowledgement } = await gatherStanding(reader, delivery, today);
  if (!shown && disclosures.some(({ disclosedText }) => disclosedText === null))
    throw ruleViolated('delivery-not-disclosed');
  const repairs = shown?.disclosures ?? disclosedWords(disclosures);
  if (repairs.length === 0) throw ruleViolated('delivery-nothing-to-disclose');
  const given = await listCustomerSignatures(reader, delivery.id);
  return {
    storeName: (await readSetting(reader, 'storeName')) ?? '',
    deliveryNumber: delivery.number,
    customerName: delivery.customerName,
    model: vehicle.model,
    vin: vehicle.vin,
    consultantName: await personName(reader, delivery.consultantId),
    repairs: repairs.map(({ number, on, text }) => ({ number, on, text })),
    acknowledgement: shown
      ? given.find(({ pictureHash }) => pictureHash === shown.acknowledgement?.picture)
      : acknowledgement,
    auditCode: shortCode((await auditHead(reader)).hash),
  };
}

type Printing = Pick<HandlersOf<typeof deliveryContract>, 'print'>;

export const printHandlers = (printer: Printer): Printing => ({
  async print({ id, paper, format }, context) {
    const { reader, clock, signal, scope } = context;
    const actor = actorOf(context);
    const delivery = await readOwn(reader, { scope, actor }, id);
    if (paper === 'disclosure') {
      const notice = await readNotice(reader, delivery, clock.today());
      const document = disclosureDocument(notice, actor.language, clock.now());
      return sheetFile(printer, document, { name: delivery.number, format, signal });
    }
    const sheet = await readPrintedSheet(reader, delivery);
    const document = sheetDocument(sheet, actor.language, clock.now());
    return sheetFile(printer, document, { name: sheet.number, format, signal });
  },
});
