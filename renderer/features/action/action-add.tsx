import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionFields, actionIssues, actionTyped, actionValues, noAction } from './action-fields.tsx';
import { useCreateAction } from './action.queries.ts';
import classes from './action.module.css';

/** A new item in one line: what, who, until when, how checked. Ctrl+Enter saves from any of its fields. */
export function ActionAdd(props: {
  readonly meetingId: number | null;
  /** The decision that it carries out. */
  readonly decisionId?: number;
}): ReactNode {
  const { meetingId, decisionId } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useDraft(
    meetingId === null
      ? { feature: decisionId === undefined ? 'action' : 'decision', id: decisionId ?? 'new', part: 'action' }
      : { feature: 'meeting', id: meetingId, part: 'action' },
    actionTyped,
    noAction,
  );
  const [tried, setTried] = useState(false);
  const [turn, setTurn] = useState(0);
  const create = useCreateAction();
  const first = useRef<HTMLInputElement>(null);
  const refused = actionIssues(create.error);
  const submit = (): void => {
    setTried(true);
    const values = actionValues(typed);
    if (!values || create.isPending) return;
    create.mutate(
      { values: { ...values, meetingId, decisionId: decisionId ?? null } },
      {
        onSuccess: ({ number }) => {
          notifications.show({
            message: t('action.added', { number }),
            color: 'green',
          });
          setTyped(noAction);
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
      <ActionFields
        key={turn}
        typed={typed}
        onChange={(some) => setTyped({ ...typed, ...some })}
        tried={tried}
        refused={refused}
        first={first}
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
