import { z } from 'zod';
import { isDay } from './day.ts';
import { isMasked, type Field, type Fields, type InputOf } from './field.ts';
import { normalText } from './normal-text.ts';
import { normalPhone } from './phone.ts';
import { normalPlate } from './plate.ts';
import { checkVin, normalVin } from './vin.ts';

/** Schemas of fields; apart from their tables, which texts and lists read without any schema. */

const largestInteger = 9_000_000_000_000;

function textSchema(field: Field): z.ZodType<string> {
  const max = field.max ?? (field.kind === 'note' ? 4000 : 200);
  const base = z.string({ error: 'required' });
  const tidy = field.kind === 'note' ? base.overwrite((t) => t.trim()) : base.overwrite((t) => normalText(t));
  const bounded = tidy.max(max, { error: 'too-long' });
  return field.required ? bounded.min(1, { error: 'required' }) : bounded;
}

function baseSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'note':
      return textSchema(field);
    case 'day':
      return z.string({ error: 'required' }).refine(isDay, { error: 'not-a-day' });
    case 'month':
      return z.string({ error: 'required' }).regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, { error: 'not-a-month' });
    case 'instant':
      return z.iso.datetime({ error: 'not-an-instant' });
    case 'money':
    case 'integer':
      return z
        .number({ error: field.required ? 'required' : 'not-a-number' })
        .int({ error: field.kind === 'money' ? 'not-whole-fen' : 'not-whole' })
        .min(field.min ?? 0, { error: 'too-small' })
        .max(largestInteger, { error: 'too-large' });
    case 'reference':
      return z.number({ error: 'required' }).int().positive({ error: 'required' });
    case 'choice':
      return z.enum([...(field.choices ?? [])] as [string, ...string[]], { error: 'not-a-choice' });
    case 'plate':
      return z
        .string({ error: 'required' })
        .overwrite((t) => (isMasked(t) ? t : normalPlate(t)))
        .max(12, { error: 'too-long' });
    case 'vin':
      return z
        .string({ error: 'required' })
        .overwrite((t) => normalVin(t))
        .superRefine((t, context) => {
          const checked = checkVin(t);
          if (!checked.ok) context.addIssue({ code: 'custom', message: `vin-${checked.problem}` });
        });
    case 'phone':
      return z
        .string({ error: 'required' })
        .overwrite((t) => normalPhone(t) ?? t)
        .refine((t) => normalPhone(t) !== undefined || (field.maskedWithout !== undefined && isMasked(t)), {
          error: 'not-a-phone',
        });
    case 'flag':
      return z.boolean({ error: 'required' });
  }
}

/** An empty text from a form, or a plate such as 无, means "nothing": it becomes null before the schema sees it. */
const emptyToNull =
  (field: Field) =>
  (value: unknown): unknown => {
    if (typeof value !== 'string') return value ?? null;
    const text = field.kind === 'plate' && !isMasked(value) ? normalPlate(value) : value.trim();
    return text === '' ? null : value;
  };

/** The schema of one field; issue messages are keys of the `problem` texts. */
export const fieldSchema = (field: Field): z.ZodType =>
  field.required ? baseSchema(field) : z.preprocess(emptyToNull(field), baseSchema(field).nullable());

/** The schema of what a form sends for a field table. */
export function inputSchema<F extends Fields>(fields: F): z.ZodType<InputOf<F>, InputOf<F>> {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (!field.computed) shape[name] = fieldSchema(field);
  }
  return z.strictObject(shape) as unknown as z.ZodType<InputOf<F>, InputOf<F>>; // the shape was built from the same table
}
