import { ActionIcon, Button, Loader, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFlag } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Wall } from '#shared/features/indicator/indicator.contract.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useWall, wallPaper } from './indicator.queries.ts';
import { ToneMark } from './tones.tsx';
import { WallHeat } from './wall-heat.tsx';
import { WallMatrix } from './wall-matrix.tsx';
import { WallReds } from './wall-reds.tsx';
import classes from './indicator.module.css';

const [earliest, latest] = [2000, 2099];

/** 经营墙: the year on one page. The year stands in the address. */
export function WallScreen(): ReactNode {
  const { t, day } = useTexts();
  const { today } = useSession();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const asked = search['year'];
  const year =
    typeof asked === 'number' && Number.isInteger(asked) && asked >= earliest && asked <= latest
      ? asked
      : yearOf(today);
  const { data, error, refetch } = useWall(year);
  const open = (other: number): void => go(`/indicator/wall?year=${other}`, { replace: true });
  return (
    <PageFrame
      title={`${t('indicator.wall')} ${t('indicator.year', { year })}`}
      subtitle={data ? t('indicator.asOf', { day: day(data.asOf) }) : undefined}
      actions={
        <>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('indicator.yearBefore')}
            disabled={year <= earliest}
            onClick={() => open(year - 1)}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('indicator.yearAfter')}
            disabled={year >= latest}
            onClick={() => open(year + 1)}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
          {data && data.store.length + data.departments.length + data.people.length > 0 ? (
            <PaperButton
              name={`${t('indicator.wall')} ${t('indicator.year', { year })}`}
              load={wallPaper(year)}
              inHead
              byKey
            />
          ) : null}
        </>
      }
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? <Parts wall={data} /> : error ? null : <Loader m="xl" aria-label={t('common.loading')} />}
    </PageFrame>
  );
}

function Parts({ wall }: { readonly wall: Wall }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  if (wall.store.length + wall.departments.length + wall.people.length === 0)
    return (
      <EmptyState
        icon={IconFlag}
        sentence={t('indicator.noGoals', { year: wall.year })}
        action={<Button onClick={() => go('/goal')}>{t('indicator.setGoals')}</Button>}
      />
    );
  return (
    <div className={classes.tones}>
      <section className={`sheet ${classes.part}`}>
        <Text component="h2" fw={600}>
          {t('indicator.heat')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('indicator.wallHint')}
        </Text>
        <div className={classes.legend} role="note" aria-label={t('indicator.legend')}>
          {(['met', 'onTrack', 'near', 'behind'] as const).map((tone) => (
            <ToneMark key={tone} tone={tone} />
          ))}
        </div>
        <WallHeat lines={wall.store} year={wall.year} asOf={wall.asOf} />
      </section>
      <div className={classes.parts} style={{ marginTop: 12 }}>
        <section className={`sheet ${classes.part}`}>
          <Text component="h2" fw={600}>
            {t('indicator.red')}
          </Text>
          <WallReds reds={wall.red} />
        </section>
        {(
          [
            ['departments', 'byDepartment'],
            ['people', 'byPerson'],
          ] as const
        ).map(([name, title]) =>
          wall[name].length === 0 ? null : (
            <section key={name} className={`sheet ${classes.part}`}>
              <Text component="h2" fw={600}>
                {t(`indicator.${title}`)}
              </Text>
              <WallMatrix lines={wall[name]} year={wall.year} title={t(`indicator.${title}`)} />
            </section>
          ),
        )}
      </div>
    </div>
  );
}
