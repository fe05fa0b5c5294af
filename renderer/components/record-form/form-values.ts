import type { z } from 'zod';
import { checkVin } from '#shared/kernel/vin.ts';
import { fieldSchema, inputSchema } from '#shared/kernel/field-schema.ts';
import { isMasked, type Field, type Fields } from '#shared/kernel/field.ts';
import { formatMoney } from '#shared/kernel/money.ts';
import { classifyPlate } from '#shared/kernel/plate.ts';
import type { FieldIssue } from '#shared/rpc/desk-error.ts';
import type { FormValue, FormValues } from './draft-store.ts';

/** Values of a form, their issues by the contract's own schema, and warnings that do not block. */

export type Issues = Readonly<Record<string, FieldIssue>>;

export const inputNames = (fields: Fields): string[] =>
  Object.entries(fields)
    .filter(([, field]) => !field.computed)
    .map(([name]) => name);

/** What an empty form holds. */
export function emptyValues(fields: Fields, given: FormValues = {}): FormValues {
  const values: Record<string, FormValue> = {};
  for (const name of inputNames(fields)) values[name] = given[name] ?? fields[name]?.initial ?? null;
  return values;
}

/** The form's part of a record. */
export const valuesOfRecord = (fields: Fields, record: Readonly<Record<string, FormValue>>): FormValues =>
  Object.fromEntries(inputNames(fields).map((name) => [name, record[name] ?? null]));

const asIssue = (field: Field | undefined, name: string, issue: z.core.$ZodIssue): FieldIssue => {
  const limit = (key: 'minimum' | 'maximum'): Record<string, string | number> => {
    const bound = (issue as { minimum?: number | bigint; maximum?: number | bigint })[key]; // only size issues carry one
    if (bound === undefined) return {};
    return { [key]: field?.kind === 'money' ? formatMoney(Number(bound)) : Number(bound) };
  };
  return { field: name, issue: issue.message, params: { ...limit('minimum'), ...limit('maximum') } };
};

/** The issue of one field, by the contract's schema. */
export function issueOf(fields: Fields, name: string, value: FormValue): FieldIssue | undefined {
  const field = fields[name];
  if (!field || field.computed) return undefined;
  const parsed = fieldSchema(field).safeParse(value);
  const first = parsed.error?.issues[0];
  return first && asIssue(field, name, first);
}

/** All issues of a form, one per field. */
export function issuesOf(fields: Fields, values: FormValues): Issues {
  const parsed = inputSchema(fields).safeParse(values);
  const found: Record<string, FieldIssue> = {};
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    found[name] ??= asIssue(fields[name], name, issue);
  }
  return found;
}

/** The core's issues (`values.phone`) beside their fields; those of no field of the form come under ''. */
export function issuesOfCore(fields: Fields, issues: readonly FieldIssue[]): Issues {
  const found: Record<string, FieldIssue> = {};
  for (const issue of issues) {
    const name = issue.field.replace(/^values\./u, '');
    const own = fields[name] ? name : '';
    found[own] ??= { ...issue, field: own };
  }
  return found;
}

/** The tidied value of one field, e.g. a telephone in its normal form; as typed where it is not valid. */
export function tidied(field: Field, value: FormValue): FormValue {
  if (isMasked(value)) return value;
  const parsed = fieldSchema(field).safeParse(value);
  return parsed.success ? (parsed.data as FormValue) : value; // a field's schema gives a plain value
}

export type Warning = {
  readonly key: 'vin-check-digit' | 'plate-unknown';
  readonly likely: readonly string[];
};

/** A doubt that a person may overrule: the VIN's check digit, a plate of no known class. */
export function warningOf(field: Field, value: FormValue): Warning | undefined {
  if (typeof value !== 'string' || value === '' || isMasked(value)) return undefined;
  if (field.kind === 'vin') {
    const checked = checkVin(value);
    if (checked.ok && checked.warning) return { key: 'vin-check-digit', likely: checked.likely ?? [] };
  }
  if (field.kind === 'plate' && classifyPlate(value) === 'unknown')
    return { key: 'plate-unknown', likely: [] };
  return undefined;
}

export const sameValues = (names: readonly string[], a: FormValues, b: FormValues): boolean =>
  names.every((name) => (a[name] ?? null) === (b[name] ?? null));
