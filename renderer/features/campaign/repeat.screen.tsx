import { Anchor, Loader, Modal, Paper, SegmentedControl, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import {
  repeatSpans,
  type RepeatPoint,
  type RepeatSpan,
} from '#shared/features/campaign/campaign-repeat.rules.ts';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRepeat, useRepeatRows, type RepeatAsked } from './campaign.queries.ts';
import classes from './campaign.module.css';

const percent = (bp: number): string => `${(bp / 100).toFixed(1)}%`;
const whole = (bp: number): string => `${Math.round(bp / 100)}%`;

const mostRows = 500;

/** 复购率 of members against the rest, with the customers behind every figure. */
export function RepeatScreen(): ReactNode {
  const { t } = useTexts();
  const [by, setBy] = useState<RepeatSpan>('month');
  const [asked, setAsked] = useState<RepeatAsked | null>(null);
  const { data, error, refetch } = useRepeat(by);
  return (
    <PageFrame
      title={t('campaign.repeat.title')}
      subtitle={t('campaign.repeat.sentence')}
      actions={
        <SegmentedControl
          aria-label={t('campaign.repeat.by')}
          value={by}
          onChange={(value) => setBy(repeatSpans.find((one) => one === value) ?? 'month')}
          data={repeatSpans.map((value) => ({ value, label: t(`campaign.repeat.bys.${value}`) }))}
        />
      }
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      <Text size="sm">{t('campaign.repeat.definition')}</Text>
      <Text size="sm" role="status">
        {t('campaign.repeat.bias')}
      </Text>
      {data ? (
        <>
          <Paper className="sheet" p="md">
            <SeriesChart
              title={t('campaign.repeat.rate')}
              points={data.map(({ key, members, others }) => ({
                name: key,
                value: members.rateBp,
                goal: others.rateBp,
              }))}
              names={{
                point: t('campaign.repeat.period'),
                value: t('campaign.repeat.members'),
                goal: t('campaign.repeat.others'),
                missing: t('campaign.repeat.none'),
                asTable: t('campaign.repeat.asTable'),
                asChart: t('campaign.repeat.asChart'),
              }}
              format={percent}
              short={whole}
            />
          </Paper>
          <Points points={data} onAsk={setAsked} />
        </>
      ) : null}
      {asked ? <Rows asked={asked} onClose={() => setAsked(null)} /> : null}
    </PageFrame>
  );
}

const groups = ['members', 'others'] as const;

function Points(props: {
  readonly points: readonly RepeatPoint[];
  readonly onAsk: (asked: RepeatAsked) => void;
}): ReactNode {
  const { points, onAsk } = props;
  const { t, money, day } = useTexts();
  return (
    <Paper className="sheet" p="xs">
      <Table.ScrollContainer minWidth={820}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th rowSpan={2}>{t('campaign.repeat.period')}</Table.Th>
              {groups.map((group) => (
                <Table.Th key={group} colSpan={4} ta="center" scope="colgroup">
                  {t(`campaign.repeat.${group}`)}
                </Table.Th>
              ))}
            </Table.Tr>
            <Table.Tr>
              {groups.flatMap((group) =>
                (['customers', 'repeated', 'rate', 'perHead'] as const).map((key) => (
                  <Table.Th key={`${group}-${key}`} ta="right">
                    {t(`campaign.repeat.${key}`)}
                  </Table.Th>
                )),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.toReversed().map((point) => (
              <Table.Tr key={point.key}>
                <Table.Th className="figures">{day(point.day)}</Table.Th>
                {groups.flatMap((group) => {
                  const rate = point[group];
                  const count = (part: 'customers' | 'repeated'): ReactNode =>
                    rate[part] === 0 ? (
                      '0'
                    ) : (
                      <button
                        type="button"
                        className={classes['step']}
                        aria-label={`${t('campaign.repeat.rows', {
                          group: t(`campaign.repeat.${group}`),
                          part: t(`campaign.repeat.${part}`),
                          day: day(point.day),
                        })} ${rate[part]}`}
                        onClick={() =>
                          onAsk({
                            day: point.day,
                            isMember: group === 'members',
                            onlyRepeated: part === 'repeated',
                          })
                        }
                      >
                        {rate[part]}
                      </button>
                    );
                  return [
                    <Table.Td key={`${group}-customers`} ta="right" className="figures">
                      {count('customers')}
                    </Table.Td>,
                    <Table.Td key={`${group}-repeated`} ta="right" className="figures">
                      {count('repeated')}
                    </Table.Td>,
                    <Table.Td key={`${group}-rate`} ta="right" className="figures" fw={600}>
                      {rate.rateBp === null ? t('campaign.repeat.none') : percent(rate.rateBp)}
                    </Table.Td>,
                    <Table.Td key={`${group}-perHead`} ta="right" className="figures">
                      {rate.perHeadFen === null ? null : money(rate.perHeadFen)}
                    </Table.Td>,
                  ];
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Rows({ asked, onClose }: { readonly asked: RepeatAsked; readonly onClose: () => void }): ReactNode {
  const { t, day, money } = useTexts();
  const link = useLink();
  const { data, error } = useRepeatRows(asked);
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('campaign.repeat.rows', {
        group: t(asked.isMember ? 'campaign.repeat.members' : 'campaign.repeat.others'),
        part: t(asked.onlyRepeated ? 'campaign.repeat.repeated' : 'campaign.repeat.customers'),
        day: day(asked.day),
      })}
    >
      <ErrorNote error={error} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data && data.length >= mostRows ? (
        <Text size="xs" c="dimmed">
          {t('campaign.repeat.firstRows', { count: mostRows })}
        </Text>
      ) : null}
      {data ? (
        <Table.ScrollContainer minWidth={420} mah={460}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('campaign.repeat.customer')}</Table.Th>
                <Table.Th ta="right">{t('campaign.repeat.trades')}</Table.Th>
                <Table.Th ta="right">{t('campaign.repeat.value')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((row) => (
                <Table.Tr key={row.customerId}>
                  <Table.Td>
                    <Anchor inherit {...link(recordAddress('customer', row.customerId))}>
                      {row.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {row.trades}
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {money(row.fen)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
    </Modal>
  );
}
