import type { HistoryLine } from '#shared/rpc/record.contract.ts';
import { fieldEntries, type RecordDefinition, type RecordValues } from './record-definition.ts';

/** What changed between two sets of values, field by field; history and audit are made of it. */
export function changesBetween(
  definition: RecordDefinition,
  before: RecordValues | null,
  after: RecordValues | null,
): HistoryLine['changes'] {
  return fieldEntries(definition).flatMap(([field]) => {
    const old = before?.[field] ?? null;
    const now = after?.[field] ?? null;
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}
