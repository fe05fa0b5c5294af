import { sql, type RawBuilder } from 'kysely';
import {
  isComputed,
  type CampaignSource,
  type ComputedSource,
  type RecordSource,
} from '#shared/features/campaign/campaign-source.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { titleFields, type RecordDefinition } from '#electron/kernel/record/record-definition.ts';
import { listConditions, tableRef } from '#electron/kernel/record/record-list.ts';
import { maskedFields } from '#electron/kernel/record/record-mask.ts';
import { recordDefinitions } from '#electron/kernel/record/record-registry.ts';
import { assertVisibleFields } from '#electron/kernel/record/record-rights.ts';
import type { Language } from '#shared/kernel/language.ts';
import { snake } from '#electron/kernel/sql-name.ts';

/** Who asks, and when. */
export type Asking = Pick<CommandContext, 'actor' | 'clock'>;

/** Why somebody is in a list, in words of a language, by the id of the row that named the customer. */
export type Whys = (sourceIds: readonly number[], language: Language) => Promise<ReadonlyMap<number, string>>;

/** Customers of a list that is reckoned, each once, and how many of its rows name them. */
export type ComputedList = {
  readonly rows: readonly { readonly customerId: number; readonly rows: number }[];
  readonly whys: Whys;
};
export type ReadComputed = (
  reader: Reader | Writer,
  asking: Asking,
  source: ComputedSource,
) => Promise<ComputedList>;

/** Whom lists name for somebody. Without `computed` those of records alone do. */
export type Listing = Asking & { readonly computed?: ReadComputed };

/** What a list names, as SQL: customer_id, source_id, rows. */
type Named = { readonly named: RawBuilder<unknown>; readonly whys: Whys };

/** Error: `forbidden`. */
function assertReads({ actor }: Asking, right: Parameters<typeof scopeOf>[1]): 'all' | 'own' {
  const scope = scopeOf(actor.roles, right);
  if (scope === undefined) throw new DeskError({ code: 'forbidden', right });
  return scope;
}

/** The customer of a list's row. Error: `campaign-no-customers`. */
function sourceOf(feature: string): { definition: RecordDefinition; column: string } {
  const definition = recordDefinitions().find((one) => one.feature === feature);
  const field = definition?.fields['customerId'];
  const column = feature === 'customer' ? 'id' : field?.refers === 'customer' ? 'customer_id' : undefined;
  if (!definition || column === undefined) throw ruleViolated('campaign-no-customers');
  return { definition, column };
}

function namedByRecords(reader: Reader | Writer, asking: Asking, { feature, list }: RecordSource): Named {
  const { actor } = asking;
  const { definition, column } = sourceOf(feature);
  const scope = assertReads(asking, definition.readRight);
  assertVisibleFields(definition, list, actor);
  const where = listConditions(definition, { ...list, bin: false }, { actor, scope });
  return {
    named: sql`select ${sql.id(snake(definition.table), column)} as customer_id,
      min(${sql.id(snake(definition.table), 'id')}) as source_id, count(*) as rows
      from ${tableRef(definition)} where ${where} group by 1`,
    whys: (ids) => readWhys(reader, asking, feature, ids),
  };
}

const rightOf = {
  portrait: 'portrait.read',
  reminder: 'reminder.read',
  expiring: 'membership.read',
} as const;

/**
 * The customers whom a list names. Errors: `campaign-no-customers` for a list whose rows name none, `forbidden` where the person
 * may not read the list, `hidden-field`.
 */
export async function namedBy(
  reader: Reader | Writer,
  { computed, ...asking }: Listing,
  source: CampaignSource,
): Promise<Named> {
  if (!isComputed(source)) return namedByRecords(reader, asking, source);
  assertReads(asking, rightOf[source.feature]);
  if (!computed) throw ruleViolated('campaign-no-customers');
  const { rows, whys } = await computed(reader, asking, source);
  const told = JSON.stringify(rows.map(({ customerId, rows: count }) => [customerId, count]));
  return {
    named: sql`select value ->> 0 as customer_id, value ->> 0 as source_id, value ->> 1 as rows from json_each(${told})`,
    whys,
  };
}

/** Names of rows of a list as this person sees them, by id; lists that are reckoned have none. */
export async function readWhys(
  reader: Reader | Writer,
  { actor }: Pick<Asking, 'actor'>,
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
