import { Anchor, Button, Group, Loader, Paper, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ExamPaper } from '#shared/features/exam/exam.contract.ts';
import { answerOf } from '#shared/features/exam/exam.rules.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useRefresh } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AnswerShown } from './answer-shown.tsx';
import { DrawForm } from './draw-form.tsx';
import { examPaper, useCloseExam, useExamPaper, useOpenExam } from './exam.queries.ts';
import { ExamPeople } from './exam-people.tsx';
import classes from './exam.module.css';

/** 试卷 of an exam: put together while it is a draft, then as it was frozen; below it who takes it. */
export function ExamPaperPart({ view }: { readonly view: RecordView }): ReactNode {
  const { id, record, readOnly } = view;
  const { t } = useTexts();
  const refresh = useRefresh();
  const { data, error, refetch } = useExamPaper(id);
  const state = record['state'];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label={t('common.loading')} />;
  const again = (): void => void refresh('exam');
  return (
    <>
      <PaperSection view={view} data={data} onChanged={again} />
      <ExamPeople
        examId={id}
        examName={String(record['name'])}
        trainingId={typeof record['trainingId'] === 'number' ? record['trainingId'] : null}
        state={String(state)}
        sittings={data.sittings}
        readOnly={readOnly}
        renderOpen={(people) =>
          state === 'draft' && !readOnly ? (
            <OpenButton id={id} people={people} ready={data.items.length > 0} onDone={again} />
          ) : null
        }
      />
      {state === 'open' && !readOnly ? <CloseButton id={id} onDone={again} /> : null}
    </>
  );
}

function PaperSection(props: {
  readonly view: RecordView;
  readonly data: ExamPaper;
  readonly onChanged: () => void;
}): ReactNode {
  const { view, data, onChanged } = props;
  const { id, record, readOnly } = view;
  const { t, record: named } = useTexts();
  const link = useLink();
  const seed = record['seed'];
  const name = String(record['name']);
  return (
    <Paper className="sheet" p="sm" component="section" aria-label={t('exam.paper')}>
      <Group gap="xs" mb={6}>
        <Title order={2} size="h3">
          {t('exam.paper')}
        </Title>
        <Text size="sm" c="dimmed" className="figures">
          {data.items.length} · {t('exam.points', { count: Number(record['points'] ?? 0) })}
          {typeof seed === 'number' ? ` · ${t('exam.seed', { seed })}` : ''}
        </Text>
        {data.items.length > 0 ? (
          <Group gap="xs" ml="auto">
            <PaperButton
              name={`${name} ${t('exam.paper')}`}
              label={t('exam.printPaper')}
              load={examPaper(id, 'paper')}
              byKey
            />
            <PaperButton
              name={`${name} ${t('exam.rightAnswer')}`}
              label={t('exam.printKey')}
              load={examPaper(id, 'key')}
            />
          </Group>
        ) : null}
      </Group>
      {record['state'] === 'draft' && !readOnly ? (
        <>
          <Text size="sm" c="dimmed">
            {t('exam.bank', data.bank)}{' '}
            <Anchor
              inherit
              underline="always"
              {...link(
                listAddress('examQuestion', {
                  filters: [{ field: 'subjectId', operator: 'is', value: Number(record['subjectId']) }],
                }),
              )}
            >
              {named('examQuestion', 'many')}
            </Anchor>
          </Text>
          <DrawForm
            examId={id}
            subjectId={Number(record['subjectId'])}
            bank={data.bank}
            items={data.items}
            onDone={onChanged}
          />
        </>
      ) : null}
      {data.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('exam.noItems')}
        </Text>
      ) : (
        <ol className={classes.items}>
          {data.items.map((item, at) => (
            <AnswerShown
              key={item.id}
              item={item}
              number={at + 1}
              answer={answerOf(item.kind, item.answer, item.options.length) ?? item.answer}
            />
          ))}
        </ol>
      )}
    </Paper>
  );
}

function OpenButton(props: {
  readonly id: number;
  readonly people: readonly number[];
  readonly ready: boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { id, people, ready, onDone } = props;
  const { t } = useTexts();
  const open = useOpenExam();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Text size="sm" c="dimmed" mb={6}>
        {t('exam.openFirst')}
      </Text>
      <ErrorNote error={open.error} />
      <Button disabled={!ready} loading={open.isPending} onClick={() => setAsking(true)}>
        {t('exam.open')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('exam.openTitle')}
        confirm={t('exam.open')}
        onConfirm={() => {
          setAsking(false);
          open.mutate({ id, personIds: [...people] }, { onSuccess: onDone });
        }}
        onClose={() => setAsking(false)}
      >
        {t('exam.openSentence', { count: people.length })}
      </ConfirmDialog>
    </>
  );
}

function CloseButton({ id, onDone }: { readonly id: number; readonly onDone: () => void }): ReactNode {
  const { t } = useTexts();
  const close = useCloseExam();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <ErrorNote error={close.error} />
      <Button variant="default" loading={close.isPending} onClick={() => setAsking(true)}>
        {t('exam.close')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('exam.close')}
        confirm={t('exam.close')}
        onConfirm={() => {
          setAsking(false);
          close.mutate({ id }, { onSuccess: onDone });
        }}
        onClose={() => setAsking(false)}
      >
        {t('exam.closeSentence')}
      </ConfirmDialog>
    </div>
  );
}
