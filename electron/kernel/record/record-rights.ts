import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '../database.ts';
import type { Actor } from '../handler.ts';
import { ownerField, type RecordDefinition, type RecordValues } from './record-definition.ts';
import { maskedFields } from './record-mask.ts';
import { definitionOf } from './record-registry.ts';
import { readRow } from './record-repository.ts';

/** Refuses a record that the person may not read: for calls whose own right is not the record's. Error: `forbidden`. */
export function assertReadable(definition: RecordDefinition, actor: Actor, values: RecordValues): void {
  const scope = scopeOf(actor.roles, definition.readRight);
  if (scope === 'all') return;
  const owner = ownerField(definition);
  if (!scope || !owner || values[owner] !== actor.personId)
    throw new DeskError({ code: 'forbidden', right: definition.readRight });
}

/** A masked value would leak through what a filter finds and how a sort orders. Error: `hidden-field`. */
export function assertVisibleFields(definition: RecordDefinition, input: ListInput, actor: Actor): void {
  const hidden = new Set(maskedFields(definition, actor).map(([name]) => name));
  const asked = [...input.filters.map((f) => f.field), ...input.sort.map((s) => s.field)].find((field) =>
    hidden.has(field),
  );
  if (asked) throw ruleViolated('hidden-field', { field: asked });
}

/**
 * Refuses what the right covers only for the person's own records: the record's owner, or the owner of the record it hangs
 * on, must be the person. Error: `forbidden`.
 */
export async function assertOwn(
  definition: RecordDefinition,
  context: { readonly scope: 'all' | 'own'; readonly actor: Actor },
  values: RecordValues,
  reader: Reader | Writer,
): Promise<void> {
  if (context.scope === 'all') return;
  const owner = ownerField(definition);
  if (owner && values[owner] === context.actor.personId) return;
  const { parent } = definition;
  const id = parent ? values[parent.field] : undefined;
  if (parent && typeof id === 'number') {
    const target = definitionOf(parent.feature);
    const row = await readRow(reader, target, id);
    const parentOwner = ownerField(target);
    if (row && parentOwner && row[parentOwner] === context.actor.personId) return;
  }
  throw new DeskError({ code: 'forbidden', right: `${definition.feature}.own` });
}
