import { sql } from 'kysely';
import type {
  KeptGroup,
  PhotoCount,
  personalDataContract,
} from '#shared/features/personal-data/personal-data.contract.ts';
import { retentionYears } from '#shared/features/personal-data/personal-data.rules.ts';
import { addMonths } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { callName } from '#shared/text/call-name.ts';
import { createTexts } from '#shared/text/texts.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { readAssignments } from '../assignment/assignment.reading.ts';
import { consentHandlers, readConsents } from './personal-data.consent.ts';
import { erasingHandlers } from './personal-data.erasing.ts';
import { readHeld } from './personal-data.holding.ts';
import { readHeldLedger } from './personal-data.ledger.ts';
import { logHandlers } from './personal-data.log.ts';
import { consentDocument, copyDocument, deletionDocument, type PrintedBy } from './personal-data.report.ts';
import { readRetentionRules, sameCustomers } from './personal-data.standing.ts';

const printedBy = async (reader: Reader, now: string): Promise<PrintedBy> => ({
  store: (await readSetting(reader, 'storeName')) ?? '',
  auditCode: shortCode((await auditHead(reader)).hash),
  now,
});

/** Who looked at hidden values of a customer or made a copy, the latest first. */
const readAccesses = (reader: Reader, customerId: number) =>
  reader
    .selectFrom('auditRecord')
    .innerJoin('audit', 'audit.seq', 'auditRecord.seq')
    .select(['audit.at', 'audit.personName', 'audit.call'])
    .where('auditRecord.feature', '=', 'customer')
    .where('auditRecord.recordId', '=', customerId)
    .where('audit.call', 'in', ['customer.reveal', 'personalData.copy'])
    .orderBy('audit.seq', 'desc')
    .execute();

const shownDormant = 200;

type Rest = Pick<
  HandlersOf<typeof personalDataContract>,
  'printConsent' | 'copy' | 'printDeletion' | 'dormant'
>;

const restHandlers = (printer: Printer): Rest => ({
  async printConsent({ customerId, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const { name } = await sameCustomers(reader, customerId);
    const document = consentDocument(await printedBy(reader, clock.now()), name, actor.language);
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },

  async copy({ customerId, reason, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const { name, ids } = await sameCustomers(reader, customerId);
    // Taking data out is logged before it happens.
    await context.write(async ({ tell, changed }) => {
      tell('reason', reason);
      changed({ feature: 'customer', id: customerId, changes: [] });
    });
    const texts = createTexts(actor.language);
    const accesses = await readAccesses(reader, customerId);
    const ledger = await readHeldLedger(reader, ids, actor.language);
    const document = copyDocument(
      await printedBy(reader, clock.now()),
      {
        name,
        personName: actor.name,
        groups: [...(await readHeld(reader, ids, actor)), ...(ledger ? [ledger] : [])],
        consents: await readConsents(reader, customerId),
        assignments: await readAssignments(reader, customerId),
        accesses: accesses.map(({ call, ...access }) => ({ ...access, what: callName(texts, call) })),
      },
      actor.language,
    );
    return sheetFile(printer, document, { name: document.title, format, signal: context.signal });
  },

  async printDeletion({ id, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const row = await reader
      .selectFrom('personalDataDeletion')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw notFound('personalData', id);
    const document = deletionDocument(
      await printedBy(reader, clock.now()),
      {
        ...row,
        changed: JSON.parse(row.changed) as [string, number][], // written by erase
        kept: JSON.parse(row.kept) as KeptGroup[], // written by erase
        photos: JSON.parse(row.photos ?? '[]') as PhotoCount[], // written by erase
      },
      actor.language,
    );
    return sheetFile(printer, document, {
      name: `${document.title} ${id}`,
      format,
      signal: context.signal,
    });
  },

  async dormant(_input, { reader, clock }) {
    const today = clock.today();
    const years = retentionYears(await readRetentionRules(reader), 'dormant', today);
    if (years === null) return { years, total: 0, lines: [] };
    const before = addMonths(today, -12 * years);
    const last = (table: string, column: string) =>
      sql`coalesce((select max(${sql.id(column)}) from ${sql.id(table)}
        where ${sql.id(table, 'customer_id')} = customer.id), '')`;
    const { rows } = await sql<{ customerId: number; name: string; lastOn: string }>`
      select id as customer_id, name, max(substr(created_at, 1, 10), coalesce(first_contact_on, ''),
        ${last('repair', 'checked_in_on')}, ${last('vehicle_order', 'ordered_on')},
        ${last('vehicle_order', 'delivered_on')}, ${last('lead', 'arrived_on')},
        ${last('follow_up', 'happened_on')}, ${last('complaint', 'received_on')},
        ${last('receivable', 'occurred_on')}) as last_on
      from customer where removed_at is null and substr(created_at, 1, 10) < ${before}
      group by id having last_on < ${before} order by last_on, id`.execute(reader);
    return { years, total: rows.length, lines: rows.slice(0, shownDormant) };
  },
});

/** `filesGone`: removes files that a deletion took out of the store, after its transaction. */
export const personalDataHandlers = (
  printer: Printer,
  filesGone: () => void,
): HandlersOf<typeof personalDataContract> => ({
  ...consentHandlers,
  ...logHandlers,
  ...erasingHandlers(filesGone),
  ...restHandlers(printer),
});
