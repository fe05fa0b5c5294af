import type { FieldChange } from '#shared/features/import/import.contract.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { fieldEntries } from '#electron/kernel/record/record-definition.ts';
import type { BulkValues, BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import type { ChangeNotes } from './change-notes.ts';
import type { Lookups, Stored } from './lookups.ts';

export type Written = {
  readonly feature: string;
  readonly id: number;
  readonly what: 'create' | 'update' | 'unchanged';
  readonly changes: readonly FieldChange[];
};

/** Raised while a row is applied: the row is taken back whole and told. */
export class RowRefused extends Error {
  readonly code: string;
  /** Address of the value that is wrong; null for the row. */
  readonly address: string | null;

  constructor(code: string, address: string | null) {
    super(code);
    this.code = code;
    this.address = address;
  }
}

/** Creates and changes records of one import, noting what was there before. */
export type RowWriter = {
  /** Records written since `startRow`. */
  readonly writes: number;
  startRow(): void;
  /** Forgets what waits of this row, whose records a savepoint takes back. */
  dropRow(): void;
  create(feature: string, given: BulkValues): Written;
  update(feature: string, before: Stored, given: BulkValues): Written;
};

export type RowWriterParts = {
  readonly bulk: BulkWriter;
  readonly notes: ChangeNotes;
  readonly lookups: Lookups;
  readonly now: string;
  /** Whether a preview wants to know what changes in a record. */
  readonly withChanges: boolean;
};

export function createRowWriter({ bulk, notes, lookups, now, withChanges }: RowWriterParts): RowWriter {
  function settled(feature: string, values: Record<string, string | number | null>): BulkValues {
    const definition = definitionOf(feature);
    try {
      definition.check?.(values);
    } catch (error) {
      const issue =
        error instanceof DeskError && error.data.code === 'invalid-input' ? error.data.issues[0] : undefined;
      throw new RowRefused(
        issue?.issue ?? 'invalid-value',
        issue ? issue.field.replace('values.', `${feature}.`) : null,
      );
    }
    // The values are this writer's own: nobody else sees them before they are complete.
    return definition.compute ? Object.assign(values, definition.compute(values)) : values;
  }

  const requiredFields = new Map<string, readonly string[]>();
  function requiredOf(feature: string): readonly string[] {
    let names = requiredFields.get(feature);
    if (!names) {
      names = fieldEntries(definitionOf(feature)).flatMap(([name, field]) =>
        field.required && !field.computed ? [name] : [],
      );
      requiredFields.set(feature, names);
    }
    return names;
  }

  const blanks = new Map<string, Record<string, string | number | null>>();
  function blank(feature: string): Record<string, string | number | null> {
    let values = blanks.get(feature);
    if (!values) {
      values = Object.fromEntries(
        fieldEntries(definitionOf(feature)).map(([name, field]) => [
          name,
          typeof field.initial === 'boolean' ? Number(field.initial) : (field.initial ?? null),
        ]),
      );
      blanks.set(feature, values);
    }
    return values;
  }

  let writes = 0;
  let [waitingTexts, waitingNotes] = [0, 0];
  return {
    get writes() {
      return writes;
    },
    startRow() {
      writes = 0;
      waitingTexts = bulk.waiting;
      waitingNotes = notes.waiting;
    },
    dropRow() {
      bulk.dropWaiting(waitingTexts);
      notes.dropWaiting(waitingNotes);
    },
    create(feature, given) {
      const definition = definitionOf(feature);
      const values = settled(feature, { ...blank(feature), ...given });
      const missing = requiredOf(feature).find((name) => (values[name] ?? null) === null);
      if (missing !== undefined) throw new RowRefused('required', `${feature}.${missing}`);
      const id = bulk.insert(definition, values, now);
      writes += 1;
      lookups.remember(feature, values);
      notes.created(feature, id, JSON.stringify(given));
      const changes = withChanges
        ? Object.entries(given).flatMap(([field, after]) =>
            after === null ? [] : [{ feature, field, before: null, after }],
          )
        : [];
      return { feature, id, what: 'create', changes };
    },
    update(feature, before, given) {
      const definition = definitionOf(feature);
      const { id, version, ...old } = before;
      const changed = Object.entries(given).filter(
        ([field, value]) => value !== null && value !== (old[field] ?? null),
      );
      if (changed.length === 0) return { feature, id, what: 'unchanged', changes: [] };
      const values = settled(feature, { ...old, ...Object.fromEntries(changed) });
      const changes = fieldEntries(definition).flatMap(([field]) =>
        (values[field] ?? null) === (old[field] ?? null)
          ? []
          : [{ feature, field, before: old[field] ?? null, after: values[field] ?? null }],
      );
      bulk.update(definition, id, values, version + 1, now);
      writes += 1;
      lookups.remember(feature, values);
      notes.updated(feature, id, version + 1, JSON.stringify(old), JSON.stringify(values));
      return { feature, id, what: 'update', changes };
    },
  };
}
