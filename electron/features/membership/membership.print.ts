import type { membershipContract } from '#shared/features/membership/membership.contract.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { filled } from '#shared/text/filled.ts';
import { membershipPageText } from '#shared/text/membership.text.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { refundView } from './membership.prepaid.ts';
import { customerOf, mustFindMember, yearStatement } from './membership.reading.ts';
import { cardsDocument, refundDocument, statementDocument, type PrintedBy } from './membership.report.ts';

const printedBy = async (reader: Reader): Promise<PrintedBy> => ({
  store: (await readSetting(reader, 'storeName')) ?? '',
  auditCode: shortCode((await auditHead(reader)).hash),
});

type Printing = Pick<HandlersOf<typeof membershipContract>, 'printCards' | 'printRefund' | 'printStatement'>;

export const printHandlers = (printer: Printer): Printing => ({
  async printRefund({ id, cause, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const member = await mustFindMember(reader, id);
    const { name } = await customerOf(reader, member.customerId);
    const view = await refundView(reader, id, cause, clock.today());
    const document = refundDocument(
      { ...(await printedBy(reader)), view, number: member.number, customerName: name },
      actor.language,
      clock.now(),
    );
    return sheetFile(printer, document, {
      name: `${document.title} ${member.number}`,
      format,
      signal: context.signal,
    });
  },

  async printCards({ ids, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const rows = await reader
      .selectFrom('membership')
      .innerJoin('customer', 'customer.id', 'membership.customerId')
      .select(['membership.number', 'membership.cardNumber', 'customer.name'])
      .where('membership.id', 'in', ids)
      .where('membership.state', '=', 'active')
      .orderBy('membership.number')
      .execute();
    if (rows.length === 0) throw ruleViolated('membership-no-cards');
    const document = cardsDocument(rows, await printedBy(reader), actor.language, clock.now());
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },

  async printStatement({ id, year, format }, context) {
    const asked = askedBy(context);
    const { reader, actor, clock } = asked;
    const statement = await yearStatement(asked, id, year);
    const document = statementDocument(
      { ...(await printedBy(reader)), statement },
      actor.language,
      clock.now(),
    );
    const name = filled(membershipPageText[actor.language].paper.file, { number: statement.number });
    return sheetFile(printer, document, { name: `${name} ${year}`, format, signal: context.signal });
  },
});
