import { Anchor, Badge, Paper, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EffectMonth, TrainingYear } from '#shared/features/training/training.contract.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useIndicatorTexts } from '#renderer/features/indicator/use-indicator-texts.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { hoursText } from './year-words.ts';
import classes from './training.module.css';

/** A sheet of the page with its heading. */
export function Part(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Paper className="sheet" p="sm" mb="sm" component="section" aria-label={props.title}>
      <Title order={2} size="h3" mb={6}>
        {props.title}
      </Title>
      {props.children}
    </Paper>
  );
}

export const None = ({ text }: { readonly text: string }): ReactNode => (
  <Text size="sm" c="dimmed">
    {text}
  </Text>
);

/** 人员课时: hours learned and taught of everybody. */
export function PeoplePart({ people }: Pick<TrainingYear, 'people'>): ReactNode {
  const { t, money } = useTexts();
  const link = useLink();
  const title = t('training.people');
  return (
    <Part title={title}>
      {people.length === 0 ? (
        <None text={t('training.noPeople')} />
      ) : (
        <Table.ScrollContainer minWidth={420}>
          <Table aria-label={title} verticalSpacing={3} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('training.person')}</Table.Th>
                <Table.Th ta="right">{t('training.learned')}</Table.Th>
                <Table.Th ta="right">{t('training.taught')}</Table.Th>
                <Table.Th ta="right">{t('training.score')}</Table.Th>
                <Table.Th ta="right">{t('training.extraPay')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className="figures">
              {people.map((one) => (
                <Table.Tr key={one.personId}>
                  <Table.Td>
                    <Anchor inherit underline="always" {...link(recordAddress('person', one.personId))}>
                      {one.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td ta="right">{hoursText(one.learnedHours)}</Table.Td>
                  <Table.Td ta="right">{one.taughtHours === 0 ? '' : hoursText(one.taughtHours)}</Table.Td>
                  <Table.Td ta="right">{one.averageScore ?? '—'}</Table.Td>
                  <Table.Td ta="right">{one.extraPayFen === 0 ? '' : money(one.extraPayFen)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Part>
  );
}

/** 竞赛排名 of the sessions that are contests. */
export function ContestsPart({ contests }: Pick<TrainingYear, 'contests'>): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  if (contests.length === 0) return null;
  return (
    <Part title={t('training.contests')}>
      {contests.map(({ trainingId, name, heldOn, places }) => (
        <div key={trainingId}>
          <Text size="sm" fw={600}>
            <Anchor inherit underline="always" {...link(recordAddress('training', trainingId))}>
              {name}
            </Anchor>{' '}
            {day(heldOn)}
          </Text>
          <ol className={classes.places}>
            {places.map(({ place, name: who, score }) => (
              <li key={who}>
                {t('training.place', { place })} {who} · {t('training.marks', { score })}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Part>
  );
}

/** 培训效果: the indicator that a session was to move, before and after; no proof of a cause. */
export function EffectsPart({ effects }: Pick<TrainingYear, 'effects'>): ReactNode {
  const { t, language } = useTexts();
  const link = useLink();
  const texts = useIndicatorTexts();
  if (effects.length === 0) return null;
  const written = (value: string | null): string => value ?? t('training.notWritten');
  const figure = (key: string, { store, missing }: EffectMonth): string =>
    store === null
      ? missing === null
        ? t('training.notWritten')
        : texts.missing(missing, null)
      : texts.figure(store, texts.definitions.get(key));
  const words = ({ aim, before, after, measured }: TrainingYear['effects'][number]): string => {
    if (measured === null)
      return t('training.effect', { aim: aim ?? '', before: written(before), after: written(after) });
    const { indicator, before: first, after: last } = measured;
    const named = {
      name: texts.name(indicator),
      beforeMonth: formatMonth(first.month, language),
      before: figure(indicator, first),
    };
    return last === null
      ? t('training.measuredEarly', named)
      : t('training.measured', {
          ...named,
          afterMonth: formatMonth(last.month, language),
          after: figure(indicator, last),
        });
  };
  return (
    <Part title={t('training.effects')}>
      {effects.map((effect) => (
        <Text key={effect.trainingId} size="sm">
          <Anchor inherit underline="always" {...link(recordAddress('training', effect.trainingId))}>
            {effect.name}
          </Anchor>{' '}
          {words(effect)}
        </Text>
      ))}
      {effects.some(({ measured }) => measured !== null) ? (
        <Text size="xs" c="dimmed" mt={4}>
          {t('training.measuredNote')}
        </Text>
      ) : null}
    </Part>
  );
}

export function CertificatesPart({ certificates }: Pick<TrainingYear, 'certificates'>): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  return (
    <Part title={t('training.certificates')}>
      {certificates.length === 0 ? <None text={t('training.noCertificates')} /> : null}
      {certificates.map(({ id, name, personName, expiresOn, state }) => (
        <Text key={id} size="sm">
          <Anchor inherit underline="always" {...link(recordAddress('trainingCertificate', id))}>
            {name}
          </Anchor>{' '}
          {personName} · {expiresOn === null ? '' : day(expiresOn)}{' '}
          <Badge
            color={state === 'over' ? 'red' : 'orange'}
            leftSection={
              state === 'over' ? (
                <IconAlertTriangle size={12} aria-hidden />
              ) : (
                <IconClock size={12} aria-hidden />
              )
            }
          >
            {t(state === 'over' ? 'training.over' : 'training.soon')}
          </Badge>
        </Text>
      ))}
    </Part>
  );
}

export function LateStepsPart({ steps }: { readonly steps: TrainingYear['lateSteps'] }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  return (
    <Part title={t('training.lateSteps')}>
      {steps.length === 0 ? <None text={t('training.noLateSteps')} /> : null}
      {steps.map(({ id, personName, text, dueOn }) => (
        <Text key={id} size="sm">
          <Anchor inherit underline="always" {...link(recordAddress('growthStep', id))}>
            {text}
          </Anchor>{' '}
          {personName} · {t('training.due', { day: day(dueOn) })}
        </Text>
      ))}
    </Part>
  );
}
