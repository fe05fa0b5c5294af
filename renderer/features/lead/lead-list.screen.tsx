import type { ReactNode } from 'react';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { leadLayout } from './lead.layout.ts';

const actions = (shown: ShownRows): ReactNode => <MakeCampaign feature="lead" shown={shown} />;

export function LeadListScreen(): ReactNode {
  return <RecordList {...leadLayout} actions={actions} />;
}
