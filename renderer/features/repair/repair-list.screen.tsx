import type { ReactNode } from 'react';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { repairLayout } from './repair.layout.ts';

const actions = (shown: ShownRows): ReactNode => <MakeCampaign feature="repair" shown={shown} />;

export function RepairListScreen(): ReactNode {
  return <RecordList {...repairLayout} actions={actions} />;
}
