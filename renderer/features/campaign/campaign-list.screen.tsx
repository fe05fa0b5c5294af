import { Badge, Button } from '@mantine/core';
import { IconBolt, IconHourglass, IconPhoneOutgoing, IconRepeat } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { phaseOf, type CampaignPhase } from '#shared/features/campaign/campaign.rules.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { campaignLayout } from './campaign.layout.ts';

const colours: Readonly<Record<CampaignPhase, string>> = {
  draft: 'gray',
  coming: 'blue',
  running: 'green',
  over: 'gray',
};

/** Where a campaign stands today: draft, not begun, running, over. */
export function PhaseBadge({ row }: { readonly row: Row }): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const { state, startsOn, endsOn } = row;
  const phase = phaseOf({ state: String(state), startsOn: String(startsOn), endsOn: String(endsOn) }, today);
  return (
    <Badge size="sm" variant="light" color={colours[phase]}>
      {t(`campaign.phases.${phase}`)}
    </Badge>
  );
}

const cells: Cells = { state: (row) => <PhaseBadge row={row} /> };

/** 营销活动: drafts, running ones and those that are over. They are made on other lists. */
export function CampaignListScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  return (
    <RecordList
      {...campaignLayout}
      cells={cells}
      widths={{ name: 220, goal: 220 }}
      actions={
        <>
          {may('campaign.seeResult') ? (
            <Button
              component="a"
              variant="default"
              leftSection={<IconRepeat size={15} aria-hidden />}
              {...link('/campaign/repeat')}
            >
              {t('campaign.repeat.title')}
            </Button>
          ) : null}
          <Button
            component="a"
            variant="default"
            leftSection={<IconHourglass size={15} aria-hidden />}
            {...link('/campaign/expiring')}
          >
            {t('campaign.expiring.title')}
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconPhoneOutgoing size={15} aria-hidden />}
            {...link('/campaign/touch')}
          >
            {t('campaign.touch.title')}
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconBolt size={15} aria-hidden />}
            {...link(listAddress('campaignTrigger'))}
          >
            {t('campaign.trigger.rules')}
          </Button>
        </>
      }
    />
  );
}
