import { Anchor, Badge, Button, Group, Paper, Table, Text, Title, Tooltip } from '@mantine/core';
import { IconClockExclamation, IconKey, IconUserPlus, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ExamSitting } from '#shared/features/exam/exam.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { IssueDialog } from './issue.dialog.tsx';
import { peopleOfSession, useDismiss, useInvite } from './exam.queries.ts';
import { ExamResult } from './my-exams.screen.tsx';

type Chosen = { readonly id: number; readonly name: string };

/** 考生: chosen before the exam is opened, added while it is open, with how far each of them has come. */
export function ExamPeople(props: {
  readonly examId: number;
  readonly examName: string;
  readonly trainingId: number | null;
  readonly state: string;
  readonly sittings: readonly ExamSitting[];
  readonly readOnly: boolean;
  /** What opens the exam for the people chosen so far. */
  readonly renderOpen: (people: readonly number[]) => ReactNode;
}): ReactNode {
  const { examId, examName, trainingId, state, sittings, readOnly, renderOpen } = props;
  const { t } = useTexts();
  const invite = useInvite();
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [turn, setTurn] = useState(0);
  const add = (people: readonly Chosen[]): void => {
    if (state === 'open') invite.mutate({ id: examId, personIds: people.map(({ id }) => id) });
    else setChosen((all) => [...all, ...people.filter(({ id }) => !all.some((one) => one.id === id))]);
    setTurn((all) => all + 1);
  };
  const title = t('exam.people');
  return (
    <Paper className="sheet" p="sm" component="section" aria-label={title}>
      <Title order={2} size="h3" mb={6}>
        {title}
      </Title>
      {state === 'closed' || readOnly ? null : (
        <Group gap="xs" mb="xs">
          <IconUserPlus size={16} aria-hidden />
          <Text size="sm">{t('exam.addPeople')}</Text>
          <ReferenceField
            key={turn}
            feature="person"
            aria-label={t('exam.addPeople')}
            value={null}
            onChange={(id, name) => {
              if (id !== null) add([{ id, name: name ?? `#${id}` }]);
            }}
          />
          {trainingId === null ? null : (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                void peopleOfSession(trainingId).then((people) =>
                  add(people.map(({ id, name }) => ({ id, name }))),
                )
              }
            >
              {t('exam.fromSession')}
            </Button>
          )}
        </Group>
      )}
      <ErrorNote error={invite.error} />
      {state === 'draft' ? (
        <>
          <Group gap={6} mb="sm">
            {chosen.map(({ id, name }) => (
              <Button
                key={id}
                size="compact-sm"
                variant="light"
                color="gray"
                aria-label={`${name} · ${t('exam.dismiss')}`}
                rightSection={<IconX size={13} aria-hidden />}
                onClick={() => setChosen(chosen.filter((one) => one.id !== id))}
              >
                {name}
              </Button>
            ))}
          </Group>
          {renderOpen(chosen.map(({ id }) => id))}
        </>
      ) : (
        <Sittings sittings={sittings} examName={examName} canAct={!readOnly && state === 'open'} />
      )}
    </Paper>
  );
}

function Sittings(props: {
  readonly sittings: readonly ExamSitting[];
  readonly examName: string;
  readonly canAct: boolean;
}): ReactNode {
  const { sittings, canAct, examName } = props;
  const { t, record } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const [issuing, setIssuing] = useState<ExamSitting | null>(null);
  const dismiss = useDismiss();
  if (sittings.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('exam.peopleNone')}
      </Text>
    );
  return (
    <>
      <ErrorNote error={dismiss.error} />
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={t('exam.people')} verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('exam.columns.person')}</Table.Th>
              <Table.Th>{t('exam.columns.result')}</Table.Th>
              <Table.Th>{t('exam.columns.about')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {sittings.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <Anchor inherit underline="always" {...link(recordAddress('person', one.personId))}>
                    {one.personName}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <ExamResult exam={one} />
                </Table.Td>
                <Table.Td>
                  <Remarks sitting={one} />
                </Table.Td>
                <Table.Td ta="right">
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    {one.state === 'invited' && canAct ? (
                      <>
                        <Button
                          component="a"
                          size="compact-sm"
                          variant="default"
                          {...link(`/exam/sitting/${one.id}`)}
                        >
                          {t('exam.enter')}
                        </Button>
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="gray"
                          aria-label={`${t('exam.dismiss')} ${one.personName}`}
                          onClick={() => dismiss.mutate({ sittingId: one.id })}
                        >
                          {t('exam.dismiss')}
                        </Button>
                      </>
                    ) : null}
                    {one.certificateId === null ? (
                      one.passed === true && may('training.write') ? (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`${t('training.issue')} ${one.personName}`}
                          onClick={() => setIssuing(one)}
                        >
                          {t('training.issue')}
                        </Button>
                      ) : null
                    ) : (
                      <Button
                        component="a"
                        size="compact-sm"
                        variant="default"
                        {...link(recordAddress('trainingCertificate', one.certificateId))}
                      >
                        {record('trainingCertificate', 'one')}
                      </Button>
                    )}
                    {one.state === 'handedIn' || one.state === 'marked' ? (
                      <Button
                        component="a"
                        size="compact-sm"
                        variant={one.state === 'handedIn' ? 'filled' : 'default'}
                        aria-label={`${t(one.state === 'handedIn' ? 'exam.mark' : 'exam.look')} ${one.personName}`}
                        {...link(`/exam/sitting/${one.id}`)}
                      >
                        {t(one.state === 'handedIn' && canAct ? 'exam.mark' : 'exam.look')}
                      </Button>
                    ) : null}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {issuing ? (
        <IssueDialog sitting={issuing} examName={examName} onClose={() => setIssuing(null)} />
      ) : null}
    </>
  );
}

/** What one must know to read the mark. */
function Remarks({ sitting }: { readonly sitting: ExamSitting }): ReactNode {
  const { t } = useTexts();
  const { minutesLate, onPaper, knewKey, markedByName } = sitting;
  return (
    <Group gap={6}>
      {minutesLate > 0 ? (
        <Badge color="orange" variant="light" leftSection={<IconClockExclamation size={12} aria-hidden />}>
          {t('exam.late', { count: minutesLate })}
        </Badge>
      ) : null}
      {onPaper ? (
        <Badge color="gray" variant="light">
          {t('exam.onPaper')}
        </Badge>
      ) : null}
      {knewKey ? (
        <Tooltip label={t('exam.knewKeyHint')}>
          <Badge color="orange" variant="light" leftSection={<IconKey size={12} aria-hidden />}>
            {t('exam.knewKey')}
          </Badge>
        </Tooltip>
      ) : null}
      {markedByName === null ? null : <span>{t('exam.markedBy', { name: markedByName })}</span>}
    </Group>
  );
}
