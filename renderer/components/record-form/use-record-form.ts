import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import type { Labels, OneRecord } from '#shared/rpc/record.contract.ts';
import { clientOf, useRefresh, type Row } from '#renderer/components/record-list/record.queries.ts';
import type { TypingProblem } from '#renderer/components/fields/field-props.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useDraftKeeping, useDraftPlace } from '#renderer/components/draft/use-draft-keeping.ts';
import { draftStore, type Draft, type FormValue, type FormValues } from './draft-store.ts';
import {
  emptyValues,
  inputNames,
  issueOf,
  issuesOf,
  issuesOfCore,
  sameValues,
  tidied,
  valuesOfRecord,
  type Issues,
} from './form-values.ts';
import type { Filled, RecordLayout } from './record-layout.ts';

const drafts = draftStore(window.localStorage);

/** The record as somebody else left it, while this person was changing it. */
export type Stale = { readonly latest: OneRecord<Row>; readonly by?: string; readonly at?: string };
export type Problem = TypingProblem;

export type RecordFormState = {
  readonly values: FormValues;
  readonly base: FormValues;
  readonly labels: Labels;
  readonly issues: Issues;
  readonly problems: Readonly<Record<string, Problem>>;
  readonly dirty: boolean;
  readonly saving: boolean;
  readonly error: DeskErrorData | null;
  /** When the restored draft was typed, UTC ISO; null when there is none. */
  readonly draftAt: string | null;
  readonly stale: Stale | null;
  /** `label` names a chosen record. */
  readonly set: (name: string, value: FormValue, label?: string) => void;
  /** Puts several values at once, e.g. a sum of lines. */
  readonly patch: (values: FormValues) => void;
  readonly setProblem: (name: string, problem: Problem | undefined) => void;
  readonly leave: (name: string) => void;
  /** Back to what is stored; drops the draft. */
  readonly reset: () => void;
  /** Forgets what was typed, when the form is left without saving. */
  readonly dropDraft: () => void;
  /** Saves; gives the id, or undefined where something stands against it. */
  readonly save: (over?: {
    readonly values: FormValues;
    readonly version: number;
  }) => Promise<number | undefined>;
  /** Takes the latest record in place of what was loaded, with these values in the form. */
  readonly adopt: (values: FormValues) => void;
  readonly dismissStale: () => void;
  /** Opens the comparison with the latest record. */
  readonly compare: () => void;
  /** Whether the form was begun with an older version of the record than this one. */
  readonly isOlderThan: (version: number) => boolean;
};

type Loaded = { readonly version: number; readonly base: FormValues; readonly labels: Labels };

const isFields = (fields: Fields, values: FormValues): FormValues => {
  const names = new Set(inputNames(fields));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
};

/** Values, issues, draft and saving of one record's form. `record` is what the core has; none for a new one. */
export function useRecordForm(
  layout: Pick<RecordLayout, 'feature' | 'fields' | 'derive' | 'fill'>,
  id: number | 'new',
  record: OneRecord<Row> | undefined,
  given: FormValues,
  /** A line inside a parent keeps drafts of its own. */
  part?: string,
): RecordFormState {
  const { feature, fields, derive, fill } = layout;
  const refresh = useRefresh();
  const names = useMemo(() => inputNames(fields), [fields]);
  const place = useDraftPlace(feature, id, part);
  // A new form keeps what it began with.
  const [begun] = useState(given);
  const stored = useMemo(
    (): Loaded =>
      record
        ? {
            version: record.record.version,
            base: valuesOfRecord(fields, record.record),
            labels: record.labels,
          }
        : { version: 0, base: emptyValues(fields, isFields(fields, begun)), labels: {} },
    [record, fields, begun],
  );
  const [draft] = useState((): Draft | undefined => {
    const found = drafts.read(place);
    return found && !sameValues(names, found.values, stored.base) ? found : undefined;
  });
  const outdated = draft !== undefined && draft.version !== stored.version;
  const [loaded, setLoaded] = useState<Loaded>(
    outdated && draft ? { ...stored, version: draft.version, base: draft.base } : stored,
  );
  const [values, setValues] = useState<FormValues>(
    draft ? { ...stored.base, ...isFields(fields, draft.values) } : stored.base,
  );
  const [issues, setIssues] = useState<Issues>({});
  const [problems, setProblems] = useState<Readonly<Record<string, Problem>>>({});
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<DeskErrorData | null>(null);
  const [draftAt, setDraftAt] = useState<string | null>(draft?.savedAt ?? null);
  const [stale, setStale] = useState<Stale | null>(null);
  const [filled, setFilled] = useState<Labels>({});
  const dirty = !sameValues(names, values, loaded.base);

  const dropDraft = useCallback(() => {
    drafts.drop(place);
    setDraftAt(null);
  }, [place]);

  const begin = useCallback((next: Loaded) => {
    setLoaded(next);
    setValues(next.base);
    setIssues({});
    setProblems({});
    setError(null);
    setStale(null);
  }, []);

  // What the core has now: an untouched form follows it, a touched one is told (`isOlderThan`).
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    setSeen(stored);
    if (!dirty && stored.version >= loaded.version) begin(stored);
  }

  useGivenFilling(id === 'new' ? begun : nothing, fill, (found) => {
    setFilled((old) => ({ ...old, ...found.labels }));
    setValues((old) => completed(old, found.values));
    setLoaded((old) => ({ ...old, base: completed(old.base, found.values) }));
  });
  const { version, base } = loaded;
  const typed = useMemo(
    () => (dirty ? { version, base, values } : undefined),
    [dirty, version, base, values],
  );
  useDraftKeeping(drafts, place, typed);

  const compare = useCallback(() => {
    if (record) setStale({ latest: record });
  }, [record]);

  const save: RecordFormState['save'] = async (over) => {
    const sent = over?.values ?? values;
    const version = over?.version ?? loaded.version;
    const found = issuesOf(fields, sent);
    setIssues(found);
    if (Object.keys(found).length > 0 || Object.keys(problems).length > 0) return undefined;
    setSaving(true);
    setError(null);
    const client = clientOf(feature);
    try {
      const saved =
        id === 'new'
          ? { ...(await client.create({ values: sent })), version: 1 }
          : await client.update({ id, version, values: sent });
      dropDraft();
      // What the core made of it (tidied, computed) comes with the next reading; until then the form holds what was sent.
      begin({ version: saved.version, base: sent, labels: loaded.labels });
      await refresh(feature);
      return saved.id;
    } catch (caught) {
      const data = errorData(caught);
      if (data.code === 'invalid-input') setIssues(issuesOfCore(fields, data.issues));
      if (data.code === 'conflict' && id !== 'new') {
        const latest = await client.get({ id });
        setStale({ latest, by: data.by, at: data.at });
      } else if (data.code !== 'invalid-input') setError(data);
      return undefined;
    } finally {
      setSaving(false);
    }
  };

  return {
    values,
    base: loaded.base,
    labels: { ...stored.labels, ...loaded.labels, ...filled },
    issues,
    problems,
    dirty,
    saving,
    error,
    draftAt,
    stale,
    set(name, value, label) {
      setValues((old) => {
        const next = { ...old, [name]: value };
        return derive ? derive(next, name, label) : next;
      });
      const filling = typeof value === 'number' ? fill?.(name, value) : undefined;
      filling?.then(
        (found) => {
          setFilled((old) => ({ ...old, ...found.labels }));
          setValues((old) => ({ ...old, ...found.values }));
        },
        () => undefined, // nothing is brought along; the person fills it in
      );
      setIssues(({ [name]: _gone, ...others }) => others);
    },
    patch: (some) => setValues((old) => ({ ...old, ...some })),
    setProblem: (name, problem) =>
      setProblems(({ [name]: _old, ...others }) => (problem ? { ...others, [name]: problem } : others)),
    leave(name) {
      const field = fields[name];
      if (!field) return;
      const tidy = tidied(field, values[name] ?? null);
      if (tidy !== (values[name] ?? null)) setValues((old) => ({ ...old, [name]: tidy }));
      const issue = issueOf(fields, name, tidy);
      setIssues(({ [name]: _old, ...others }) => (issue ? { ...others, [name]: issue } : others));
    },
    reset() {
      dropDraft();
      begin(stored);
    },
    dropDraft,
    save,
    adopt(next) {
      if (!stale) return;
      const { latest } = stale;
      const base = valuesOfRecord(fields, latest.record);
      begin({ version: latest.record.version, base, labels: latest.labels });
      setValues({ ...base, ...isFields(fields, next) });
    },
    dismissStale: () => setStale(null),
    compare,
    isOlderThan: (version) => id !== 'new' && loaded.version < version,
  };
}

const nothing: FormValues = {};

/** Puts values into the fields that are empty. */
function completed(values: FormValues, found: FormValues): FormValues {
  const missing = Object.entries(found).filter(([name]) => (values[name] ?? '') === '');
  return missing.length === 0 ? values : { ...values, ...Object.fromEntries(missing) };
}

/** A new record that begins with references brings along what they know, and their names. */
function useGivenFilling(
  given: FormValues,
  fill: RecordLayout['fill'],
  apply: (found: Filled) => void,
): void {
  const onFound = useEffectEvent(apply);
  useEffect(() => {
    for (const [name, value] of Object.entries(given))
      if (typeof value === 'number') fill?.(name, value)?.then(onFound, () => undefined); // the person fills it in
  }, [given, fill]);
}
