import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useCreateAction } from './action.queries.ts';
import classes from './action.module.css';

const empty = { text: '', ownerId: null as number | null, dueOn: null as string | null, check: '' };

/** A new item in one line: what, who, until when, how checked. Ctrl+Enter saves from any of its fields. */
export function ActionAdd(props: { readonly meetingId: number | null }): ReactNode {
  const { meetingId } = props;
  const { t, issue } = useTexts();
  const [values, setValues] = useState(empty);
  const [tried, setTried] = useState(false);
  const [turn, setTurn] = useState(0);
  const create = useCreateAction();
  const first = useRef<HTMLInputElement>(null);
  const set = (some: Partial<typeof empty>): void => setValues((now) => ({ ...now, ...some }));
  const refused = create.error === null ? [] : issuesOf(create.error);
  const missing = (name: keyof typeof empty): string | undefined => {
    const found = refused.find(({ field }) => field === `values.${name}`);
    if (found) return issue(found);
    const value = values[name];
    const isEmpty = value === null || value === '';
    return tried && isEmpty ? issue({ field: name, issue: 'required' }) : undefined;
  };
  const submit = (): void => {
    setTried(true);
    const { text, ownerId, dueOn, check } = values;
    if (text.trim() === '' || ownerId === null || dueOn === null || check.trim() === '') return;
    if (create.isPending) return;
    create.mutate(
      { values: { text: text.trim(), ownerId, dueOn, check: check.trim(), meetingId, decisionId: null } },
      {
        onSuccess: ({ number }) => {
          notifications.show({
            message: t('action.added', { number }),
            color: 'green',
            closeButtonProps: { 'aria-label': t('common.close') },
          });
          setValues(empty);
          setTried(false);
          setTurn((now) => now + 1);
          first.current?.focus();
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- takes the key that its fields let through
    <div className={classes.add} onKeyDown={onKeyDown}>
      <TextInput
        ref={first}
        label={t('action.what')}
        value={values.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        error={missing('text')}
        maxLength={500}
      />
      <ReferenceField
        key={turn}
        feature="person"
        label={t('action.owner')}
        value={values.ownerId}
        onChange={(ownerId) => set({ ownerId })}
        error={missing('ownerId')}
      />
      <DayField
        label={t('action.due')}
        value={values.dueOn}
        onChange={(dueOn) => set({ dueOn })}
        error={missing('dueOn')}
      />
      <TextInput
        label={t('action.check')}
        value={values.check}
        onChange={(event) => set({ check: event.currentTarget.value })}
        error={missing('check')}
        maxLength={300}
      />
      <Button
        leftSection={<IconPlus size={15} />}
        onClick={submit}
        loading={create.isPending}
        title={t('action.hint')}
      >
        {t('action.add')}
      </Button>
      {refused.length === 0 ? <ErrorNote error={create.error} /> : null}
    </div>
  );
}

function issuesOf(error: unknown) {
  const data = errorData(error);
  return data.code === 'invalid-input' ? data.issues : [];
}
