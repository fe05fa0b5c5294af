import type { FormValues } from './draft-store.ts';

/** The name of a record chosen in one field is put into another that is still empty. */
export const nameOfChosen =
  (reference: string, name: string) =>
  (values: FormValues, changed: string, label?: string): FormValues =>
    changed === reference && label && !values[name] ? { ...values, [name]: label } : values;
