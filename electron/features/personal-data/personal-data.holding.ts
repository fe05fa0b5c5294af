import { sql } from 'kysely';
import type { Field } from '#shared/kernel/field.ts';
import { formatDay, formatMonth } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import type { Labels } from '#shared/rpc/record.contract.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import {
  fieldEntries,
  type RecordDefinition,
  type RecordValues,
} from '#electron/kernel/record/record-definition.ts';
import { definitionOf, recordDefinitions } from '#electron/kernel/record/record-registry.ts';
import { fromStored, readLabels, type StoredRow } from '#electron/kernel/record/record-repository.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { momentText } from '#electron/reports/paper-words.ts';
import { customerReferences } from '../customer/customer.references.ts';

/** A record as a person reads it: its fields in words, those without a value left out. `signs`: a plate or VIN, which also names a vehicle, read sign by sign. */
export type HeldRecord = readonly { readonly name: string; readonly value: string; readonly signs?: true }[];
export type HeldGroup = {
  readonly feature: string;
  readonly title: string;
  readonly records: readonly HeldRecord[];
};

function wordsOf(
  language: Language,
  { feature, name, field, labels }: { feature: string; name: string; field: Field; labels: Labels },
  value: string | number | boolean,
): string {
  const texts = createTexts(language);
  switch (field.kind) {
    case 'money':
      return formatMoney(Number(value));
    case 'integer':
      return String(name.endsWith('Hundredths') ? Number(value) / 100 : value);
    case 'day':
      return formatDay(String(value), language);
    case 'month':
      return formatMonth(String(value), language);
    case 'instant':
      return momentText(String(value), language);
    case 'choice':
      return textAt(texts, `record.${feature}.choices.${name}.${String(value)}`);
    case 'reference':
      return labels[field.refers ?? '']?.[String(value)] ?? '';
    case 'flag':
      return textAt(texts, value === true ? 'common.yes' : 'common.no');
    default:
      return String(value);
  }
}

/** Whom the copy is of: its head says it once. */
type Self = { readonly ids: readonly number[]; readonly names: readonly string[] };

/** Whether a field says no more than whose record it is. */
const saysSelf = (
  { ids, names }: Self,
  feature: string,
  [name, field]: readonly [string, Field],
  value: string | number | boolean,
): boolean =>
  feature !== 'customer' &&
  (field.refers === 'customer'
    ? ids.includes(Number(value))
    : name === 'customerName' && names.includes(String(value)));

async function readGroup(
  reader: Reader,
  definition: RecordDefinition,
  column: string,
  ids: readonly number[],
  { actor, self }: { readonly actor: Actor; readonly self: Self },
): Promise<{ readonly group: HeldGroup; readonly ids: readonly number[] }> {
  const { feature, table } = definition;
  const { rows } = await sql<StoredRow>`select * from ${sql.id(snake(table))}
    where ${sql.id(column)} in (select value from json_each(${JSON.stringify(ids)})) order by id`.execute(
    reader,
  );
  const labels = await readLabels(reader, definition, rows, actor);
  const { language } = actor;
  const texts = createTexts(language);
  const held = (row: RecordValues): HeldRecord =>
    fieldEntries(definition).flatMap(([name, field]) => {
      const value = row[name] ?? null;
      if (value === null || value === '' || saysSelf(self, feature, [name, field], value)) return [];
      const words = wordsOf(language, { feature, name, field, labels }, value);
      if (words === '') return [];
      const signs =
        field.kind === 'plate' || field.kind === 'vin' || field.refers === 'vehicle'
          ? ({ signs: true } as const)
          : {};
      return [{ name: textAt(texts, `record.${feature}.fields.${name}`), value: words, ...signs }];
    });
  return {
    ids: rows.map(({ id }) => id),
    group: {
      feature,
      title: textAt(texts, `record.${feature}.many`),
      records: rows.map((row) => held(fromStored(definition, row))),
    },
  };
}

/**
 * Everything that the store's records say of a customer: the customer, every record of the store that refers to it and what hangs on
 * those. The features are asked of the database, so that a new one is never forgotten.
 */
export async function readHeld(
  reader: Reader,
  customerIds: readonly number[],
  actor: Actor,
): Promise<readonly HeldGroup[]> {
  const groups: HeldGroup[] = [];
  const { rows: own } = await sql<{ name: string }>`select name from customer
    where id in (select value from json_each(${JSON.stringify(customerIds)}))`.execute(reader);
  const self: Self = { ids: customerIds, names: own.map(({ name }) => name) };
  const add = async (definition: RecordDefinition, column: string, ids: readonly number[]): Promise<void> => {
    const found = await readGroup(reader, definition, column, ids, { actor, self });
    if (found.ids.length === 0) return;
    groups.push(found.group);
    for (const child of recordDefinitions())
      if (child.parent?.feature === definition.feature)
        await add(child, snake(child.parent.field), found.ids);
  };
  await add(definitionOf('customer'), 'id', customerIds);
  for (const { table, column } of await customerReferences(reader)) {
    const definition = recordDefinitions().find((one) => snake(one.table) === table);
    if (definition) await add(definition, column, customerIds);
  }
  return groups;
}
