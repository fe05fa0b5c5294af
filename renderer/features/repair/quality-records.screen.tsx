import { Loader } from '@mantine/core';
import { Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  certificateFields,
  reworkFields,
  warrantyRuleFields,
} from '#shared/features/repair/repair.fields.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const newestFirst = [{ field: 'number', descending: true }];

/** 返工单: every one, open ones to be finished on their order's page. */
export function ReworkListScreen(): ReactNode {
  return <RecordList feature="rework" fields={reworkFields} usualSort={newestFirst} />;
}

/** 合格证登记簿: every number, void ones included. */
export function CertificateListScreen(): ReactNode {
  return <RecordList feature="certificate" fields={certificateFields} usualSort={newestFirst} />;
}

/** What belongs to a repair order is seen on the order's page. */
function OnItsOrder(props: { readonly feature: 'rework' | 'certificate' }): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const { t } = useTexts();
  const { data, error } = useRecord(props.feature, Number(params['id']));
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  return <Navigate to={recordAddress('repair', Number(data.record['repairId']))} replace />;
}

export function ReworkScreen(): ReactNode {
  return <OnItsOrder feature="rework" />;
}

export function CertificateScreen(): ReactNode {
  return <OnItsOrder feature="certificate" />;
}

const warrantyRuleLayout: RecordLayout = {
  feature: 'warrantyRule',
  fields: warrantyRuleFields,
  title: ['source'],
  startsToday: ['validFrom'],
  usualSort: [{ field: 'validFrom', descending: true }],
  groups: [
    { name: 'basic', fields: ['repairClass', 'days', 'kilometres'] },
    { name: 'progress', fields: ['validFrom', 'validTo', 'source', 'confirmed'] },
  ],
};

export function WarrantyRuleListScreen(): ReactNode {
  return <RecordList {...warrantyRuleLayout} />;
}

export function WarrantyRuleFormScreen(): ReactNode {
  return <RecordForm layout={warrantyRuleLayout} />;
}
