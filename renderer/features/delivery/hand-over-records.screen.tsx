import { Loader } from '@mantine/core';
import { Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { handOverItemLayout, handOverSheetLayout } from './delivery.layout.ts';

/** 交接清单: what goes along by kind of vehicle. */
export function HandOverItemListScreen(): ReactNode {
  return <RecordList {...handOverItemLayout} />;
}

export function HandOverItemFormScreen(): ReactNode {
  return <RecordForm layout={handOverItemLayout} />;
}

/** 交接单登记簿: every number, void ones included. */
export function HandOverSheetListScreen(): ReactNode {
  return <RecordList {...handOverSheetLayout} />;
}

/** A sheet is seen on the page of its delivery. */
export function HandOverSheetScreen(): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const { t } = useTexts();
  const { data, error } = useRecord('handOverSheet', Number(params['id']));
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  return <Navigate to={recordAddress('delivery', Number(data.record['deliveryId']))} replace />;
}
