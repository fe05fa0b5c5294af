import { Group, Loader, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ResultPart } from '#shared/features/campaign/campaign-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { resultPaper, useCampaignResult } from './campaign.queries.ts';
import { ResultCost, ResultReach } from './result-cost.tsx';
import { ResultGain } from './result-gain.tsx';
import { ResultGroups } from './result-groups.tsx';
import { ResultMargin } from './result-margin.tsx';
import type { Ask } from './result-parts.tsx';
import { ResultRows } from './result-rows.tsx';

/** 结果: reach, both groups side by side, cost and return; every count opens its rows. */
export function CampaignResult({
  id,
  isDraft,
}: {
  readonly id: number;
  readonly isDraft: boolean;
}): ReactNode {
  const { t } = useTexts();
  if (isDraft)
    return (
      <Text role="status" p="md">
        {t('campaign.result.draft')}
      </Text>
    );
  return <Shown id={id} />;
}

function Shown({ id }: { readonly id: number }): ReactNode {
  const { t, day } = useTexts();
  const { data, error, refetch } = useCampaignResult(id);
  const [asked, setAsked] = useState<{ readonly part: ResultPart; readonly name: string } | null>(null);
  const ask: Ask = (part, name) => setAsked({ part, name });
  if (!data)
    return error ? (
      <ErrorNote error={error} onRetry={() => void refetch()} />
    ) : (
      <Loader size="sm" aria-label={t('common.loading')} />
    );
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('campaign.result.days', { from: day(data.from), to: day(data.to) })}
          {data.isOver ? '' : ` · ${t('campaign.result.soFar')}`}
        </Text>
        <PaperButton
          name={t('campaign.result.title')}
          label={t('campaign.result.print')}
          load={resultPaper(id)}
          word
          byKey
        />
      </Group>
      <ResultGain result={data} />
      <ResultMargin result={data} />
      <ResultGroups result={data} onAsk={ask} />
      <ResultReach result={data} onAsk={ask} />
      <ResultCost result={data} onAsk={ask} />
      {asked ? <ResultRows id={id} {...asked} onClose={() => setAsked(null)} /> : null}
    </Stack>
  );
}
