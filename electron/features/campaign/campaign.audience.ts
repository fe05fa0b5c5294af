import { sql } from 'kysely';
import {
  controlHeads,
  leftOutOf,
  leftOutReasons,
  type LeftOutReason,
} from '#shared/features/campaign/campaign.rules.ts';
import type { AudiencePreview, LeftOutCount } from '#shared/features/campaign/campaign-views.ts';
import type { Day } from '#shared/kernel/day.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { titleFields, type RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { listConditions, tableRef } from '#electron/kernel/record/record-list.ts';
import { maskedFields } from '#electron/kernel/record/record-mask.ts';
import { recordDefinitions } from '#electron/kernel/record/record-registry.ts';
import { assertVisibleFields } from '#electron/kernel/record/record-rights.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** A list as it stood on the screen. */
export type Source = { readonly feature: string; readonly list: ListInput };

/** How many of an audience a preview names. */
const shownNames = 20;

/** A customer whom the list names, with the first of its rows; null: rows without a customer. */
type Asked = {
  readonly customerId: number | null;
  readonly sourceId: number;
  readonly rows: number;
  readonly reason: LeftOutReason | null;
};

export type Audience = {
  readonly rows: number;
  readonly chosen: readonly (Asked & { readonly customerId: number })[];
  readonly leftOut: readonly (Asked & { readonly reason: LeftOutReason })[];
};

/** The customer of a list's row. Errors: `campaign-no-customers`, `forbidden` where the person may not read the list. */
function sourceOf(feature: string, actor: Actor): { definition: RecordDefinition; column: string } {
  const definition = recordDefinitions().find((one) => one.feature === feature);
  const field = definition?.fields['customerId'];
  const column = feature === 'customer' ? 'id' : field?.refers === 'customer' ? 'customer_id' : undefined;
  if (!definition || column === undefined) throw ruleViolated('campaign-no-customers');
  if (scopeOf(actor.roles, definition.readRight) === undefined)
    throw new DeskError({ code: 'forbidden', right: definition.readRight });
  return { definition, column };
}

/** Whom a list names now, and who of them may be spoken to. Errors: see `sourceOf`, `hidden-field`. */
export async function readAudience(
  reader: Reader | Writer,
  actor: Actor,
  { feature, list }: Source,
): Promise<Audience> {
  const { definition, column } = sourceOf(feature, actor);
  assertVisibleFields(definition, list, actor);
  const scope = scopeOf(actor.roles, definition.readRight) ?? 'own';
  const where = listConditions(definition, { ...list, bin: false }, { actor, scope });
  const table = tableRef(definition);
  const { rows } = await sql<{
    customerId: number | null;
    sourceId: number;
    rows: number;
    isMerged: number;
    isBinned: number;
    doNotCall: number | null;
    consent: string | null;
  }>`
    select named.customer_id, named.source_id, named.rows, customer.merged_into_id is not null as is_merged,
      customer.removed_at is not null as is_binned, customer.do_not_call, customer.consent
    from (select ${sql.id(snake(definition.table), column)} as customer_id,
      min(${sql.id(snake(definition.table), 'id')}) as source_id, count(*) as rows
      from ${table} where ${where} group by 1) as named
    left join customer on customer.id = named.customer_id order by named.customer_id`.execute(reader);
  const asked = rows.map(({ customerId, sourceId, rows: count, ...customer }): Asked => ({
    customerId,
    sourceId,
    rows: count,
    reason:
      customerId === null
        ? 'noCustomer'
        : leftOutOf({
            isMerged: customer.isMerged === 1,
            isBinned: customer.isBinned === 1,
            doNotCall: customer.doNotCall === 1,
            consent: customer.consent ?? '',
          }),
  }));
  return {
    rows: asked.reduce((sum, one) => sum + one.rows, 0),
    chosen: asked.filter((one): one is Audience['chosen'][number] => one.reason === null),
    leftOut: asked.filter((one): one is Audience['leftOut'][number] => one.reason !== null),
  };
}

/** Customers left out by reason; rows without a customer count as rows. */
function leftOutCounts({ leftOut }: Audience): LeftOutCount[] {
  return leftOutReasons.flatMap((reason) => {
    const count = leftOut
      .filter((one) => one.reason === reason)
      .reduce((sum, one) => sum + (one.customerId === null ? one.rows : 1), 0);
    return count === 0 ? [] : [{ reason, count }];
  });
}

/** Names of rows of a list as this person sees them, by id: why somebody is in an audience. */
export async function readWhys(
  reader: Reader | Writer,
  actor: Actor,
  feature: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const definition = recordDefinitions().find((one) => one.feature === feature);
  if (!definition || feature === 'customer' || ids.length === 0) return new Map();
  const hidden = new Set(maskedFields(definition, actor).map(([name]) => name));
  // Vehicles are called by their plates; who may not see those gets the VIN's model and brand instead.
  const names = [...titleFields(definition, actor.language), ...(feature === 'vehicle' ? ['model'] : [])];
  const shown = names.filter((name) => !hidden.has(name) && definition.fields[name]?.kind !== 'reference');
  if (shown.length === 0) return new Map();
  const columns = sql.join(shown.map((name) => sql`nullif(${sql.id(snake(name))}, '')`));
  const title = shown.length === 1 ? columns : sql`coalesce(${columns})`;
  const { rows } = await sql<{ id: number; title: string | null }>`
    select id, ${title} as title from ${tableRef(definition)} where id in (${sql.join(ids)})`.execute(reader);
  return new Map(rows.map((row) => [row.id, row.title ?? '']));
}

/** How many of these customers are members, and how many are in another campaign that runs in these days. */
async function readMeets(
  reader: Reader | Writer,
  ids: readonly number[],
  days: { readonly from: Day; readonly to: Day; readonly besides: number } | null,
): Promise<{ readonly members: number; readonly inOthers: number }> {
  const of = JSON.stringify(ids);
  const { rows } = await sql<{ members: number; inOthers: number }>`
    select (select count(distinct customer_id) from membership where state = 'active' and removed_at is null
        and customer_id in (select value from json_each(${of}))) as members,
      (select count(distinct campaign_member.customer_id) from campaign_member
        join campaign on campaign.id = campaign_member.campaign_id and campaign.removed_at is null
        where campaign_member.is_control = 0 and campaign.starts_on <= ${days?.to ?? ''}
          and campaign.ends_on >= ${days?.from ?? '9'} and campaign.id <> ${days?.besides ?? 0}
          and campaign_member.customer_id in (select value from json_each(${of}))) as in_others`.execute(
    reader,
  );
  return rows[0] ?? { members: 0, inOthers: 0 };
}

/** What an audience is before it is frozen. */
export async function previewAudience(
  reader: Reader | Writer,
  actor: Actor,
  source: Source,
  { controlBp, days }: { readonly controlBp: number; readonly days: Parameters<typeof readMeets>[2] },
): Promise<Omit<AudiencePreview, 'plannedFen'>> {
  const audience = await readAudience(reader, actor, source);
  const ids = audience.chosen.map(({ customerId }) => customerId);
  const first = audience.chosen.slice(0, shownNames);
  const names = await readNames(
    reader,
    first.map(({ customerId }) => customerId),
  );
  const whys = await readWhys(
    reader,
    actor,
    source.feature,
    first.map(({ sourceId }) => sourceId),
  );
  return {
    rows: audience.rows,
    leftOut: leftOutCounts(audience),
    heads: ids.length,
    controlHeads: controlHeads(ids.length, controlBp),
    ...(await readMeets(reader, ids, days)),
    whom: first.map(({ customerId, sourceId }) => ({
      customerId,
      name: names.get(customerId) ?? '',
      why: whys.get(sourceId) ?? '',
    })),
  };
}

export async function readNames(
  reader: Reader | Writer,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await reader
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', ids.length > 0 ? ids : [0])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
