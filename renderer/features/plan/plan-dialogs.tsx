import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { measureParts, type PlanPart } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { PaperDialog, type LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { isGiven, noSecret, SecretFields, secretOf } from '#renderer/features/signature/secret-fields.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { IssueList } from './issue-list.tsx';
import {
  goalCardOf,
  posterOf,
  useApprovePlan,
  useDiscardPlan,
  useRevisePlan,
  useSendBackPlan,
  useSubmitPlan,
} from './plan.queries.ts';

type DialogProps = { readonly view: PlanView; readonly onClose: () => void };

/** What is missing, or the question whether to submit. */
export function SubmitDialog(props: DialogProps & { readonly onGo: (part: PlanPart) => void }): ReactNode {
  const { view, onClose, onGo } = props;
  const { t } = useTexts();
  const submit = useSubmitPlan();
  const isReady = view.issues.length === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('plan.dialogs.submitTitle', { year: view.content.year })}
      size="lg"
    >
      <Stack gap="sm">
        <Text size="sm">{isReady ? t('plan.dialogs.submitLead') : t('plan.page.issuesLead')}</Text>
        <IssueList issues={view.issues} onGo={onGo} />
        <ErrorNote error={submit.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={!isReady}
            loading={submit.isPending}
            onClick={() => submit.mutate({ id: view.id }, { onSuccess: onClose })}
          >
            {t('plan.page.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function ReasonDialog(props: {
  readonly title: string;
  readonly lead?: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { title, lead, submit, busy, error, onSubmit, onClose } = props;
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      confirm={submit}
      ready={reason.trim() !== ''}
      busy={busy}
      error={error}
      onSubmit={() => onSubmit(reason.trim())}
      onClose={onClose}
    >
      {lead ? <Text size="sm">{lead}</Text> : null}
      <Textarea
        data-autofocus
        label={t('plan.dialogs.reason')}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function SendBackDialog({ view, onClose }: DialogProps): ReactNode {
  const { t } = useTexts();
  const send = useSendBackPlan();
  return (
    <ReasonDialog
      title={t('plan.dialogs.sendBackTitle')}
      submit={t('plan.page.sendBack')}
      busy={send.isPending}
      error={send.error}
      onSubmit={(reason) => send.mutate({ id: view.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

export function ReviseDialog({ view, onClose }: DialogProps): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const revise = useRevisePlan();
  return (
    <ReasonDialog
      title={t('plan.dialogs.reviseTitle')}
      lead={t('plan.dialogs.reviseLead')}
      submit={t('plan.page.revise')}
      busy={revise.isPending}
      error={revise.error}
      onSubmit={(reason) =>
        revise.mutate({ id: view.id, reason }, { onSuccess: ({ id }) => go(`/plan/${id}`) })
      }
      onClose={onClose}
    />
  );
}

/** Asks before a draft is thrown away for good. */
export function DiscardDialog({ view, onClose }: DialogProps): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const discard = useDiscardPlan();
  const { year, edition } = view.content;
  return (
    <Modal opened onClose={onClose} title={t('plan.dialogs.discardTitle', { year, edition })}>
      <Stack gap="sm">
        <Text size="sm">{t('plan.dialogs.discardLead')}</Text>
        <ErrorNote error={discard.error} />
        <Group justify="flex-end" gap="xs">
          <Button data-autofocus variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            color="red"
            loading={discard.isPending}
            onClick={() => discard.mutate({ id: view.id }, { onSuccess: () => go('/plan') })}
          >
            {t('plan.page.discard')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function ApproveDialog({ view, onClose }: DialogProps): ReactNode {
  const { t } = useTexts();
  const approve = useApprovePlan();
  const [secret, setSecret] = useState(noSecret);
  const { year, edition, parts } = view.content;
  const raised = new Set(view.actions.map(({ measure }) => measure));
  const count = measureParts
    .flatMap((part) => parts[part].measures)
    .filter(({ key }) => !raised.has(key)).length;
  return (
    <FormDialog
      title={t('plan.dialogs.approveTitle', { year, edition })}
      confirm={t('plan.page.approve')}
      ready={isGiven(secret)}
      busy={approve.isPending}
      error={approve.error}
      onSubmit={() =>
        approve.mutate(
          { id: view.id, secret: secretOf(secret) },
          {
            onSuccess: ({ actions }) => {
              notifications.show({ message: t('plan.dialogs.approved', { count: actions }), color: 'green' });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Text size="sm">{t('plan.dialogs.approveLead', { count })}</Text>
      <SecretFields secret={secret} onChange={setSecret} autoFocus />
    </FormDialog>
  );
}

/** 年度海报: of the whole store or of a department that has goals. */
export function PosterDialog({ view, onClose }: DialogProps): ReactNode {
  const { t } = useTexts();
  const [department, setDepartment] = useState('');
  const [paper, setPaper] = useState<LoadPaper | null>(null);
  const departments = new Map(
    view.content.goals.flatMap(({ departmentId, department: name }) =>
      departmentId === null || name === null ? [] : [[String(departmentId), name]],
    ),
  );
  const name = `${t('plan.poster.title', { year: view.content.year })} ${departments.get(department) ?? t('plan.dialogs.wholeStore')}`;
  if (paper) return <PaperDialog name={name} load={paper} word={false} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={t('plan.page.poster')}>
      <Stack gap="sm">
        <Select
          data-autofocus
          label={t('plan.dialogs.posterOf')}
          value={department}
          allowDeselect={false}
          data={[
            { value: '', label: t('plan.dialogs.wholeStore') },
            ...[...departments].map(([value, label]) => ({ value, label })),
          ]}
          onChange={(value) => setDepartment(value ?? '')}
        />
        <Group justify="flex-end">
          <Button
            onClick={() => setPaper(() => posterOf(view.id, department === '' ? null : Number(department)))}
          >
            {t('plan.dialogs.show')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** 目标卡 of a person. */
export function GoalCardDialog({ view, onClose }: DialogProps): ReactNode {
  const { t } = useTexts();
  const [personId, setPersonId] = useState<number | null>(null);
  const [paper, setPaper] = useState<LoadPaper | null>(null);
  const { year } = view.content;
  if (paper)
    return (
      <PaperDialog
        name={`${t('plan.card.title', { year })} ${personId}`}
        load={paper}
        word={false}
        onClose={onClose}
      />
    );
  return (
    <Modal opened onClose={onClose} title={t('plan.page.goalCard')}>
      <Stack gap="sm">
        <ReferenceField
          feature="person"
          label={t('plan.dialogs.personOf')}
          value={personId}
          onChange={(id) => setPersonId(id)}
        />
        <Group justify="flex-end">
          <Button
            disabled={personId === null}
            onClick={() => {
              if (personId !== null) setPaper(() => goalCardOf(year, personId));
            }}
          >
            {t('plan.dialogs.show')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
