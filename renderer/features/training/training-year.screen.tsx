import {
  Alert,
  Anchor,
  Badge,
  Button,
  Loader,
  NumberInput,
  Paper,
  SimpleGrid,
  Text,
  Title,
} from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarMonth,
  IconCheck,
  IconList,
  IconPlus,
  IconSchool,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { SeasonFigures, TrainingYear } from '#shared/features/training/training.contract.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { mayUse, type RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useTrainingYear } from './training.queries.ts';
import { CertificatesPart, ContestsPart, EffectsPart, LateStepsPart, PeoplePart } from './year-parts.tsx';
import { hoursText, rateText } from './year-words.ts';
import classes from './training.module.css';

const more = [
  'trainingYear',
  'trainingSubject',
  'trainer',
  'growthStep',
  'trainingCertificate',
  'exam',
  'examQuestion',
] as const satisfies readonly RecordFeature[];

/** 年度培训: the four seasons with what is planned and held, people, contests, certificates and growth. */
export function TrainingYearScreen(): ReactNode {
  const { t, record } = useTexts();
  const { today, may } = useSession();
  const link = useLink();
  const [year, setYear] = useState(yearOf(today));
  const { data, error, refetch } = useTrainingYear(year);
  return (
    <PageFrame
      title={t('training.title')}
      actions={
        <>
          <NumberInput
            aria-label={t('training.year')}
            w={96}
            min={2000}
            max={2200}
            value={year}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 2000 && value <= 2200) setYear(value);
            }}
          />
          <Button
            component="a"
            variant="default"
            leftSection={<IconCalendarMonth size={15} aria-hidden />}
            {...link('/training/calendar')}
          >
            {t('training.calendar')}
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconList size={15} aria-hidden />}
            {...link(listAddress('training'))}
          >
            {t('training.allSessions')}
          </Button>
          {may('training.write') ? (
            <Button
              component="a"
              leftSection={<IconPlus size={15} aria-hidden />}
              {...link(recordAddress('training', 'new'))}
            >
              {t('training.newSession')}
            </Button>
          ) : null}
        </>
      }
    >
      <Text c="dimmed">{t('training.sentence')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? <Year data={data} /> : <Loader size="sm" aria-label={t('common.loading')} />}
      <Paper className="sheet" p="sm" component="section" aria-label={t('training.more')}>
        <Text size="sm">
          {t('training.more')}
          {may('exam.take') ? (
            <Anchor ml="md" {...link('/exam/mine')}>
              {t('exam.mine')}
            </Anchor>
          ) : null}
          {more
            .filter((feature) => mayUse(may, feature, 'list'))
            .map((feature) => (
              <Anchor key={feature} ml="md" {...link(listAddress(feature))}>
                {record(feature, 'many')}
              </Anchor>
            ))}
        </Text>
      </Paper>
    </PageFrame>
  );
}

function Year({ data }: { readonly data: TrainingYear }): ReactNode {
  return (
    <>
      <Head data={data} />
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        {data.seasons.map((season) => (
          <SeasonCard key={season.season} figures={season} />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <PeoplePart people={data.people} />
        <div>
          <ContestsPart contests={data.contests} />
          <EffectsPart effects={data.effects} />
          <CertificatesPart certificates={data.certificates} />
          <LateStepsPart steps={data.lateSteps} />
        </div>
      </SimpleGrid>
    </>
  );
}

/** Who is in charge, and what of the budget is spent. */
function Head({ data }: { readonly data: TrainingYear }): ReactNode {
  const { t, money } = useTexts();
  const { may } = useSession();
  const link = useLink();
  if (data.id === null)
    return (
      <Alert color="orange" role="status" icon={<IconAlertTriangle size={18} aria-hidden />}>
        {t('training.noPlan', { year: data.year })}{' '}
        {may('training.write') ? (
          <Anchor inherit underline="always" {...link(recordAddress('trainingYear', 'new'))}>
            {t('training.makePlan')}
          </Anchor>
        ) : null}
      </Alert>
    );
  const used = data.seasons.reduce((sum, { costFen, extraPayFen }) => sum + costFen + extraPayFen, 0);
  return (
    <Text>
      <IconSchool size={16} aria-hidden style={{ verticalAlign: '-3px' }} />{' '}
      <Anchor inherit underline="always" {...link(recordAddress('trainingYear', data.id))}>
        {t('training.inCharge', { name: data.leaderName ?? '' })}
      </Anchor>
      {data.deputyName ? ` · ${t('training.overseer', { name: data.deputyName })}` : ''}
      {data.budgetFen === null
        ? ''
        : ` · ${t('training.budget', { budget: money(data.budgetFen), used: money(used) })}`}{' '}
      {data.budgetFen !== null && used > data.budgetFen ? (
        <Badge color="orange" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
          {t('training.overBudget')}
        </Badge>
      ) : null}
    </Text>
  );
}

function SeasonCard({ figures }: { readonly figures: SeasonFigures }): ReactNode {
  const { t, choice, money } = useTexts();
  const link = useLink();
  const { season, missing } = figures;
  const title = choice('trainingSubject', 'season', season);
  return (
    <Paper className="sheet" p="sm" component="section" aria-label={title}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text fw={600} className="figures" mt={4}>
        {t('training.seasonHours', {
          held: hoursText(figures.heldHours),
          planned: hoursText(figures.plannedHours),
        })}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('training.arranged', { hours: hoursText(figures.arrangedHours), count: figures.sessions })}
      </Text>
      <Text size="sm" className="figures">
        {t('training.attendance')} {rateText(figures.attendanceBasisPoints)} · {t('training.pass')}{' '}
        {rateText(figures.passBasisPoints)}
      </Text>
      <Text size="sm" className="figures">
        {t('training.cost')} {money(figures.costFen)} · {t('training.extraPay')} {money(figures.extraPayFen)}
      </Text>
      {missing.length === 0 ? (
        <Text size="sm" mt="xs">
          <IconCheck size={14} aria-hidden /> {t('training.nothingMissing')}
        </Text>
      ) : (
        <>
          <Title order={3} size="sm" mt="xs">
            <IconAlertTriangle size={14} aria-hidden /> {t('training.missing')}
          </Title>
          <ul className={classes.missing}>
            {missing.map(({ id, name }) => (
              <li key={id}>
                <Anchor inherit {...link(recordAddress('trainingSubject', id))}>
                  {name}
                </Anchor>
              </li>
            ))}
          </ul>
        </>
      )}
    </Paper>
  );
}
