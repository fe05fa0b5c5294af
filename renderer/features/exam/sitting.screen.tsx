import { Button, Group, Loader, Paper, Text, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { MarkSheet } from '#shared/features/exam/exam.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { AnswerShown } from './answer-shown.tsx';
import { answersGiven, type Answers } from './answers.ts';
import { useEnter, useMark, useMarkSheet } from './exam.queries.ts';
import { ExamResult } from './my-exams.screen.tsx';
import classes from './exam.module.css';

/** 阅卷 of one person, or 录入 what was written on paper. */
export function SittingScreen(): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const id = Number(params['id']);
  const { t } = useTexts();
  const link = useLink();
  const { data, error, refetch } = useMarkSheet(id);
  const entering = data?.sitting.state === 'invited';
  return (
    <PageFrame
      title={data ? `${data.sitting.personName} · ${data.examName}` : t('exam.mark')}
      maxWidth={860}
      actions={
        data ? (
          <Button
            component="a"
            variant="default"
            leftSection={<IconArrowLeft size={15} aria-hidden />}
            {...link(recordAddress('exam', data.examId))}
          >
            {t('exam.people')}
          </Button>
        ) : null
      }
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? entering ? <Entering sheet={data} /> : <Marking sheet={data} /> : null}
    </PageFrame>
  );
}

/** What stands on the paper, typed in for the person. */
function Entering({ sheet }: { readonly sheet: MarkSheet }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const enter = useEnter();
  const [answers, setAnswers] = useState<Answers>({});
  const { sitting, items } = sheet;
  return (
    <>
      <AnswerSheet items={items} answers={answers} onChange={setAnswers} />
      <ErrorNote error={enter.error} />
      {may('exam.write') ? (
        <Group>
          <Button
            loading={enter.isPending}
            onClick={() =>
              enter.mutate({
                sittingId: sitting.id,
                answers: answersGiven(items, answers),
              })
            }
          >
            {t('exam.enter')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

/** Answers with the key; open ones get points by hand. */
function Marking({ sheet }: { readonly sheet: MarkSheet }): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const mark = useMark();
  const { sitting, items } = sheet;
  const open = items.filter(({ kind, marked }) => kind === 'open' && marked === null);
  const [marks, setMarks] = useState<Readonly<Record<number, number | null>>>({});
  const [notes, setNotes] = useState<Readonly<Record<number, string>>>({});
  const waits = sitting.state === 'handedIn' && may('exam.write');
  return (
    <>
      <Paper className="sheet" p="sm">
        <ExamResult exam={sitting} />
      </Paper>
      <Paper className="sheet" p="md">
        <ol className={classes.items}>
          {items.map((item, at) => (
            <AnswerShown key={item.id} item={item} number={at + 1} answer={item.answer} given={item.given}>
              {item.marked !== null ? (
                <Text size="sm" className="figures">
                  {item.marked} / {item.points} {item.note}
                </Text>
              ) : waits ? (
                <Group gap="xs" mt={4} align="flex-start">
                  <NumberField
                    w={130}
                    limits={[0, item.points]}
                    label={t('exam.marks', { most: item.points })}
                    value={marks[item.id] ?? null}
                    onChange={(value) => setMarks({ ...marks, [item.id]: value })}
                  />
                  <TextInput
                    flex={1}
                    maxLength={300}
                    label={t('exam.remark')}
                    value={notes[item.id] ?? ''}
                    onChange={(event) => setNotes({ ...notes, [item.id]: event.currentTarget.value })}
                  />
                </Group>
              ) : null}
            </AnswerShown>
          ))}
        </ol>
      </Paper>
      <ErrorNote error={mark.error} />
      {waits ? (
        <Group>
          <Button
            loading={mark.isPending}
            disabled={open.some(({ id }) => (marks[id] ?? null) === null)}
            onClick={() =>
              mark.mutate(
                {
                  sittingId: sitting.id,
                  marks: open.map(({ id }) => ({
                    itemId: id,
                    points: marks[id] ?? 0,
                    note: notes[id] ?? '',
                  })),
                },
                { onSuccess: () => go(recordAddress('exam', sheet.examId)) },
              )
            }
          >
            {t('exam.saveMarks')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
