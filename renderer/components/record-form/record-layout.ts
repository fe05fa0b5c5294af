import type { Field, Fields } from '#shared/kernel/field.ts';
import type { Labels, ListInput } from '#shared/rpc/record.contract.ts';
import type { formText } from '#shared/text/form.text.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import type { FormValues } from './draft-store.ts';

export type GroupName = keyof (typeof formText)['zh-CN']['groups'];

/** Fields of a form that belong together, in the order in which Enter goes through them. */
export type FormGroup = { readonly name: GroupName; readonly fields: readonly string[] };

/** Values that were fetched, and the names of the records that they refer to. */
export type Filled = { readonly values: FormValues; readonly labels: Labels };

/** How one feature's list and form are laid out; the rest follows from its field table. */
export type RecordLayout = {
  readonly feature: RecordFeature;
  readonly fields: Fields;
  /** Fields that name a record in headings. */
  readonly title: readonly string[];
  /** Field that names it to who reads English; `title` stands in where it is empty. */
  readonly titleEn?: string;
  readonly groups: readonly FormGroup[];
  readonly usualSort: ListInput['sort'];
  /** Columns of the list before a person chooses; the fields marked as listed when not given. */
  readonly usualColumns?: readonly string[];
  readonly importHref?: string;
  /** Day fields that begin with today in a new record. */
  readonly startsToday?: readonly string[];
  /** What follows from a field that was just changed, e.g. an amount from quantity and price; `label` names a chosen record. */
  readonly derive?: (values: FormValues, changed: string, label?: string) => FormValues;
  /** What a chosen record brings along, e.g. a vehicle its plate and customer; undefined for nothing. */
  readonly fill?: (changed: string, id: number) => Promise<Filled> | undefined;
  /** Whether a field has an effect in this record, where that depends on other values; one without is not shown. */
  readonly hasEffect?: (name: string, values: FormValues) => boolean;
  /** The field as it stands in this record, where its kind depends on other values (a goal in money). */
  readonly fieldIn?: (name: string, field: Field, values: FormValues) => Field;
};
