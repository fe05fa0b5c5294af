import { Anchor, Badge, Button, Group, Loader, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCheck, IconClock, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GrowthPath } from '#shared/features/training/training.contract.ts';
import { growthTracks } from '#shared/features/training/training.fields.ts';
import type { StepState } from '#shared/features/training/training.rules.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ExamResult } from '#renderer/features/exam/my-exams.screen.tsx';
import { pathPaper, useGrowthPath, useLayPath } from './training.queries.ts';
import { Part } from './year-parts.tsx';
import { hoursText } from './year-words.ts';

const looks: Readonly<Record<StepState, { readonly color: string; readonly Shown: Icon }>> = {
  done: { color: 'green', Shown: IconCheck },
  late: { color: 'red', Shown: IconAlertTriangle },
  next: { color: 'blue', Shown: IconArrowRight },
  later: { color: 'gray', Shown: IconClock },
};

/** 成长档案 on a person's page: steps of the tracks, hours, sessions, certificates, exams; printed as one paper. */
export function GrowthSection({ personId }: { readonly personId: number }): ReactNode {
  const { t } = useTexts();
  const { data, error, refetch } = useGrowthPath(personId);
  return (
    <Part title={t('training.path.title')}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data === undefined && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? <Growth path={data} /> : null}
    </Part>
  );
}

function Growth({ path }: { readonly path: GrowthPath }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  return (
    <>
      <Group gap="xs" mb="xs">
        <Text size="sm" className="figures">
          {t('training.learned')} {hoursText(path.learnedHours)} · {t('training.taught')}{' '}
          {hoursText(path.taughtHours)} · {t('training.path.sessions')} {path.sessions.length}
        </Text>
        <PaperButton
          name={t('training.path.titleOf', { name: path.name })}
          label={t('training.path.print')}
          load={pathPaper(path.personId)}
        />
      </Group>
      <Tracks path={path} />
      <Lay path={path} />
      <Lines title={t('training.path.sessions')} none={path.sessions.length === 0}>
        {path.sessions.slice(0, 12).map(({ id, name, heldOn, score }) => (
          <Text key={id} size="sm" className="figures">
            <Anchor inherit underline="always" {...link(recordAddress('training', id))}>
              {name}
            </Anchor>{' '}
            {day(heldOn)}
            {score === null ? '' : ` · ${t('training.marks', { score })}`}
          </Text>
        ))}
      </Lines>
      <Lines title={t('training.path.certificates')} none={path.certificates.length === 0}>
        {path.certificates.map(({ id, name, number, expiresOn, state }) => (
          <Text key={id} size="sm" className="figures">
            <Anchor inherit underline="always" {...link(recordAddress('trainingCertificate', id))}>
              {name}
            </Anchor>{' '}
            {number} · {expiresOn === null ? t('training.paper.forGood') : day(expiresOn)}{' '}
            {state === 'good' ? null : (
              <Badge
                color={state === 'over' ? 'red' : 'orange'}
                leftSection={<IconAlertTriangle size={12} aria-hidden />}
              >
                {t(state === 'over' ? 'training.over' : 'training.soon')}
              </Badge>
            )}
          </Text>
        ))}
      </Lines>
      {path.exams === null ? null : (
        <Lines title={t('training.path.exams')} none={path.exams.length === 0}>
          {path.exams.map((exam) => (
            <Text key={exam.examId} size="sm" component="div" className="figures">
              {exam.name} {day(exam.heldOn)} <ExamResult exam={exam} />
            </Text>
          ))}
        </Lines>
      )}
    </>
  );
}

function Lines(props: {
  readonly title: string;
  readonly none: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  return (
    <div>
      <Title order={3} size="sm" mt="xs">
        {props.title}
      </Title>
      {props.none ? (
        <Text size="sm" c="dimmed">
          {t('training.path.nothing')}
        </Text>
      ) : (
        props.children
      )}
    </div>
  );
}

function Tracks({ path }: { readonly path: GrowthPath }): ReactNode {
  const { t, day, choice } = useTexts();
  const link = useLink();
  if (path.tracks.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('training.path.none')}
      </Text>
    );
  return path.tracks.map(({ track, steps }) => {
    const title = choice('growthStep', 'track', track);
    const next = steps.find(({ state }) => state === 'next');
    return (
      <div key={track}>
        <Title order={3} size="sm" mt="xs">
          {title}{' '}
          <Text span size="sm" fw={400} className="figures">
            {t('training.path.reached', {
              done: steps.filter(({ state }) => state === 'done').length,
              count: steps.length,
            })}
            {next ? ` · ${t('training.path.nextStep', { text: next.text, day: day(next.dueOn) })}` : ''}
          </Text>
        </Title>
        <Table.ScrollContainer minWidth={460}>
          <Table aria-label={title} verticalSpacing={2} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('training.path.step')}</Table.Th>
                <Table.Th>{t('training.path.due')}</Table.Th>
                <Table.Th>{t('training.path.state')}</Table.Th>
                <Table.Th>{t('training.path.how')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="figures">
              {steps.map(({ id, text, subjectName, dueOn, state, reachedOn, bySession }) => {
                const { color, Shown } = looks[state];
                return (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <Anchor inherit underline="always" {...link(recordAddress('growthStep', id))}>
                        {subjectName ?? text}
                      </Anchor>
                      {subjectName !== null && subjectName !== text ? ` ${text}` : ''}
                    </Table.Td>
                    <Table.Td>{day(dueOn)}</Table.Td>
                    <Table.Td>
                      <Badge color={color} variant="light" leftSection={<Shown size={12} aria-hidden />}>
                        {t(`training.path.states.${state}`)}
                      </Badge>
                    </Table.Td>
                    <Table.Td>
                      {reachedOn === null ? '' : day(reachedOn)} {bySession}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </div>
    );
  });
}

/** A path laid from the subjects of a track, for who arranges training. */
function Lay({ path }: { readonly path: GrowthPath }): ReactNode {
  const { t, choice } = useTexts();
  const { may, today } = useSession();
  const lay = useLayPath();
  const open = growthTracks.filter((track) => !path.tracks.some((one) => one.track === track));
  if (!may('training.write') || open.length === 0) return null;
  return (
    <Group gap="xs" mt={6}>
      <ErrorNote error={lay.error} />
      {open.map((track) => (
        <Button
          key={track}
          size="compact-sm"
          variant="default"
          loading={lay.isPending}
          onClick={() => lay.mutate({ personId: path.personId, track, year: yearOf(today) })}
        >
          {t('training.path.lay')} · {choice('growthStep', 'track', track)}
        </Button>
      ))}
    </Group>
  );
}
