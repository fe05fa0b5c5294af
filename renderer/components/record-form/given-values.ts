import type { OneRecord } from '#shared/rpc/record.contract.ts';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import type { FormValue, FormValues } from './draft-store.ts';
import type { RecordLayout } from './record-layout.ts';

/** A new record begins with the values of the address, or with those of the record it is a copy of. */
export function givenValues(
  layout: RecordLayout,
  values: unknown,
  copy: OneRecord<Row> | undefined,
): FormValues {
  const given: Record<string, FormValue> = {};
  for (const [name, field] of Object.entries(layout.fields)) {
    const copied = field.unique || field.maskedWithout ? undefined : copy?.record[name];
    const told =
      typeof values === 'object' && values !== null ? (values as Record<string, unknown>)[name] : undefined;
    const value = told ?? copied;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      given[name] = value;
  }
  return given;
}
