import { Anchor, Loader, Modal, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ResultPart, ResultRow } from '#shared/features/campaign/campaign-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useResultRows } from './campaign.queries.ts';

const most = 500;

/** The customers behind a figure with what they answered and bought. */
export function ResultRows(props: {
  readonly id: number;
  readonly part: ResultPart;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { id, part, name, onClose } = props;
  const { t } = useTexts();
  const { data, error } = useResultRows(id, part);
  return (
    <Modal opened size="xl" onClose={onClose} title={t('campaign.result.rows', { part: name })}>
      <ErrorNote error={error} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && data.length >= most ? (
        <Text size="xs" c="dimmed">
          {t('campaign.result.firstRows', { count: most })}
        </Text>
      ) : null}
      {data ? <Rows rows={data} /> : null}
    </Modal>
  );
}

function Rows({ rows }: { readonly rows: readonly ResultRow[] }): ReactNode {
  const { t, day, money } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const visit = (feature: 'repair' | 'order', { id, number }: ResultRow['repairs'][number]): ReactNode =>
    may(`${feature}.read`) ? (
      <Anchor key={`${feature}-${id}`} inherit mr={8} {...link(recordAddress(feature, id))}>
        {number}
      </Anchor>
    ) : (
      `${number} `
    );
  return (
    <Table.ScrollContainer minWidth={600} mah={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('campaign.result.customer')}</Table.Th>
            <Table.Th>{t('campaign.result.answer')}</Table.Th>
            <Table.Th>{t('campaign.result.visits')}</Table.Th>
            <Table.Th ta="right">{t('campaign.result.sales')}</Table.Th>
            <Table.Th ta="right">{t('campaign.result.given')}</Table.Th>
            <Table.Th ta="right">{t('campaign.result.used')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.customerId}>
              <Table.Td>
                <Anchor inherit {...link(recordAddress('customer', row.customerId))}>
                  {row.name}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {row.code === null || row.on === null
                  ? null
                  : `${t(`campaign.codes.${row.code}`)} · ${day(row.on)} · ${row.personName ?? ''}`}
              </Table.Td>
              <Table.Td>
                {row.repairs.map((one) => visit('repair', one))}
                {row.orders.map((one) => visit('order', one))}
              </Table.Td>
              {[row.salesFen, row.givenFen, row.usedFen].map((fen, at) => (
                <Table.Td key={['sales', 'given', 'used'][at]} ta="right" className="figures">
                  {fen === 0 ? null : money(fen)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
