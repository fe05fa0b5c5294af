import { Button, Group, Loader } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { givenValues } from './given-values.ts';
import { OpenForm, type FormProps } from './open-form.tsx';
import type { RecordLayout } from './record-layout.ts';

/** 表单: the one form of the program. The address says which record (`/order/5`, `/order/new?copy=5`). */
export function RecordForm(props: FormProps): ReactNode {
  const { layout } = props;
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const id = params['id'] === 'new' ? 'new' : Number(params['id']);
  const copied = id === 'new' && typeof search['copy'] === 'number' ? search['copy'] : undefined;
  const wanted = id === 'new' ? copied : id;
  const found = useRecord(layout.feature, wanted);
  const [turn, setTurn] = useState(0);
  const { t } = useTexts();

  if (wanted !== undefined && found.error && !found.data)
    return <NotThere layout={layout} error={found.error} />;
  if (wanted !== undefined && !found.data)
    return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  return (
    <OpenForm
      key={`${layout.feature} ${id} ${turn}`}
      {...props}
      id={id}
      found={id === 'new' ? undefined : found.data}
      given={givenValues(layout, search['values'], copied === undefined ? undefined : found.data)}
      onAgain={() => setTurn(turn + 1)}
    />
  );
}

function NotThere({ layout, error }: { readonly layout: RecordLayout; readonly error: unknown }): ReactNode {
  const { record, t } = useTexts();
  const go = useGo();
  return (
    <PageFrame title={record(layout.feature, 'one')}>
      <ErrorNote error={error} />
      <Group>
        <Button variant="default" onClick={() => go(listAddress(layout.feature))}>
          {t('common.back')}
        </Button>
      </Group>
    </PageFrame>
  );
}
