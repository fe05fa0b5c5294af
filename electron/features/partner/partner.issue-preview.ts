import { quotaRefusal } from '#shared/features/partner/partner-agreement.rules.ts';
import type { IssuePreview } from '#shared/features/partner/partner-card.contract.ts';
import type { IssueReason } from '#shared/features/partner/partner.fields.ts';
import { formatDay, isDay, type Day } from '#shared/kernel/day.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { tiersOf } from './partner.tiers.ts';
import { findAgreement, readHad, readIssued, type StoredAgreement } from './partner.repository.ts';

/** 发卡 asked for: so many cards of an agreement for each customer; numbers where the store does not make them. */
export type IssueOrder = {
  readonly agreementId: number;
  readonly customerIds: readonly number[];
  readonly each: number;
  readonly numbers: readonly string[];
  readonly reason: IssueReason;
  readonly note: string | null;
};

/** The agreement, open for cards on a day. Errors: not-found, `partner-not-active`, `partner-not-valid`. */
async function openAgreement(
  reader: Reader | Writer,
  agreementId: number,
  day: Day,
  { language }: Pick<Actor, 'language'>,
): Promise<StoredAgreement> {
  const agreement = await findAgreement(reader, agreementId);
  if (!agreement || agreement.removedAt !== null) throw notFound('partnerAgreement', agreementId);
  const partner = await reader
    .selectFrom('partner')
    .select(['name', 'state', 'removedAt'])
    .where('id', '=', agreement.partnerId)
    .executeTakeFirstOrThrow();
  if (partner.state !== 'active' || partner.removedAt !== null)
    throw ruleViolated('partner-not-active', { name: partner.name });
  if (day < agreement.validFrom || day > agreement.validTo)
    throw ruleViolated('partner-not-valid', {
      card: agreement.cardName,
      from: formatDay(agreement.validFrom, language),
      to: formatDay(agreement.validTo, language),
    });
  return agreement;
}

const shown = (
  params: Readonly<Record<string, string | number>>,
  { language }: Pick<Actor, 'language'>,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? formatDay(value, language) : value,
    ]),
  );

/** What an order would do, customer by customer, and why it cannot. Errors: those of `openAgreement`, not-found of a customer. */
export async function previewIssue(
  reader: Reader | Writer,
  { agreementId, customerIds, each }: IssueOrder,
  day: Day,
  actor: Actor,
): Promise<IssuePreview & { readonly agreement: StoredAgreement }> {
  const agreement = await openAgreement(reader, agreementId, day, actor);
  const ids = [...new Set(customerIds)];
  const customers = await reader
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .execute();
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const missing = ids.find((id) => !names.has(id));
  if (missing !== undefined) throw notFound('customer', missing);
  const had = await readHad(reader, agreementId, ids);
  const tiers = await tiersOf(reader, ids, day);
  const total = ids.length * each;
  const refusal = quotaRefusal(agreement, await readIssued(reader, agreementId, day), total, day);
  return {
    agreement,
    total,
    numbering: agreement.numbering,
    customers: ids.map((id) => ({
      id,
      name: names.get(id) ?? '',
      tier: tiers.get(id) ?? null,
      had: had.get(id) ?? 0,
      tooMany: agreement.perCustomer !== null && (had.get(id) ?? 0) + each > agreement.perCustomer,
    })),
    refusal: refusal ? { reason: refusal.reason, params: shown(refusal.params, actor) } : null,
  };
}
