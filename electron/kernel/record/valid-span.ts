import { invalidField } from '#shared/rpc/desk-error.ts';
import type { RecordValues } from './record-definition.ts';

/** A dated rule ends no earlier than it begins: `check` of rule tables. Error: `ends-before-start` beside `validTo`. */
export function checkValidSpan({ validFrom, validTo }: RecordValues): void {
  if (typeof validTo === 'string' && typeof validFrom === 'string' && validTo < validFrom)
    throw invalidField('values.validTo', 'ends-before-start');
}
