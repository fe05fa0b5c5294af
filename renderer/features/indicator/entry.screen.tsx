import { Loader } from '@mantine/core';
import { Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { figuresAddress } from './indicator-address.ts';

/** 填报 is seen and changed on the page of its period. */
export function EntryScreen(): ReactNode {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const { t } = useTexts();
  const { data, error } = useRecord('indicatorEntry', Number(params['id']));
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  const { period, level, departmentId, personId } = data.record;
  const id = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  const who = {
    level: level === 'department' || level === 'person' ? level : 'store',
    departmentId: id(departmentId),
    personId: id(personId),
  } as const;
  return <Navigate to={figuresAddress(String(period), who)} replace />;
}
