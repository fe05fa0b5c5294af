import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useIncomePeople } from './income.queries.ts';

/** The people whose calculator may be opened; nothing where there is only oneself. */
export function IncomePersonSelect({ personId }: { readonly personId: number }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const { data = [] } = useIncomePeople();
  if (data.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('income.person')}
      value={String(personId)}
      onChange={(event) => go(`/income?person=${event.currentTarget.value}`)}
      data={data.map(({ id, name, post, isSelf }) => ({
        value: String(id),
        label: `${isSelf ? t('income.self', { name }) : name}${post === null ? '' : ` · ${post}`}`,
      }))}
    />
  );
}
