import { sql } from 'kysely';
import { frozenTerms } from '#shared/features/partner/partner-agreement.rules.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';

type Values = RecordValues | null;

/**
 * Last day on which a card was issued under an agreement; undefined while none was. Issues that were taken back count: they were
 * made. Cards that an import brought in count while they stand, by the day on which they had been given out.
 */
export async function lastIssueDay(
  { writer }: Pick<CommandContext, 'writer'>,
  agreementId: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ last: string | null }>`
    select max(case entry.kind when 'issue' then entry.on_day else card.issued_on end) as last
    from partner_entry entry join partner_card card on card.id = entry.card_id
    where entry.agreement_id = ${agreementId} and (entry.kind = 'issue' or entry.kind = 'opening'
      and not exists (select 1 from partner_entry where refers_id = entry.id and kind = 'reverse'))`.execute(
    writer,
  );
  return rows[0]?.last ?? undefined;
}

/** Terms are frozen once a card was issued; the end may be moved, no earlier than the last card. */
export async function agreementMayBe(
  context: CommandContext,
  before: Values,
  after: RecordValues,
): Promise<void> {
  if (before === null) return;
  const last = await lastIssueDay(context, Number(after['id']));
  if (last === undefined) return;
  const changed = frozenTerms.find((name) => (before[name] ?? null) !== (after[name] ?? null));
  if (changed !== undefined) throw invalidField(`values.${changed}`, 'partner-terms-frozen');
  if (String(after['validTo']) < last)
    throw invalidField('values.validTo', 'partner-end-before-issue', {
      last: formatDay(last, context.actor.language),
    });
}

type Overlap = { card: string; from: string; to: string };

/** No two agreements of a partner and kind of card hold on the same day; an agreement with cards stays. */
export async function agreementStands(context: CommandContext, before: Values, after: Values): Promise<void> {
  const { partnerId, cardName } = after ?? before ?? {};
  if (after === null) {
    const { rows } = await sql<{ id: number }>`
      select a.id from partner_agreement a where a.partner_id = ${partnerId} and a.card_name = ${cardName}
        and a.removed_at is not null and a.valid_from = ${before?.['validFrom']}
        and exists (select 1 from partner_entry e where e.agreement_id = a.id) limit 1`.execute(
      context.writer,
    );
    if (rows.length > 0) throw ruleViolated('partner-agreement-issued');
    return;
  }
  const { rows } = await sql<Overlap>`
    select b.card_name as card, b.valid_from as "from", b.valid_to as "to"
    from partner_agreement a join partner_agreement b
      on b.partner_id = a.partner_id and b.card_name = a.card_name and b.id < a.id
        and b.valid_from <= a.valid_to and b.valid_to >= a.valid_from and b.removed_at is null
    where a.partner_id = ${partnerId} and a.card_name = ${cardName} and a.removed_at is null limit 1`.execute(
    context.writer,
  );
  const [overlap] = rows;
  if (!overlap) return;
  const { language } = context.actor;
  throw invalidField('values.validFrom', 'partner-overlap', {
    card: overlap.card,
    from: formatDay(overlap.from, language),
    to: formatDay(overlap.to, language),
  });
}

/** A partner with agreements is ended, not removed. */
export async function partnerStands(
  { writer }: CommandContext,
  before: Values,
  after: Values,
): Promise<void> {
  if (after !== null || before === null) return;
  const { rows } = await sql<{ id: number }>`
    select p.id from partner p where p.name = ${before['name']} and p.removed_at is not null
      and exists (select 1 from partner_agreement a where a.partner_id = p.id and a.removed_at is null) limit 1`.execute(
    writer,
  );
  if (rows.length > 0) throw ruleViolated('partner-has-agreements');
}

/** A kind that partners have stays. */
export async function kindStands({ writer }: CommandContext, before: Values, after: Values): Promise<void> {
  if (after !== null || before === null) return;
  const { rows } = await sql<{ id: number }>`
    select k.id from partner_kind k where k.name = ${before['name']} and k.removed_at is not null
      and exists (select 1 from partner p where p.kind_id = k.id and p.removed_at is null) limit 1`.execute(
    writer,
  );
  if (rows.length > 0) throw ruleViolated('partner-kind-used');
}
