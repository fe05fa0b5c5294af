import { Anchor, Badge, Loader, Paper, Select, Table, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Holder } from '#shared/features/assignment/assignment.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useHolders } from './assignment.queries.ts';
import { HandOverHistory } from './hand-over-history.tsx';
import { HandOverWork } from './hand-over-work.tsx';

const address = (personId: number | string): string => `/assignment/hand-over?person=${personId}`;

/** 交接: everything that hangs on a person goes to others at once. */
export function HandOverScreen(): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const personId = Number(search['person']);
  const asked = Number.isSafeInteger(personId) && personId > 0 ? personId : null;
  const { data, error, refetch } = useHolders();
  const holders = data?.holders ?? [];
  // Who has handed over everything keeps standing in the field.
  const named = [
    ...holders.map(({ personId: id, name }) => ({ id, name })),
    ...(data?.successors ?? []).filter(
      ({ id }) => id === asked && !holders.some((one) => one.personId === id),
    ),
  ];
  return (
    <PageFrame title={t('assignment.title')} maxWidth={1100}>
      <Text c="dimmed">{t('assignment.sentence')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <Select
        label={t('assignment.person')}
        placeholder={t('assignment.choosePerson')}
        w={320}
        searchable
        clearable
        data={named.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={named.some(({ id }) => id === asked) ? String(asked) : null}
        onChange={(value) => go(value === null ? '/assignment/hand-over' : address(value))}
      />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && asked !== null ? (
        <HandOverWork key={asked} personId={asked} successors={data.successors} />
      ) : null}
      {data && asked === null ? <HolderTable holders={holders} /> : null}
      <HandOverHistory />
    </PageFrame>
  );
}

/** Why a person should hand over, beside the name. */
function HolderMark({ holder }: { readonly holder: Holder }): ReactNode {
  const { t, day } = useTexts();
  if (holder.isRemoved) return <Badge color="red">{t('assignment.removed')}</Badge>;
  if (holder.leftOn === null) return null;
  return <Badge color="orange">{t('assignment.left', { day: day(holder.leftOn) })}</Badge>;
}

function HolderTable({ holders }: { readonly holders: readonly Holder[] }): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  return (
    <Paper className="sheet" p="md">
      <Title order={2} mb="xs">
        {t('assignment.holders')}
      </Title>
      {holders.length === 0 ? <Text c="dimmed">{t('assignment.holdersNone')}</Text> : null}
      <Table aria-label={t('assignment.holders')} verticalSpacing={4}>
        <Table.Tbody>
          {holders.map((holder) => (
            <Table.Tr key={holder.personId}>
              <Table.Td>
                <Anchor py={2} {...link(address(holder.personId))}>
                  {holder.name}
                </Anchor>{' '}
                <HolderMark holder={holder} />
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {t('assignment.holderLine', { count: holder.count })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
