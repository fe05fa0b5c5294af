import { sql } from 'kysely';
import type { ExpiringLine, ExpiringList } from '#shared/features/campaign/campaign-views.ts';
import { customerFields } from '#shared/features/customer/customer.fields.ts';
import type { LotAccount } from '#shared/features/membership/membership-ledger.rules.ts';
import { addDays, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import { campaignPageText } from '#shared/text/campaign.text.ts';
import { counted, filled } from '#shared/text/filled.ts';
import { membershipPageText } from '#shared/text/membership.text.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { QueryContext } from '#electron/kernel/handler.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { designOn } from '../membership/membership.design.ts';

type Row = {
  membershipId: number;
  number: string;
  customerId: number;
  customerName: string;
  phone: string | null;
  account: LotAccount;
  name: string | null;
  unitFen: number;
  rest: number;
  expiresOn: Day;
};

/**
 * What members lose within some days, read from the ledger's lots: the soonest first. Worth: points as today's design pays
 * them, bonus at its amount, vouchers, packages and passes at the price of one time.
 */
export async function readExpiring(
  reader: Reader | Writer,
  { actor, clock }: Pick<QueryContext, 'actor' | 'clock'>,
  days: number,
): Promise<ExpiringList> {
  const today = clock.today();
  const { pointFen } = (await designOn(reader, today)).content;
  const { rows } = await sql<Row>`
    select membership.id as membership_id, membership.number, membership.customer_id, customer.name as customer_name,
      customer.phone, lot.account, lot.name, lot.unit_fen, lot.expires_on,
      lot.quantity + coalesce((select sum(quantity) from membership_move where lot_id = lot.id), 0) as rest
    from membership_lot as lot join membership on membership.id = lot.membership_id and membership.state = 'active'
    join customer on customer.id = membership.customer_id
    where lot.expires_on between ${today} and ${addDays(today, days)} order by lot.expires_on, lot.id`.execute(
    reader,
  );
  const worth: Readonly<Record<LotAccount, (row: Row) => number>> = {
    points: ({ rest }) => rest * pointFen,
    principal: ({ rest }) => rest,
    bonus: ({ rest }) => rest,
    voucher: ({ rest, unitFen }) => rest * unitFen,
    package: ({ rest, unitFen }) => rest * unitFen,
    pass: ({ rest, unitFen }) => rest * unitFen,
    tier: ({ rest, unitFen }) => rest * unitFen,
  };
  const lines = rows
    .filter(({ rest }) => rest > 0)
    .map((row): ExpiringLine => {
      const { unitFen: _unit, phone, ...line } = row;
      return {
        ...line,
        phone: shownTo(actor, customerFields.phone, phone),
        worthFen: worth[row.account](row),
      };
    });
  return {
    to: addDays(today, days),
    lines,
    members: new Set(lines.map(({ membershipId }) => membershipId)).size,
    worthFen: lines.reduce((sum, { worthFen }) => sum + worthFen, 0),
  };
}

/** 到期清单 as a paper. */
export async function expiringDocument(context: QueryContext, days: number): Promise<PrintDocument> {
  const { reader, actor, clock } = context;
  const { language } = actor;
  const words = campaignPageText[language].expiring;
  const { accounts } = membershipPageText[language];
  const list = await readExpiring(reader, context, days);
  return {
    ...paperFrame(language, clock.now(), { auditCode: shortCode((await auditHead(reader)).hash) }),
    title: words.title,
    header: {
      store: (await readSetting(reader, 'storeName')) ?? '',
      number: filled(words.until, { day: formatDay(list.to, language) }),
    },
    blocks: [
      {
        kind: 'table',
        dense: true,
        none: words.none,
        columns: [
          { title: words.expiresOn, width: 'auto' },
          { title: words.member, width: 1 },
          { title: words.phone, width: 'auto' },
          { title: words.what, width: 1 },
          { title: words.rest, width: 'auto', align: 'right' },
          { title: words.worth, width: 'auto', align: 'right' },
        ],
        rows: [
          ...list.lines.map((line): PrintRow => ({
            cells: [
              formatDay(line.expiresOn, language),
              `${line.customerName} ${line.number}`,
              line.phone ?? '',
              line.name ?? accounts[line.account],
              line.account === 'bonus' || line.account === 'principal'
                ? formatMoney(line.rest)
                : String(line.rest),
              formatMoney(line.worthFen),
            ],
          })),
          {
            kind: 'total',
            cells: [
              words.total,
              counted(words, 'members', { count: list.members }),
              '',
              '',
              '',
              formatMoney(list.worthFen),
            ],
          },
        ],
      },
    ],
  };
}
