import type { ReactNode } from 'react';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { orderLayout } from './order.layout.ts';

const actions = (shown: ShownRows): ReactNode => <MakeCampaign feature="order" shown={shown} />;

export function OrderListScreen(): ReactNode {
  return <RecordList {...orderLayout} actions={actions} />;
}
