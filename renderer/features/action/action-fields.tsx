import { TextInput } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { z } from 'zod';
import type { FieldIssue } from '#shared/rpc/desk-error.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';

/** What is typed of an item: what, who, until when, how it will be checked. */
export const actionTyped = z.strictObject({
  text: z.string(),
  ownerId: z.number().nullable(),
  dueOn: z.string().nullable(),
  check: z.string(),
});
export type ActionTyped = z.infer<typeof actionTyped>;
export const noAction: ActionTyped = { text: '', ownerId: null, dueOn: null, check: '' };

/** As the contract takes it; undefined while something is missing. */
export function actionValues({ text, ownerId, dueOn, check }: ActionTyped) {
  const [what, how] = [text.trim(), check.trim()];
  return what === '' || ownerId === null || dueOn === null || how === ''
    ? undefined
    : { text: what, ownerId, dueOn, check: how };
}

/** What the core had against the values of an item. */
export function actionIssues(error: unknown): readonly FieldIssue[] {
  const data = error === null ? null : errorData(error);
  return data?.code === 'invalid-input' ? data.issues : [];
}

/** The four fields of an action item. */
export function ActionFields(props: {
  readonly typed: ActionTyped;
  readonly onChange: (some: Partial<ActionTyped>) => void;
  /** Name of the owner as it is known. */
  readonly ownerName?: string;
  /** Saving was tried: what is empty is told. */
  readonly tried: boolean;
  readonly refused: readonly FieldIssue[];
  readonly first?: RefObject<HTMLInputElement | null>;
}): ReactNode {
  const { typed, onChange, ownerName, tried, refused, first } = props;
  const { t, issue } = useTexts();
  const problem = (name: keyof ActionTyped): string | undefined => {
    const found = refused.find(({ field }) => field === name || field === `values.${name}`);
    if (found) return issue(found);
    const empty = typed[name] === null || typed[name] === '';
    return tried && empty ? issue({ field: name, issue: 'required' }) : undefined;
  };
  return (
    <>
      <TextInput
        ref={first}
        data-autofocus
        label={t('action.what')}
        value={typed.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        error={problem('text')}
        maxLength={500}
      />
      <ReferenceField
        feature="person"
        label={t('action.owner')}
        name={ownerName}
        value={typed.ownerId}
        onChange={(ownerId) => onChange({ ownerId })}
        error={problem('ownerId')}
      />
      <DayField
        label={t('action.due')}
        value={typed.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
        error={problem('dueOn')}
      />
      <TextInput
        label={t('action.check')}
        value={typed.check}
        onChange={(event) => onChange({ check: event.currentTarget.value })}
        error={problem('check')}
        maxLength={300}
      />
    </>
  );
}
