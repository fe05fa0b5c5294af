import { useMemo, useState } from 'react';
import { useDraftKeeping, useDraftPlace } from '#renderer/components/draft/use-draft-keeping.ts';
import { draftStore, type FormValue, type FormValues } from '#renderer/components/record-form/draft-store.ts';

const drafts = draftStore(window.localStorage);
const noBase: FormValues = {};

const same = (a: FormValues, b: FormValues): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (name) => (a[name] ?? null) === (b[name] ?? null),
  );

/**
 * What is being typed for one step of a complaint: kept on this computer, so that it survives a killed window, until the
 * step is taken or given up. `version` is the one over which it is typed; after a stale edit was told, `follow` takes the
 * present one.
 */
export function useStepDraft(
  complaint: { readonly id: number; readonly version: number },
  part: string,
  initial: FormValues,
): {
  readonly values: FormValues;
  readonly set: (name: string, value: FormValue) => void;
  readonly isTyped: boolean;
  readonly version: number;
  readonly follow: () => void;
  readonly drop: () => void;
} {
  const { id, version: latest } = complaint;
  const place = useDraftPlace('complaint', id, part);
  const [draft] = useState(() => drafts.read(place));
  const [base, setBase] = useState(initial);
  const [seen, setSeen] = useState(draft?.version ?? latest);
  const [follows, setFollows] = useState(false);
  const [values, setValues] = useState<FormValues>(draft?.values ?? initial);
  const isTyped = !same(values, base);

  // An untouched step follows what the core has now.
  if (!isTyped && (latest !== seen || !same(initial, base))) {
    setSeen(latest);
    setFollows(false);
    setBase(initial);
    setValues(initial);
  }

  const typed = useMemo(
    () => (isTyped ? { version: seen, base: noBase, values } : undefined),
    [isTyped, seen, values],
  );
  useDraftKeeping(drafts, place, typed);

  return {
    values,
    isTyped,
    version: follows ? latest : seen,
    follow: () => setFollows(true),
    drop: () => {
      drafts.drop(place);
      setBase(values);
    },
    set: (name, value) => setValues((old) => ({ ...old, [name]: value })),
  };
}
