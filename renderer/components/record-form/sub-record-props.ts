import type { ReactNode } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import type { FormValues } from './draft-store.ts';
import type { GroupName } from './record-layout.ts';

export type SubRecordsProps = {
  readonly heading: GroupName;
  readonly feature: RecordFeature;
  readonly fields: Fields;
  /** Field that refers to the parent, and the parent's id. */
  readonly parent: { readonly field: string; readonly id: number };
  readonly columns: readonly string[];
  /** Widths of columns in px; the others share the rest. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly readOnly: boolean;
  /** Values of a new line. */
  readonly given?: FormValues;
  readonly derive?: (values: FormValues, changed: string) => FormValues;
  readonly sort?: string;
  readonly descending?: boolean;
  /** The lines changed: the parent's own figures may follow. */
  readonly onSaved?: () => void;
  /** Below the table, given the sums over all lines. */
  readonly renderNote?: (sums: Readonly<Record<string, number>>) => ReactNode;
};
