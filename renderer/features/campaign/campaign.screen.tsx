import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CampaignAudience } from './campaign-audience.tsx';
import { PhaseBadge } from './campaign-list.screen.tsx';
import { CampaignResult } from './campaign-result.tsx';
import { CampaignStart } from './campaign-start.tsx';
import { campaignLayout } from './campaign.layout.ts';

/** One campaign: its plan, its audience, its result. */
export function CampaignScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  return (
    <RecordForm
      layout={campaignLayout}
      renderAbove={({ record }) => (
        <Group gap="xs">
          <PhaseBadge row={record} />
        </Group>
      )}
      tabs={{
        first: t('campaign.tabs.plan'),
        others: [
          {
            key: 'audience',
            name: t('campaign.tabs.audience'),
            render: ({ id, record }) =>
              record['state'] !== 'draft' ? (
                <CampaignAudience id={id} record={record} />
              ) : may('campaign.write') ? (
                <CampaignStart id={id} record={record} />
              ) : null,
          },
          ...(may('campaign.seeResult')
            ? [
                {
                  key: 'result',
                  name: t('campaign.tabs.result'),
                  render: ({
                    id,
                    record,
                  }: {
                    readonly id: number;
                    readonly record: Parameters<typeof PhaseBadge>[0]['row'];
                  }) => <CampaignResult id={id} isDraft={record['state'] === 'draft'} />,
                },
              ]
            : []),
        ],
      }}
    />
  );
}
