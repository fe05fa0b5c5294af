import type { ReactNode } from 'react';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import type { RecordFormState } from './use-record-form.ts';

/** What stands beside the fields of a saved record (lines, payments, figures) may know of it. */
export type RecordView = {
  readonly id: number;
  readonly record: Row;
  readonly form: RecordFormState;
  readonly readOnly: boolean;
};

/** Pages beside the fields; the fields themselves are the first. */
export type RecordTabs = {
  readonly first: string;
  readonly others: readonly {
    readonly key: string;
    readonly name: string;
    /** `toField` goes to the first page and to a field of it. */
    readonly render: (view: RecordView, toField: (name: string) => void) => ReactNode;
  }[];
};
