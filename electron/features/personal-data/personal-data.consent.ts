import type {
  ConsentLine,
  personalDataContract,
} from '#shared/features/personal-data/personal-data.contract.ts';
import {
  consentStanding,
  presentConsent,
  type ConsentDecision,
  type ConsentScope,
  type ConsentWay,
} from '#shared/features/personal-data/personal-data.rules.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';

/** What a customer said about the use of personal data, in the order in which it was entered. */
export async function readConsents(reader: Reader | Writer, customerId: number): Promise<ConsentLine[]> {
  const rows = await reader
    .selectFrom('personalDataConsent as consent')
    .leftJoin('audit', (join) =>
      join.onRef('audit.seq', '=', 'consent.auditSeq').onRef('audit.at', '>=', 'consent.at'),
    )
    .select([
      'consent.id',
      'consent.decision',
      'consent.scopes',
      'consent.onDay',
      'consent.way',
      'consent.note',
      'consent.at',
      'audit.personName',
    ])
    .where('consent.customerId', '=', customerId)
    .orderBy('consent.id')
    .$narrowType<{ decision: ConsentDecision; way: ConsentWay }>()
    .execute();
  return rows.map((row) => ({ ...row, scopes: JSON.parse(row.scopes) as ConsentScope[] })); // written by enterConsent and triggers
}

type Consenting = Pick<HandlersOf<typeof personalDataContract>, 'consents' | 'enterConsent'>;

export const consentHandlers: Consenting = {
  async consents({ customerId }, { reader }) {
    const lines = await readConsents(reader, customerId);
    return { lines, standing: consentStanding(lines) };
  },

  async enterConsent({ customerId, scopes, ...entered }, context) {
    const { writer, clock, changed, tell } = context;
    const customer = await writer
      .selectFrom('customer')
      .select(['consent', 'removedAt'])
      .where('id', '=', customerId)
      .executeTakeFirst();
    if (!customer) throw notFound('customer', customerId);
    if (customer.removedAt !== null) throw ruleViolated('in-bin');
    if (entered.onDay > clock.today()) throw invalidField('onDay', 'in-future');
    const last = await writer
      .selectFrom('audit')
      .select(({ fn }) => fn.max('seq').as('seq'))
      .executeTakeFirst();
    const { id } = await writer
      .insertInto('personalDataConsent')
      .values({
        customerId,
        ...entered,
        scopes: JSON.stringify([...new Set(scopes)]),
        at: clock.now(),
        // The row of the audit that this command ends with tells who.
        auditSeq: (last?.seq ?? 0) + 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const present = presentConsent(await readConsents(writer, customerId));
    const isChanged = present !== null && present !== customer.consent;
    if (isChanged)
      await writer
        .updateTable('customer')
        .set((eb) => ({
          consent: present,
          version: eb('version', '+', 1),
          updatedAt: clock.now(),
        }))
        .where('id', '=', customerId)
        .execute();
    tell('decision', entered.decision);
    tell('scopes', scopes);
    tell('way', entered.way);
    changed({
      feature: 'customer',
      id: customerId,
      changes: isChanged ? [{ field: 'consent', before: customer.consent, after: present }] : [],
    });
    return { id };
  },
};
