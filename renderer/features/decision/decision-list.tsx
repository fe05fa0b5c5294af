import {
  ActionIcon,
  Anchor,
  Button,
  Collapse,
  Group,
  Text,
  Textarea,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconChevronRight, IconPencil, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { MeetingDecision, ReplacedDecision } from '#shared/features/meeting/meeting.contract.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AspectFields } from './aspect-fields.tsx';
import { aspects, decisionTyped, decisionValues, emptyDecision } from './decision-text.ts';
import { useCreateDecision } from './decision.queries.ts';
import { DecisionDialog } from './decision.dialog.tsx';
import classes from './decision.module.css';

/** 决议 of a meeting, with their numbers; in a draft they can be added and edited. */
export function DecisionList(props: {
  readonly decisions: readonly MeetingDecision[];
  /** Those that are no longer in force. */
  readonly replaced: readonly ReplacedDecision[];
  readonly meetingId: number;
  readonly editable: boolean;
}): ReactNode {
  const { decisions, replaced, meetingId, editable } = props;
  const { t } = useTexts();
  const link = useLink();
  const [edited, setEdited] = useState<number>();
  return (
    <>
      {decisions.length === 0 && !editable ? (
        <Text size="xs" c="dimmed">
          {t('meetingPage.decision.none')}
        </Text>
      ) : null}
      <ol className={classes.decisions}>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <Tooltip label={t('decision.inRegister', { number: decision.number })} openDelay={300}>
              <Anchor
                className={classes.number}
                underline="hover"
                {...link(recordAddress('decision', decision.id))}
              >
                {decision.number}
              </Anchor>
            </Tooltip>
            <div className={classes.body}>
              <div className={classes.text}>{decision.text}</div>
              <Replaced by={replaced.find((one) => one.id === decision.id)} />
              <dl className={classes.aspects}>
                {aspects.map((aspect) =>
                  decision[aspect] ? (
                    <div key={aspect}>
                      <dt>{t(`meeting.aspects.${aspect}`)}</dt>
                      <dd>{decision[aspect]}</dd>
                    </div>
                  ) : null,
                )}
              </dl>
            </div>
            {editable ? (
              <ActionIcon
                color="gray"
                aria-label={t('meetingPage.decision.edit', { number: decision.number })}
                onClick={() => setEdited(decision.id)}
              >
                <IconPencil size={16} />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ol>
      {editable ? <AddDecision meetingId={meetingId} /> : null}
      {edited === undefined ? null : <DecisionDialog id={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}

/** What is no longer in force says so, with what is. */
function Replaced({ by }: { readonly by: ReplacedDecision | undefined }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  if (!by) return null;
  return (
    <Anchor size="xs" underline="always" {...link(recordAddress('decision', by.byId))}>
      {t('decision.replacedBy', { day: by.on === null ? '' : day(by.on), number: by.byNumber })}
    </Anchor>
  );
}

function AddDecision(props: { readonly meetingId: number }): ReactNode {
  const { meetingId } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useDraft(
    { feature: 'meeting', id: meetingId, part: 'decision' },
    decisionTyped,
    emptyDecision,
  );
  const [more, setMore] = useState(false);
  const create = useCreateDecision();
  const input = useRef<HTMLTextAreaElement>(null);
  const submit = (): void => {
    if (typed.text.trim() === '' || create.isPending) return;
    create.mutate(
      { meetingId, values: decisionValues(typed) },
      {
        onSuccess: ({ number }) => {
          notifications.show({
            message: t('meetingPage.decision.added', { number }),
            color: 'green',
          });
          setTyped(emptyDecision);
          setMore(false);
          input.current?.focus();
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const Chevron = more ? IconChevronDown : IconChevronRight;
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- takes the key that its fields let through
    <div className={classes.add} onKeyDown={onKeyDown}>
      <Textarea
        ref={input}
        aria-label={t('meetingPage.decision.text')}
        placeholder={`${t('meetingPage.decision.text')} · ${t('meetingPage.decision.hint')}`}
        value={typed.text}
        onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
        autosize
        minRows={2}
        maxLength={1000}
      />
      <Group justify="space-between" gap="xs" mt={6}>
        <UnstyledButton className={classes.more} aria-expanded={more} onClick={() => setMore(!more)}>
          <Chevron size={14} aria-hidden /> {t('meetingPage.decision.aspects')}
        </UnstyledButton>
        <Button
          leftSection={<IconPlus size={15} />}
          disabled={typed.text.trim() === ''}
          loading={create.isPending}
          onClick={submit}
        >
          {t('meetingPage.decision.add')}
        </Button>
      </Group>
      <Collapse expanded={more}>
        <AspectFields typed={typed} onChange={setTyped} />
      </Collapse>
      <ErrorNote error={create.error} />
    </div>
  );
}
