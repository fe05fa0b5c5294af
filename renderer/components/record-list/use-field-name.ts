import { useCallback } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { headFields } from './list-columns.ts';

const headNames = {
  id: 'list.head.id',
  createdAt: 'list.head.createdAt',
  updatedAt: 'list.head.updatedAt',
  removedAt: 'list.head.removedAt',
} as const;

/** Names of a feature's fields, those that every record carries included. */
export function useFieldName(feature: string): (name: string) => string {
  const { t, field } = useTexts();
  return useCallback(
    (name) =>
      name in headFields || name === 'removedAt'
        ? t(headNames[name as keyof typeof headNames])
        : field(feature, name),
    [feature, field, t],
  );
}
