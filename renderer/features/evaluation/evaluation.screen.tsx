import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Loader,
  Paper,
  Rating,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { evaluationFields } from '#shared/features/evaluation/evaluation.fields.ts';
import type { Field } from '#shared/kernel/field.ts';
import type { Labels } from '#shared/rpc/record.contract.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Facts, type Fact } from '#renderer/components/facts.tsx';
import { valueText } from '#renderer/components/fields/field-value.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useRecord, type Row } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { averageOf } from '#renderer/features/standard/figures.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AnswerFields } from './answer-fields.tsx';
import { useEnter, useQuestions, useWithdraw } from './evaluation.queries.ts';
import { noAnswer, sentAnswer } from './given-answer.ts';

/** One evaluation: what was answered, or the slip to type in. */
export function EvaluationScreen(): ReactNode {
  const id = Number(useParams({ strict: false })['id']);
  const { t, choice } = useTexts();
  const link = useLink();
  const { data, error } = useRecord('evaluation', id);
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  const state = String(data.record['state']);
  return (
    <PageFrame
      title={`${t('evaluation.one')} ${String(data.record['number'])}`}
      before={
        <ActionIcon
          component="a"
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('common.back')}
          {...link(listAddress('evaluation'))}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
      }
      subtitle={choice('evaluation', 'state', state)}
      maxWidth={960}
    >
      <Known row={data.record} labels={data.labels} />
      {state === 'waiting' ? <Waiting row={data.record} /> : null}
      {state === 'answered' ? <Answered row={data.record} /> : null}
    </PageFrame>
  );
}

const linked = ['repairId', 'orderId', 'customerId', 'complaintId'] as const;

/** What was asked about whom, each record one key away. */
function Known({ row, labels }: { readonly row: Row; readonly labels: Labels }): ReactNode {
  const texts = useTexts();
  const link = useLink();
  const fact = (name: keyof typeof evaluationFields): Fact => {
    const field: Field = evaluationFields[name];
    const text = valueText(texts, { feature: 'evaluation', name, field, labels }, row[name]);
    const target = linked.find((one) => one === name);
    const value =
      target && text ? (
        <Anchor {...link(recordAddress(field.refers as RecordFeature, Number(row[target])))}>{text}</Anchor>
      ) : (
        text
      );
    return { name: texts.field('evaluation', name), value, wide: name === 'withdrawnReason' };
  };
  return (
    <Paper className="sheet" p="md">
      <Facts
        facts={[
          fact('visit'),
          fact('repairId'),
          fact('orderId'),
          fact('customerId'),
          fact('personId'),
          fact('askedOn'),
          fact('askedById'),
          fact('way'),
          fact('answeredOn'),
          fact('complaintId'),
          fact('withdrawnReason'),
        ]}
      />
    </Paper>
  );
}

function Answered({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTexts();
  const { data, error } = useQuestions(row.id);
  const { scoreHundredths, recommend, words } = row;
  return (
    <Paper className="sheet" p="md">
      <ErrorNote error={error} />
      <Stack gap="sm">
        {(data ?? []).map(({ standardId, text, score }) => (
          <Group key={standardId} justify="space-between" gap="sm">
            <Text>{text}</Text>
            {score === null ? (
              <Text c="dimmed">{t('evaluation.noScore')}</Text>
            ) : (
              <Group gap="xs">
                <Rating value={score} readOnly aria-hidden />
                <Text>{t('evaluation.scoreOf', { score })}</Text>
              </Group>
            )}
          </Group>
        ))}
        <Facts
          facts={[
            {
              name: t('evaluation.figures.score'),
              value: typeof scoreHundredths === 'number' ? averageOf(scoreHundredths) : null,
            },
            {
              name: t('evaluation.recommend'),
              value: typeof recommend === 'number' ? `${recommend}/10` : null,
            },
            { name: t('evaluation.words'), value: typeof words === 'string' ? words : null, wide: true },
          ]}
        />
      </Stack>
    </Paper>
  );
}

function Waiting({ row }: { readonly row: Row }): ReactNode {
  const { t, day } = useTexts();
  const { today, may, me } = useSession();
  const { data, error } = useQuestions(row.id);
  const enter = useEnter();
  const [answeredOn, setAnsweredOn] = useState(today);
  const [given, setGiven] = useState(noAnswer);
  if (!may('customer.write')) return null;
  if (!data)
    return error ? <ErrorNote error={error} /> : <Loader size="sm" aria-label={t('common.loading')} />;
  const save = async (): Promise<void> => {
    const saved = await enter
      .mutateAsync({ id: row.id, answeredOn, ...sentAnswer(given) })
      .catch(() => undefined);
    if (!saved) return;
    const { complaint } = saved;
    notifications.show({
      message: complaint ? t('evaluation.raised', { number: complaint.number }) : t('evaluation.saved'),
    });
  };
  const isOwn = row['personId'] === me.personId;
  return (
    <Paper className="sheet" p="md" component="section" aria-label={t('evaluation.enter')}>
      <Group justify="space-between" mb="sm">
        <Text component="h2" fw={600}>
          {t('evaluation.enter')}
        </Text>
        {isOwn ? null : <Withdraw id={row.id} />}
      </Group>
      {isOwn ? (
        <Text role="status" c="dimmed">
          {t('problem.reasons.score-own')}
        </Text>
      ) : (
        <Stack gap="md">
          <DayInput
            label={t('evaluation.answeredOn')}
            w={180}
            value={answeredOn}
            onChange={(value) => setAnsweredOn(value ?? today)}
            description={day(answeredOn)}
          />
          <AnswerFields questions={data} answer={given} onChange={setGiven} />
          <ErrorNote error={enter.error} />
          <Button w="fit-content" loading={enter.isPending} onClick={() => void save()}>
            {t('evaluation.save')}
          </Button>
        </Stack>
      )}
    </Paper>
  );
}

/** Nobody is to be asked any more, for a reason. */
function Withdraw({ id }: { readonly id: number }): ReactNode {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useWithdraw();
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('evaluation.withdraw')}
      </Button>
      <ConfirmDialog
        opened={open}
        title={t('evaluation.withdrawTitle')}
        confirm={t('evaluation.withdraw')}
        busy={withdraw.isPending}
        onClose={() => setOpen(false)}
        onConfirm={() => withdraw.mutate({ id, reason }, { onSuccess: () => setOpen(false) })}
      >
        <Textarea
          label={t('evaluation.withdrawWhy')}
          data-autofocus
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNote error={withdraw.error} />
      </ConfirmDialog>
    </>
  );
}
