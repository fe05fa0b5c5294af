import { Alert, Group, List, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import { missingForConfirm } from '#shared/features/meeting/meeting.rules.ts';
import type { FieldIssue } from '#shared/rpc/desk-error.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { isGiven, noSecret, SecretFields, secretOf } from '#renderer/features/signature/secret-fields.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useAmendMeeting, useConfirmMeeting, useSignMeeting } from './meeting.queries.ts';
import type { UnsavedPart } from './part-drafts.ts';
import type { Surface } from './surface.ts';
import { usePartName } from './unsaved-note.tsx';

type DialogProps = { readonly surface: Surface; readonly onClose: () => void };

const done = (message: string): void => {
  notifications.show({ message, color: 'green' });
};

/** 确认纪要: says what is missing, explains the freezing, asks for the secret. */
export function ConfirmMinutes(props: DialogProps & { readonly unsaved: readonly UnsavedPart[] }): ReactNode {
  const { surface, unsaved, onClose } = props;
  const { view } = surface;
  const { t, field, issue } = useTexts();
  const { today } = useSession();
  const nameOf = usePartName(view);
  const [secret, setSecret] = useState(noSecret);
  const confirm = useConfirmMeeting();
  const refused = confirm.error ? errorData(confirm.error) : null;
  // A wrong secret is refused as invalid input, too; only what concerns the minutes stands in the list.
  const ofMinutes =
    refused?.code === 'invalid-input'
      ? refused.issues.filter(({ field }) => field.startsWith('head.') || field === 'attendance')
      : [];
  const missing = ofMinutes.length > 0 ? ofMinutes : missingForConfirm(view.content, today);
  const sentence = (one: FieldIssue): string =>
    one.field.startsWith('head.')
      ? t('common.named', { name: field('meeting', one.field.slice(5)), value: issue(one) })
      : issue(one);
  return (
    <FormDialog
      title={t('meetingPage.confirming.title', { week: Number(view.content.period.slice(6)) })}
      confirm={t('meetingPage.confirm')}
      ready={isGiven(secret) && missing.length === 0 && unsaved.length === 0}
      busy={confirm.isPending}
      error={ofMinutes.length > 0 ? null : confirm.error}
      onClose={onClose}
      onSubmit={() =>
        confirm.mutate(
          { id: view.id, secret: secretOf(secret) },
          {
            onSuccess: ({ auditCode }) => {
              done(t('meetingPage.confirming.done', { code: auditCode }));
              onClose();
            },
          },
        )
      }
    >
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconLock size={20} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <Text size="sm">{t('meetingPage.confirming.freezes')}</Text>
      </Group>
      {unsaved.length === 0 ? null : (
        <Alert color="orange" p="sm" title={t('meetingPage.confirming.unsaved')}>
          <List size="sm">
            {unsaved.map(({ part }) => (
              <List.Item key={part}>{nameOf(part)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {missing.length === 0 ? (
        <SecretFields secret={secret} onChange={setSecret} autoFocus />
      ) : (
        <Alert color="orange" p="sm" title={t('meetingPage.confirming.missing')}>
          <List size="sm">
            {missing.map((one) => (
              <List.Item key={one.field}>{sentence(one)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </FormDialog>
  );
}

const amendmentTyped = z.strictObject({ reason: z.string(), text: z.string() });
const noAmendment = { reason: '', text: '' };

/** 更正: beside the minutes, which stay as they are. */
export function AmendMinutes(props: DialogProps): ReactNode {
  const { surface, onClose } = props;
  const { t } = useTexts();
  const [typed, setTyped, drop] = useDraft(
    { feature: 'meeting', id: surface.view.id, part: 'amend' },
    amendmentTyped,
    noAmendment,
  );
  const { reason, text } = typed;
  const [secret, setSecret] = useState(noSecret);
  const amend = useAmendMeeting();
  return (
    <FormDialog
      title={t('meetingPage.amending.title')}
      confirm={t('meetingPage.amending.submit')}
      ready={isGiven(secret) && reason.trim() !== '' && text.trim() !== ''}
      busy={amend.isPending}
      error={amend.error}
      onClose={onClose}
      onSubmit={() =>
        amend.mutate(
          { id: surface.view.id, reason: reason.trim(), text: text.trim(), secret: secretOf(secret) },
          {
            onSuccess: ({ number }) => {
              done(t('meetingPage.amending.done', { number }));
              drop();
              onClose();
            },
          },
        )
      }
    >
      <Text size="sm">{t('meetingPage.amending.explained')}</Text>
      <TextInput
        data-autofocus
        label={t('meetingPage.amending.reason')}
        value={reason}
        onChange={(event) => setTyped({ ...typed, reason: event.currentTarget.value })}
        maxLength={500}
      />
      <Textarea
        label={t('meetingPage.amending.text')}
        value={text}
        onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
        autosize
        minRows={3}
        maxLength={4000}
      />
      <SecretFields secret={secret} onChange={setSecret} />
    </FormDialog>
  );
}

/** 签字: recorded or reviewed. */
export function SignMinutes(props: DialogProps): ReactNode {
  const { surface, onClose } = props;
  const { t } = useTexts();
  const [meaning, setMeaning] = useState<'review' | 'record'>('record');
  const [secret, setSecret] = useState(noSecret);
  const sign = useSignMeeting();
  return (
    <FormDialog
      title={t('meetingPage.signing.title')}
      confirm={t('meetingPage.sign')}
      ready={isGiven(secret)}
      busy={sign.isPending}
      error={sign.error}
      onClose={onClose}
      onSubmit={() =>
        sign.mutate(
          { id: surface.view.id, meaning, secret: secretOf(secret) },
          {
            onSuccess: () => {
              done(t('meetingPage.signing.done'));
              onClose();
            },
          },
        )
      }
    >
      <Text size="sm">{t('meetingPage.signing.explained')}</Text>
      <SegmentedControl
        aria-label={t('meetingPage.signing.meaning')}
        value={meaning}
        onChange={(value) => setMeaning(value === 'review' ? 'review' : 'record')}
        data={[
          { value: 'record', label: t('meeting.meanings.record') },
          { value: 'review', label: t('meeting.meanings.review') },
        ]}
      />
      <SecretFields secret={secret} onChange={setSecret} autoFocus />
    </FormDialog>
  );
}
