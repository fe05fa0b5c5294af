import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { editionsOf, type MarginLine } from '#shared/features/campaign/campaign-margin.rules.ts';
import type { CampaignResult } from '#shared/features/campaign/campaign-views.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Figures, Part, Reckoned } from './result-parts.tsx';
import classes from './campaign.module.css';

/** 按毛利看回报: sales of each line times its margin, and the difference between the groups. */
export function ResultMargin({ result }: { readonly result: CampaignResult }): ReactNode {
  const { t, money, day } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { lines, missing, gain, treatedFen, controlFen } = result.margin;
  const shown = (fen: number | null): string => (fen === null ? '—' : money(fen));
  const { held, later } = editionsOf(result.margin);
  const named = (editions: readonly number[]): string =>
    editions
      .map((edition) =>
        edition === 0 ? t('campaign.result.marginShipped') : t('campaign.result.marginEdition', { edition }),
      )
      .join(t('common.listed'));
  const nameOf = ({ line, days }: MarginLine): string => {
    const name = t(`campaign.result.marginLines.${line}`);
    return days === null
      ? name
      : t('campaign.result.marginDays', { name, from: day(days.from), to: day(days.to) });
  };
  const groups = ['treated', 'control'] as const;
  const cells = (of: Readonly<Record<(typeof groups)[number], number | null>>): ReactNode =>
    groups.map((group) => (
      <Table.Td key={group} ta="right" className="figures">
        {shown(of[group])}
      </Table.Td>
    ));
  return (
    <Part id="campaign-margin" name={t('campaign.result.marginTitle')}>
      {gain && gain.extraFen !== null && gain.netFen !== null ? (
        <Figures
          figures={[
            [t('campaign.result.extraMargin'), money(gain.extraFen)],
            [t('campaign.result.total'), money(result.cost.totalFen)],
            [t('campaign.result.netMargin'), money(gain.netFen)],
          ]}
        />
      ) : null}
      <Text size="sm" role="status">
        {missing.length > 0
          ? t('campaign.result.marginMissing', {
              names: missing.map((one) => t(`campaign.result.marginLines.${one}`)).join(t('common.listed')),
            })
          : gain
            ? t(`campaign.result.confidence.${gain.confidence}`)
            : null}
      </Text>
      {gain ? <Reckoned gain={gain} result={result} /> : null}
      {lines.length > 0 ? (
        <Table.ScrollContainer minWidth={640}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('campaign.result.marginLine')}</Table.Th>
                <Table.Th ta="right">{t('campaign.result.marginRate')}</Table.Th>
                {(['marginSales', 'marginFen'] as const).map((key) =>
                  groups.map((group) => (
                    <Table.Th key={`${key}-${group}`} ta="right">
                      {t(`campaign.result.${key}`, { group: t(`campaign.result.${group}`) })}
                    </Table.Th>
                  )),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={`${line.line}-${line.days?.from}`}>
                  <Table.Th>{nameOf(line)}</Table.Th>
                  <Table.Td ta="right" className="figures">
                    {line.marginBp === null ? '—' : `${numberShown(line.marginBp, 2)}%`}
                  </Table.Td>
                  {cells({ treated: line.treatedSalesFen, control: line.controlSalesFen })}
                  {cells({ treated: line.treatedFen, control: line.controlFen })}
                </Table.Tr>
              ))}
              {gain ? (
                <>
                  <Table.Tr fw={600}>
                    <Table.Th colSpan={4}>{t('campaign.result.marginSum')}</Table.Th>
                    {cells({ treated: treatedFen, control: controlFen })}
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Th colSpan={4}>{t('campaign.result.marginPerHead')}</Table.Th>
                    {cells({ treated: gain.treatedPerHeadFen, control: gain.controlPerHeadFen })}
                  </Table.Tr>
                </>
              ) : null}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('campaign.result.marginDefinition')}{' '}
        {held.length > 0 ? t('campaign.result.marginHeld', { editions: named(held) }) : null}{' '}
        {later.length > 0 ? t('campaign.result.marginLater', { editions: named(later) }) : null}
      </Text>
      {may('membership.read') ? (
        <Anchor size="sm" className={classes['link']} {...link('/membership/design')}>
          {t(may('membership.design') ? 'campaign.result.marginEdit' : 'campaign.result.marginSee')}
        </Anchor>
      ) : null}
    </Part>
  );
}
