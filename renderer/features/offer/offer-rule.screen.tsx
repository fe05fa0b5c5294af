import type { ReactNode } from 'react';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { offerRuleLayout } from './offer.layout.ts';

const cells: Cells = { confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} /> };

/** 推荐规则: the dated table of what is offered next. */
export function OfferRuleListScreen(): ReactNode {
  return <RecordList {...offerRuleLayout} cells={cells} widths={{ name: 180 }} />;
}

export function OfferRuleFormScreen(): ReactNode {
  return <RecordForm layout={offerRuleLayout} />;
}
