import { Loader, NativeSelect, Paper } from '@mantine/core';
import { IconPhoneCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { TouchLine, TouchPage } from '#shared/features/campaign/campaign-views.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { tellLatest } from '#renderer/components/tell-latest.ts';
import { PickList } from '#renderer/components/pick-list.tsx';
import list from '#renderer/features/follow-up/follow-up.module.css';
import { PageSteps } from '#renderer/features/reminder/page-steps.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useTouches, type About } from './campaign.queries.ts';
import { TouchDesk, type Entered } from './touch-desk.tsx';

const pageSize = 50;
const everything: About = { campaignId: null, triggerId: null };
const keyOfAbout = ({ campaignId, triggerId }: About): string => `${campaignId ?? ''}-${triggerId ?? ''}`;

/** 今日触达: to whom an offer is made today, one entry for a customer; the next comes by itself after saving. */
export function TouchScreen(): ReactNode {
  const { t } = useTexts();
  const [about, setAbout] = useState<About>(everything);
  const [page, setPage] = useState(1);
  const touches = useTouches(about, page);
  const { data } = touches;
  return (
    <PageFrame
      title={t('campaign.touch.title')}
      subtitle={
        data
          ? [
              t('campaign.touch.sentence', { count: data.total }),
              ...(data.resting > 0 ? [t('campaign.touch.resting', { count: data.resting })] : []),
            ].join(t('common.semicolon'))
          : undefined
      }
      actions={
        <NativeSelect
          aria-label={t('campaign.touch.about')}
          value={keyOfAbout(about)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setAbout(data?.about.find((one) => keyOfAbout(one) === value) ?? everything);
            setPage(1);
          }}
          data={[
            { value: keyOfAbout(everything), label: t('campaign.touch.all') },
            ...(data?.about ?? []).map((one) => ({
              value: keyOfAbout(one),
              label: t('campaign.touch.aboutLine', { name: one.name, count: one.count }),
            })),
          ]}
        />
      }
    >
      <ErrorNote error={touches.error} onRetry={() => void touches.refetch()} />
      {touches.isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data?.lines.length === 0 ? (
        <Paper className="sheet">
          <EmptyState icon={IconPhoneCheck} sentence={t('campaign.touch.none')} />
        </Paper>
      ) : null}
      {data && data.lines.length > 0 ? <Surface key={`${keyOfAbout(about)}-${page}`} page={data} /> : null}
      {data ? <PageSteps page={page} pageSize={pageSize} total={data.total} onPage={setPage} /> : null}
    </PageFrame>
  );
}

const keyOf = ({ customerId }: TouchLine): string => String(customerId);

function Surface({ page }: { readonly page: TouchPage }): ReactNode {
  const { lines } = page;
  const { t, day } = useTexts();
  const [chosen, setChosen] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  const line = lines.find(({ customerId }) => customerId === chosen) ?? lines[0];
  if (!line) return null;
  const entered = ({ name, code, gave }: Entered): void => {
    tellLatest('call', {
      message: gave
        ? t('campaign.touch.gave', { name })
        : t('campaign.touch.saved', { name, code: t(`campaign.codes.${code}`) }),
      color: 'green',
    });
    const at = lines.indexOf(line);
    setChosen((lines[at + 1] ?? lines[at - 1])?.customerId ?? null);
    setTurn(turn + 1);
  };
  return (
    <div className={list['surface']}>
      <PickList
        items={lines}
        keyOf={keyOf}
        chosen={keyOf(line)}
        onChoose={(key) => setChosen(Number(key))}
        onBegin={() => setTurn(turn + 1)}
        label={t('campaign.touch.title')}
        className={list['list']}
        lineClassName={list['line']}
      >
        {({ name, reasons }) => (
          <>
            <span className={list['what']}>
              <strong>{name}</strong>
              <small>{reasons.map((reason) => reason.name).join(' · ')}</small>
            </span>
            <span className={list['when']}>
              {reasons[0] ? t('campaign.touch.until', { day: day(reasons[0].until) }) : null}
            </span>
          </>
        )}
      </PickList>
      <TouchDesk key={line.customerId} line={line} turn={turn} onEntered={entered} />
    </div>
  );
}
