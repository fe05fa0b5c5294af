import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { Actor } from '../handler.ts';
import { fieldEntries, type RecordDefinition, type RecordValues } from './record-definition.ts';
import { maskedFields } from './record-mask.ts';

/** Refuses a record that the person may not read: for calls whose own right is not the record's. Error: `forbidden`. */
export function assertReadable(definition: RecordDefinition, actor: Actor, values: RecordValues): void {
  const scope = scopeOf(actor.roles, definition.readRight);
  if (scope === 'all') return;
  const owner = fieldEntries(definition).find(([, field]) => field.owner)?.[0];
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
