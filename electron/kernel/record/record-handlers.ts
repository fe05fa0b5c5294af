import { isMasked, type Fields } from '#shared/kernel/field.ts';
import { DeskError, invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { manyRecords, type ListInput, type RecordCalls } from '#shared/rpc/record.contract.ts';
import type { Reader, Writer } from '../database.ts';
import type { ActionContext, Actor, CommandContext, HandlersOf, QueryContext } from '../handler.ts';
import { indexRecord, unindexRecord } from '../search-index.ts';
import {
  fieldEntries,
  firstGiven,
  titleFields,
  type RecordDefinition,
  type RecordValues,
} from './record-definition.ts';
import { changesBetween } from './record-changes.ts';
import { assertOwn, assertVisibleFields } from './record-rights.ts';
import { recordHistory } from './record-history.ts';
import { indexedOf } from './record-index.ts';
import { masked, maskedFields, maskRow } from './record-mask.ts';
import { readPage } from './record-list.ts';
import { readNeighbours } from './record-neighbours.ts';
import {
  fromStored,
  insertRow,
  readLabels,
  readRow,
  toStored,
  updateRow,
  type StoredRow,
} from './record-repository.ts';
import { snake } from '#electron/kernel/sql-name.ts';

type Loose = Record<string, string | number | boolean | null>;

export async function indexRow(
  writer: Writer,
  definition: RecordDefinition,
  id: number,
  values: RecordValues,
): Promise<void> {
  if (definition.indexed === false) return;
  await indexRecord(writer, { feature: definition.feature, recordId: id, ...indexedOf(definition, values) });
}

/** A violated unique index of SQLite as an issue beside its field. */
function asFieldIssue(definition: RecordDefinition, error: unknown): unknown {
  const message =
    error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
      ? error.message
      : '';
  if (message.includes('UNIQUE')) {
    const column = /\.(\w+)/u.exec(message)?.[1] ?? '';
    const field = fieldEntries(definition).find(([name]) => snake(name) === column)?.[0];
    return invalidField(`values.${field ?? ''}`, 'taken');
  }
  if (message.includes('FOREIGN KEY')) return ruleViolated('reference-gone');
  return error;
}

async function mustRead(
  reader: Reader | Writer,
  definition: RecordDefinition,
  id: number,
): Promise<StoredRow> {
  const row = await readRow(reader, definition, id);
  if (!row) throw notFound(definition.feature, id);
  return row;
}

/** Values of a form completed with computed ones, checked, and with masked ones put back. */
function settle(definition: RecordDefinition, input: Loose, before: Loose | null, actor: Actor): Loose {
  const values: Loose = { ...input };
  for (const [name, field] of maskedFields(definition, actor)) {
    const sent = values[name] ?? null;
    if (before && (sent === null || sent === masked(field, before[name] ?? null)))
      values[name] = before[name] ?? null;
    else if (isMasked(sent)) throw invalidField(`values.${name}`, 'masked');
  }
  for (const [name, field] of fieldEntries(definition)) {
    if (!field.computed && isMasked(values[name]) && field.maskedWithout)
      throw invalidField(`values.${name}`, 'masked');
    if (field.computed && before) values[name] = before[name] ?? null;
  }
  definition.check?.(values);
  return { ...values, ...definition.compute?.(values) };
}

/** Creates one record inside a command: the same way for forms, imports by hand and other features. */
export async function createRecord(
  context: CommandContext,
  definition: RecordDefinition,
  input: Loose,
): Promise<number> {
  const values = settle(definition, input, null, context.actor);
  await assertOwn(definition, context, values, context.writer);
  await definition.gate?.(context, null, values);
  const now = context.clock.now();
  let id: number;
  try {
    id = await insertRow(context.writer, definition, {
      ...toStored(values),
      version: 1,
      createdAt: now,
      updatedAt: now,
      removedAt: null,
    });
  } catch (error) {
    throw asFieldIssue(definition, error);
  }
  await indexRow(context.writer, definition, id, values);
  await definition.afterChange?.(context, null, { ...values, id });
  context.changed({ feature: definition.feature, id, changes: changesBetween(definition, null, values) });
  return id;
}

/** Changes one record inside a command. `expected` is the version the person saw; null takes the present one. */
export async function updateRecord(
  context: CommandContext,
  definition: RecordDefinition,
  id: number,
  expected: number | null,
  input: Loose,
): Promise<number> {
  const row = await mustRead(context.writer, definition, id);
  if (row['removedAt']) throw ruleViolated('in-bin');
  const before = fromStored(definition, row);
  await assertOwn(definition, context, before, context.writer);
  if (expected !== null && row.version !== expected)
    throw await conflictOf(context.writer, definition.feature, id);
  const values = settle(definition, input, before, context.actor);
  await assertOwn(definition, context, values, context.writer);
  const changes = changesBetween(definition, before, values);
  if (changes.length === 0) return row.version;
  await definition.gate?.(context, before, { ...values, id });
  const version = row.version + 1;
  try {
    await updateRow(context.writer, definition, id, {
      ...toStored(values),
      version,
      updatedAt: context.clock.now(),
    });
  } catch (error) {
    throw asFieldIssue(definition, error);
  }
  await indexRow(context.writer, definition, id, values);
  await definition.afterChange?.(context, before, { ...values, id });
  context.changed({ feature: definition.feature, id, changes });
  return version;
}

/** The error of a stale edit: who changed the record last, and when. */
export async function conflictOf(writer: Writer, feature: string, id: number): Promise<DeskError> {
  const last = await writer
    .selectFrom('auditRecord')
    .innerJoin('audit', 'audit.seq', 'auditRecord.seq')
    .select(['audit.personName as by', 'audit.at'])
    .where('auditRecord.feature', '=', feature)
    .where('auditRecord.recordId', '=', id)
    .orderBy('audit.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return new DeskError({ code: 'conflict', feature, id, ...last });
}

/** Puts records into the bin, or takes them out. Returns how many moved. */
export async function setRemoved(
  context: CommandContext,
  definition: RecordDefinition,
  ids: readonly number[],
  remove: boolean,
): Promise<number> {
  let moved = 0;
  for (const id of ids) {
    const row = await mustRead(context.writer, definition, id);
    if ((row['removedAt'] !== null) === remove) continue;
    const values = fromStored(definition, row);
    await assertOwn(definition, context, values, context.writer);
    const now = context.clock.now();
    try {
      await updateRow(context.writer, definition, id, {
        removedAt: remove ? now : null,
        version: row.version + 1,
        updatedAt: now,
      });
    } catch (error) {
      throw asFieldIssue(definition, error);
    }
    if (remove && definition.indexed !== false) await unindexRecord(context.writer, definition.feature, id);
    else await indexRow(context.writer, definition, id, values);
    await definition.afterChange?.(context, remove ? values : null, remove ? null : values);
    const [before, after] = remove ? [null, now] : [String(row['removedAt']), null];
    context.changed({ feature: definition.feature, id, changes: [{ field: 'removedAt', before, after }] });
    moved += 1;
  }
  return moved;
}

/** The handlers of the common calls of one record feature. */
export function recordHandlers<F extends Fields>(
  definition: RecordDefinition & { readonly fields: F },
): HandlersOf<RecordCalls<F>> {
  const shownRow = (row: Loose, actor: Actor): Loose =>
    maskRow(definition, fromStored(definition, row as Record<string, string | number | null>), actor);
  const handlers = {
    async list(input: ListInput, context: QueryContext) {
      assertVisibleFields(definition, input, context.actor);
      const page = await readPage(context.reader, definition, input, context);
      const hidden = new Set(maskedFields(definition, context.actor).map(([name]) => name));
      const sums = Object.fromEntries(Object.entries(page.sums).filter(([name]) => !hidden.has(name)));
      const labels = await readLabels(context.reader, definition, page.rows, context.actor);
      return { rows: page.rows.map((row) => shownRow(row, context.actor)), total: page.total, sums, labels };
    },
    async get({ id }: { id: number }, context: QueryContext) {
      const row = await mustRead(context.reader, definition, id);
      await assertOwn(definition, context, fromStored(definition, row), context.reader);
      return {
        record: shownRow({ ...row }, context.actor),
        labels: await readLabels(context.reader, definition, [row], context.actor),
      };
    },
    create: async ({ values }: { values: Loose }, context: CommandContext) => ({
      id: await createRecord(context, definition, values),
    }),
    update: async (
      { id, version, values }: { id: number; version: number; values: Loose },
      context: CommandContext,
    ) => ({
      id,
      version: await updateRecord(context, definition, id, version, values),
    }),
    async remove({ ids, confirmed }: { ids: number[]; confirmed?: number }, context: ActionContext) {
      const { actor } = context;
      if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
      if (ids.length > manyRecords) {
        if (confirmed !== ids.length) throw ruleViolated('many-removed', { count: ids.length });
        await context.backup('before-bulk');
      }
      const { result } = await context.write((transaction) =>
        setRemoved({ ...context, ...transaction, actor }, definition, ids, true),
      );
      return { removed: result };
    },
    restore: async ({ ids }: { ids: number[] }, context: CommandContext) => ({
      restored: await setRemoved(context, definition, ids, false),
    }),
    async neighbours({ id, list }: { id: number; list: ListInput }, context: QueryContext) {
      assertVisibleFields(definition, list, context.actor);
      return readNeighbours(context.reader, definition, id, list, context);
    },
    history: async ({ id }: { id: number }, context: QueryContext) => {
      const row = await mustRead(context.reader, definition, id);
      await assertOwn(definition, context, fromStored(definition, row), context.reader);
      return recordHistory(context, definition, id);
    },
    async choose(
      { id, search, limit }: { id?: number | undefined; search: string; limit: number },
      context: QueryContext,
    ) {
      const filters: ListInput['filters'] =
        id === undefined ? [] : [{ field: 'id', operator: 'is', value: id }];
      const input: ListInput = { page: 1, pageSize: limit, sort: [], search, filters, bin: false };
      const { rows } = await readPage(context.reader, definition, input, context);
      return rows.map((row) => {
        const shown = shownRow(row, context.actor);
        return {
          id: Number(row['id']),
          label: firstGiven(shown, titleFields(definition, context.actor.language)),
          detail: definition.detail ? String(shown[definition.detail] ?? '') : '',
        };
      });
    },
  };
  return handlers as unknown as HandlersOf<RecordCalls<F>>; // the generic row type is proven by the contract tests over every feature
}
