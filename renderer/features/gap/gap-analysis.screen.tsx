import { Button, Group, Loader } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import {
  gapAddress,
  keyOfSearch,
  periodOfSearch,
  whoOfSearch,
} from '#renderer/features/indicator/indicator-address.ts';
import { PeriodPick } from '#renderer/features/indicator/period-pick.tsx';
import { useIndicatorTexts } from '#renderer/features/indicator/use-indicator-texts.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { GapBack } from './gap-head.tsx';
import { GapDrivers } from './gap-drivers.tsx';
import { GapFigures } from './gap-figures.tsx';
import { GapShares } from './gap-shares.tsx';
import { useAnalysis, useOpenGap, type About } from './gap.queries.ts';
import classes from './gap.module.css';
import tones from '#renderer/features/indicator/indicator.module.css';

/** 差异分析 before there is a record of it: what is compared stands in the address. */
export function GapAnalysisScreen(): ReactNode {
  const { t } = useTexts();
  const { today, me, may } = useSession();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const asked: About = {
    key: keyOfSearch(search),
    period: periodOfSearch(search, today),
    who: whoOfSearch(search),
  };
  const texts = useIndicatorTexts();
  const { data, error } = useAnalysis(asked);
  const opening = useOpenGap();
  const [ownerId, setOwnerId] = useState<number | null>(me.personId);
  if (data && data.gapId !== null && !opening.isPending)
    return <Navigate to={`/gap/${data.gapId}`} replace />;
  return (
    <PageFrame
      title={t('gap.title')}
      before={<GapBack />}
      subtitle={
        data
          ? t('gap.about', {
              name: texts.name(asked.key),
              period: texts.period(asked.period),
              who: texts.who(data.who, data.whoName),
            })
          : undefined
      }
      actions={
        <PeriodPick
          period={asked.period}
          onChange={(period) => go(gapAddress(asked.key, period, asked.who), { replace: true })}
        />
      }
    >
      <ErrorNote error={error ?? opening.error} />
      {data ? (
        <div className={tones.tones}>
          <div className={classes.surface}>
            <div className={classes.column}>
              <GapFigures analysis={data} />
              <GapDrivers analysis={data} />
            </div>
            <div className={classes.column}>
              {may('gap.write') ? (
                <Group align="flex-end" gap="xs" className={`sheet ${classes.part}`}>
                  <ReferenceField
                    feature="person"
                    label={t('gap.owner')}
                    name={me.name}
                    value={ownerId}
                    onChange={setOwnerId}
                  />
                  <Button
                    leftSection={<IconListSearch size={15} />}
                    disabled={ownerId === null}
                    loading={opening.isPending}
                    onClick={() =>
                      opening.mutate(
                        { ...asked, ownerId: ownerId ?? me.personId },
                        { onSuccess: ({ id }) => go(`/gap/${id}`, { replace: true }) },
                      )
                    }
                  >
                    {t('gap.raise')}
                  </Button>
                </Group>
              ) : null}
              <GapShares analysis={data} />
            </div>
          </div>
        </div>
      ) : error ? null : (
        <Loader m="xl" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}
