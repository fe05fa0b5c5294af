import { Anchor, Badge, Loader, Paper, Table, Text } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MyExam } from '#shared/features/exam/exam.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useMyExams } from './exam.queries.ts';

/** 我的考试: what the person is to take, and what came of the others. */
export function MyExamsScreen(): ReactNode {
  const { t, day, field } = useTexts();
  const link = useLink();
  const { data, error, refetch } = useMyExams();
  return (
    <PageFrame title={t('exam.mine')}>
      <Text c="dimmed">{t('exam.mineSentence')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data?.length === 0 ? <EmptyState sentence={t('exam.mineNone')} /> : null}
      {data && data.length > 0 ? (
        <Paper className="sheet" p="sm">
          <Table.ScrollContainer minWidth={560}>
            <Table aria-label={t('exam.mine')} verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{field('exam', 'name')}</Table.Th>
                  <Table.Th>{field('exam', 'subjectId')}</Table.Th>
                  <Table.Th>{field('exam', 'heldOn')}</Table.Th>
                  <Table.Th ta="right">{field('exam', 'questions')}</Table.Th>
                  <Table.Th>{t('exam.columns.result')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody className="figures">
                {data.map((exam) => (
                  <Table.Tr key={exam.examId}>
                    <Table.Td>
                      <Anchor inherit underline="always" {...link(`/exam/mine/${exam.examId}`)}>
                        {exam.name}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>{exam.subjectName}</Table.Td>
                    <Table.Td>{day(exam.heldOn)}</Table.Td>
                    <Table.Td ta="right">{exam.questions}</Table.Td>
                    <Table.Td>
                      <ExamResult exam={exam} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ) : null}
    </PageFrame>
  );
}

/** The state in words; the mark with passed or not once it is marked. */
export function ExamResult({
  exam,
}: {
  readonly exam: Pick<MyExam, 'state' | 'score' | 'passed'>;
}): ReactNode {
  const { t } = useTexts();
  const { state, score, passed } = exam;
  if (score === null)
    return (
      <Badge
        color={state === 'handedIn' ? 'gray' : 'blue'}
        variant="light"
        leftSection={<IconPencil size={12} aria-hidden />}
      >
        {t(`exam.sittingStates.${state}`)}
      </Badge>
    );
  return (
    <>
      {t('exam.result', { score })}{' '}
      <Badge
        color={passed ? 'green' : 'orange'}
        variant="light"
        leftSection={passed ? <IconCheck size={12} aria-hidden /> : <IconX size={12} aria-hidden />}
      >
        {t(passed ? 'exam.passed' : 'exam.failed')}
      </Badge>
    </>
  );
}
