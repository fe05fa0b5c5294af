import { Anchor, Badge, Button, Group, Loader, NativeSelect, Paper, Table, Text } from '@mantine/core';
import { IconAdjustments, IconDownload, IconUsersGroup } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { risks, segments } from '#shared/features/portrait/portrait.content.ts';
import { segmentSorts, type SegmentSort } from '#shared/features/portrait/portrait.contract.ts';
import type { SegmentPage } from '#shared/features/portrait/portrait-views.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { ListPager } from '#renderer/components/record-list/list-pager.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { MakeCampaignOf } from '#renderer/features/campaign/make-campaign.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Matrix, type ChosenCell } from './matrix.tsx';
import { useExportSegments, useSegmentPage } from './portrait.queries.ts';
import { RiskBadge, SegmentBadge } from './segment-badge.tsx';
import classes from './portrait.module.css';

/** 客户分层: customers by segment and risk of loss, and who they are. */
export function SegmentScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [cell, setCell] = useState<ChosenCell>({
    segment: segments.find((one) => one === search['segment']) ?? null,
    risk: risks.find((one) => one === search['risk']) ?? null,
  });
  const [personId, setPersonId] = useState<number | null>(Number(search['personId']) || null);
  const [sort, setSort] = useState<SegmentSort>('name');
  const [page, setPage] = useState(1);
  const [pageSize, setPageSize] = useState(50);
  const asked = { ...cell, personId, sort, descending: sort !== 'name' };
  const { data, error, refetch } = useSegmentPage({ ...asked, page, pageSize });
  const exporting = useExportSegments();
  const first =
    <Value,>(set: (value: Value) => void) =>
    (value: Value): void => {
      set(value);
      setPage(1);
    };
  const all = data?.matrix.reduce((sum, { customers }) => sum + customers, 0) ?? 0;
  const sorts = segmentSorts.filter(
    (one) => one === 'name' || (data?.seesVisits === true && (one !== 'money' || data.seesMoney)),
  );
  return (
    <PageFrame
      title={t('portrait.page.title')}
      actions={
        <>
          <Button
            component="a"
            variant="default"
            leftSection={<IconAdjustments size={15} aria-hidden />}
            {...link('/portrait/rule')}
          >
            {t('portrait.toRule')}
          </Button>
          <MakeCampaignOf
            source={{ feature: 'portrait', list: { ...cell, personId } }}
            total={data?.total ?? 0}
          />
          {may('record.export') ? (
            <Button
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden />}
              loading={exporting.isPending}
              disabled={!data || data.total === 0}
              onClick={() => exporting.mutate(asked)}
            >
              {t('portrait.page.export')}
            </Button>
          ) : null}
        </>
      }
    >
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {t('portrait.page.sentence')}
        </Text>
        {data && !data.rule.confirmed ? <Badge color="orange">{t('portrait.unchecked')}</Badge> : null}
      </Group>
      <ErrorNote error={error ?? exporting.error} onRetry={() => void refetch()} />
      {!data && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? (
        <Paper className={`sheet ${classes.part}`}>
          <Matrix cells={data.matrix} chosen={cell} onChoose={first(setCell)} />
          <Group gap="sm" mt="xs">
            <NativeSelect
              size="xs"
              label={t('portrait.page.person')}
              value={personId === null ? '' : String(personId)}
              onChange={(event) => first(setPersonId)(Number(event.currentTarget.value) || null)}
              data={[
                { value: '', label: t('portrait.page.anybody') },
                ...data.people.map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
            />
            <NativeSelect
              size="xs"
              label={t('portrait.page.sort')}
              value={sort}
              onChange={(event) =>
                first(setSort)(segmentSorts.find((one) => one === event.currentTarget.value) ?? 'name')
              }
              data={sorts.map((value) => ({ value, label: t(`portrait.page.sorts.${value}`) }))}
            />
          </Group>
        </Paper>
      ) : null}
      {data && data.total === 0 ? (
        <Paper className="sheet">
          <EmptyState
            icon={IconUsersGroup}
            sentence={t(all === 0 && personId === null ? 'portrait.page.empty' : 'portrait.page.none')}
          />
        </Paper>
      ) : null}
      {data && data.total > 0 ? (
        <Paper className="sheet">
          <Lines page={data} />
          <ListPager
            page={page}
            pages={Math.max(1, Math.ceil(data.total / pageSize))}
            pageSize={pageSize}
            total={data.total}
            onPage={setPage}
            onPageSize={first(setPageSize)}
          />
        </Paper>
      ) : null}
    </PageFrame>
  );
}

function Lines({ page }: { readonly page: SegmentPage }): ReactNode {
  const { t, money } = useTexts();
  const link = useLink();
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table aria-label={t('portrait.page.list')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('portrait.page.customer')}</Table.Th>
            <Table.Th>{t('portrait.segment')}</Table.Th>
            <Table.Th>{t('portrait.risk')}</Table.Th>
            <Table.Th>{t('portrait.reasons')}</Table.Th>
            {page.seesVisits ? (
              <>
                <Table.Th ta="right">{t('portrait.page.recency')}</Table.Th>
                <Table.Th ta="right">{t('portrait.page.visits')}</Table.Th>
              </>
            ) : null}
            {page.seesMoney ? <Table.Th ta="right">{t('portrait.page.money')}</Table.Th> : null}
            <Table.Th>{t('portrait.page.consultant')}</Table.Th>
            {page.seesVisits ? <Table.Th>{t('portrait.page.adviser')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.lines.map((line) => (
            <Table.Tr key={line.customerId}>
              <Table.Td>
                <Anchor
                  inherit
                  className={classes.link}
                  {...link(recordAddress('customer', line.customerId))}
                >
                  {line.name}
                </Anchor>{' '}
                <Text span size="xs" c="dimmed" className="figures">
                  {line.phone}
                </Text>
              </Table.Td>
              <Table.Td>
                <SegmentBadge segment={line.segment} />
              </Table.Td>
              <Table.Td>
                <RiskBadge risk={line.risk} />
              </Table.Td>
              <Table.Td>
                {line.reasons
                  .map((reason) => t(`portrait.reason.${reason}.name`))
                  .join(t('portrait.listComma'))}
              </Table.Td>
              {page.seesVisits ? (
                <>
                  <Table.Td ta="right" className="figures">
                    {line.recencyDays}
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {line.visitsInYear}
                  </Table.Td>
                </>
              ) : null}
              {page.seesMoney ? (
                <Table.Td ta="right" className="figures">
                  {line.moneyFen === null ? '' : money(line.moneyFen)}
                </Table.Td>
              ) : null}
              <Table.Td>{line.consultantName}</Table.Td>
              {page.seesVisits ? <Table.Td>{line.adviserName}</Table.Td> : null}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
