import { Alert, Button, Loader, Paper, Text } from '@mantine/core';
import { IconClock, IconInfoCircle } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { ExamSheet } from '#shared/features/exam/exam.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { AnswerShown } from './answer-shown.tsx';
import { answersGiven, type Answers } from './answers.ts';
import { useExamSheet, useHandIn, useStart } from './exam.queries.ts';
import { ExamResult } from './my-exams.screen.tsx';
import classes from './exam.module.css';

const kept = z.record(z.string(), z.string());
const nothing: Answers = {};

/** 答卷: what the person answers, once; what is typed survives a killed program. */
export function ExamSheetScreen(): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const id = Number(params['id']);
  const { t, day } = useTexts();
  const { data, error, refetch } = useExamSheet(id);
  return (
    <PageFrame
      title={data?.exam.name ?? t('exam.mine')}
      subtitle={data ? `${data.exam.subjectName} · ${day(data.exam.heldOn)}` : undefined}
      maxWidth={860}
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data?.exam.state === 'invited' ? <Before sheet={data} /> : null}
      {data?.exam.state === 'started' ? <Answering key={id} sheet={data} /> : null}
      {data?.exam.state === 'handedIn' || data?.exam.state === 'marked' ? <After sheet={data} /> : null}
    </PageFrame>
  );
}

function Before({ sheet }: { readonly sheet: ExamSheet }): ReactNode {
  const { t } = useTexts();
  const start = useStart();
  const { examId, questions, passMark, minutes } = sheet.exam;
  const time = minutes === null ? t('exam.timeFree') : t('exam.timeLimit', { minutes });
  return (
    <Paper className="sheet" p="md">
      <Text mb="sm">{t('exam.beforeBegin', { count: questions, mark: passMark, time })}</Text>
      <ErrorNote error={start.error} />
      <Button loading={start.isPending} onClick={() => start.mutate({ id: examId })}>
        {t('exam.begin')}
      </Button>
    </Paper>
  );
}

function Answering({ sheet }: { readonly sheet: ExamSheet }): ReactNode {
  const { t } = useTexts();
  const handIn = useHandIn();
  const { examId } = sheet.exam;
  const [answers, setAnswers, drop] = useDraft({ feature: 'exam', id: examId, part: 'sheet' }, kept, nothing);
  const [asking, setAsking] = useState(false);
  const done = sheet.items.filter(({ id }) => (answers[id] ?? '').trim() !== '').length;
  const open = sheet.items.length - done;
  const send = (): void => {
    setAsking(false);
    handIn.mutate({ id: examId, answers: answersGiven(sheet.items, answers) }, { onSuccess: drop });
  };
  return (
    <>
      <AnswerSheet items={sheet.items} answers={answers} onChange={setAnswers} />
      <ErrorNote error={handIn.error} />
      <div className={classes.bar}>
        <Text className="figures">{t('exam.answered', { done, count: sheet.items.length })}</Text>
        {sheet.leftMs === null ? null : <TimeLeft key={sheet.leftMs} leftMs={sheet.leftMs} />}
        <Button ml="auto" loading={handIn.isPending} onClick={() => setAsking(true)}>
          {t('exam.handIn')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('exam.handInTitle')}
        confirm={t('exam.handIn')}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        {open === 0 ? t('exam.handInAll') : t('exam.handInOpen', { count: open })}
      </ConfirmDialog>
    </>
  );
}

const everyMs = 5000;

/** Minutes that are left; who is late hands in all the same, and it is told. */
function TimeLeft({ leftMs }: { readonly leftMs: number }): ReactNode {
  const { t } = useTexts();
  // Counted from what the store's clock said: this computer's own may be wrong.
  const [since, setSince] = useState(0);
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setSince(performance.now() - from), everyMs);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.ceil((leftMs - since) / 60_000);
  return (
    <Text role="status" fw={minutes <= 5 ? 700 : 400} c={minutes <= 5 ? 'orange' : undefined}>
      <IconClock size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      {minutes > 0 ? t('exam.left', { minutes }) : t('exam.over')}
    </Text>
  );
}

function After({ sheet }: { readonly sheet: ExamSheet }): ReactNode {
  const { t } = useTexts();
  const shown = sheet.items.some(({ answer }) => answer !== null);
  return (
    <>
      <Paper className="sheet" p="md">
        {sheet.exam.score === null ? <Text>{t('exam.handedIn')}</Text> : <ExamResult exam={sheet.exam} />}
      </Paper>
      {shown ? null : (
        <Alert color="blue" role="status" icon={<IconInfoCircle size={18} aria-hidden />}>
          {t('exam.keyLater')}
        </Alert>
      )}
      <Paper className="sheet" p="md">
        <ol className={classes.items}>
          {sheet.items.map((item, at) => (
            <AnswerShown key={item.id} item={item} number={at + 1} answer={item.answer} given={item.given}>
              {item.marked === null ? null : (
                <Text size="sm" className="figures">
                  {item.marked} / {item.points} {item.note}
                </Text>
              )}
            </AnswerShown>
          ))}
        </ol>
      </Paper>
    </>
  );
}
