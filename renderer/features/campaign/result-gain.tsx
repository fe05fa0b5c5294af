import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CampaignResult } from '#shared/features/campaign/campaign-views.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Figures, Part, Reckoned } from './result-parts.tsx';

/** 回报: extra sales less the cost, with the sum and what may be said of it. */
export function ResultGain({ result }: { readonly result: CampaignResult }): ReactNode {
  const { t, money } = useTexts();
  const { extraFen, netFen, confidence } = result.gain;
  return (
    <Part id="campaign-gain" name={t('campaign.result.gain')}>
      {extraFen === null || netFen === null ? null : (
        <Figures
          figures={[
            [t('campaign.result.extra'), money(extraFen)],
            [t('campaign.result.total'), money(result.cost.totalFen)],
            [t('campaign.result.net'), money(netFen)],
          ]}
        />
      )}
      <Text size="sm" role="status">
        {t(`campaign.result.confidence.${confidence}`)}
      </Text>
      <Reckoned gain={result.gain} result={result} />
      <Text size="xs" c="dimmed">
        {t('campaign.result.definition')}
      </Text>
    </Part>
  );
}
