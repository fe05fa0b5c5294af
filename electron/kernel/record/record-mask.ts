import { maskPhone } from '#shared/kernel/phone.ts';
import { maskPlate } from '#shared/kernel/plate.ts';
import type { Field } from '#shared/kernel/field.ts';
import { may } from '#shared/rpc/rights.ts';
import type { Actor } from '../handler.ts';
import { fullSight, type SearchSight } from '../search-tokens.ts';
import { fieldEntries, type RecordDefinition } from './record-definition.ts';

/** The masked form of a value, of the same type: stars keep the ends of a text, a masked amount is null. */
export function masked(field: Field, value: string | number | boolean | null): string | null {
  if (typeof value !== 'string' || value === '') return null;
  if (field.kind === 'phone') return maskPhone(value);
  if (field.kind === 'plate') return maskPlate(value);
  return value.length <= 4 ? '****' : `${value.slice(0, 2)}****${value.slice(-2)}`;
}

/** Names of the fields that this person sees masked. */
export const maskedFields = (definition: RecordDefinition, actor: Actor): [string, Field][] =>
  fieldEntries(definition).filter(
    ([, field]) => field.maskedWithout && !may(actor.roles, field.maskedWithout),
  );

/** What a person's search finds of masked telephones and plates; a whole number only who may reveal one. */
export const searchSightOf = ({ roles }: Pick<Actor, 'roles'>): SearchSight =>
  may(roles, 'customer.seePhone') ? fullSight : { hidden: false, wholePhone: may(roles, 'customer.reveal') };

/** A row as the person may see it. */
export function maskRow<Row extends Record<string, string | number | boolean | null>>(
  definition: RecordDefinition,
  row: Row,
  actor: Actor,
): Row {
  const hidden = maskedFields(definition, actor);
  if (hidden.length === 0) return row;
  const shown: Record<string, string | number | boolean | null> = { ...row };
  for (const [name, field] of hidden) shown[name] = masked(field, row[name] ?? null);
  return shown as Row;
}
