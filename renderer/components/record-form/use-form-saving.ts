import { notifications } from '@mantine/notifications';
import { useEffect, useRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { FormValues } from './draft-store.ts';
import { focusField } from './form-keys.ts';
import type { RecordLayout } from './record-layout.ts';
import { useLatest } from './use-latest.ts';
import type { RecordFormState } from './use-record-form.ts';

/** Where a person wants to be after saving. */
export type AfterSaving = 'stay' | 'next' | 'leave';

/** Saving a form: what is still being typed is taken along, a refusal shows where, success goes on. */
export function useFormSaving(
  formRef: RefObject<HTMLElement | null>,
  layout: RecordLayout,
  form: RecordFormState,
  onSaved: (id: number, after: AfterSaving) => void,
): {
  /** true when it was saved. */
  readonly save: (
    after: AfterSaving,
    over?: { readonly values: FormValues; readonly version: number },
  ) => Promise<boolean>;
  /** Saves once the field that is being typed in has given its value. */
  readonly saveTyped: (after: AfterSaving) => void;
} {
  const { t } = useTexts();
  // After a refused save the keyboard goes to the first field that needs something.
  const refused = Object.keys({ ...form.problems, ...form.issues });
  const toFirstIssue = useRef(false);
  useEffect(() => {
    if (!toFirstIssue.current || refused.length === 0 || form.saving) return;
    toFirstIssue.current = false;
    const first = layout.groups.flatMap((group) => group.fields).find((name) => refused.includes(name));
    if (first) focusField(formRef.current, first);
  });

  const save = async (
    after: AfterSaving,
    over?: { readonly values: FormValues; readonly version: number },
  ): Promise<boolean> => {
    toFirstIssue.current = true;
    const saved = await form.save(over);
    if (saved === undefined) return false;
    toFirstIssue.current = false;
    notifications.show({ message: t('common.saved'), color: 'green', autoClose: 1500 });
    onSaved(saved, after);
    return true;
  };
  const saving = useLatest((after: AfterSaving): void => void save(after));

  return {
    save,
    saveTyped(after) {
      // A field gives its value when it is left.
      const focused = document.activeElement;
      // Drawn at once: whoever types on must not be saved with half a word.
      if (focused instanceof HTMLElement && formRef.current?.contains(focused))
        flushSync(() => {
          focused.blur();
          focused.focus();
        });
      saving.current(after);
    },
  };
}
