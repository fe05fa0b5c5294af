import { Anchor, Text } from '@mantine/core';
import { defaultStringifySearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  campaignSource,
  isComputed,
  type CampaignSource,
  type ComputedSource,
} from '#shared/features/campaign/campaign-source.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './campaign.module.css';

/** Pages of the lists that are reckoned; what narrows them stands in the address. */
const pageOf: Readonly<Record<ComputedSource['feature'], string>> = {
  portrait: '/portrait/segment',
  reminder: '/reminder/call',
  expiring: '/campaign/expiring',
};

const addressOf = (source: CampaignSource): string =>
  isComputed(source)
    ? `${pageOf[source.feature]}${defaultStringifySearch(
        Object.fromEntries(Object.entries(source.list).filter(([, value]) => value !== null)),
      )}`
    : listAddress(source.feature as RecordFeature, { ...source.list, page: 1 }); // kept when the campaign was made

/** A list by its name, with what narrows it where that has words. */
function useSourceName(source: CampaignSource): string {
  const { t, choice, record } = useTexts();
  const narrowed = (name: string, parts: readonly (string | null)[]): string => {
    const told = parts.filter((part) => part !== null);
    return told.length === 0 ? name : t('common.named', { name, value: told.join(t('common.semicolon')) });
  };
  if (!isComputed(source)) return record(source.feature, 'many');
  switch (source.feature) {
    case 'portrait': {
      const { segment, risk } = source.list;
      return narrowed(t('portrait.page.title'), [
        segment === null ? null : t(`portrait.segments.${segment}`),
        risk === null ? null : t('portrait.riskOf', { risk: t(`portrait.risks.${risk}`) }),
      ]);
    }
    case 'reminder': {
      const { kind } = source.list;
      return narrowed(t('reminder.call.title'), [
        kind === null ? null : choice('reminderRule', 'kind', kind),
      ]);
    }
    case 'expiring':
      return narrowed(t('campaign.expiring.title'), [
        t('campaign.expiring.within', { count: source.list.days }),
      ]);
  }
}

/** The list that the audience comes from, one key away with the same filter. */
export function SourceLine({ record }: { readonly record: Row }): ReactNode {
  const { t } = useTexts();
  const link = useLink();
  const source = campaignSource.parse({
    feature: record['sourceFeature'],
    list: JSON.parse(String(record['sourceList'])),
  });
  return (
    <Text size="sm">
      {t('campaign.preview.source', { list: useSourceName(source) })}{' '}
      <Anchor inherit className={classes['link']} {...link(addressOf(source))}>
        {t('campaign.preview.openSource')}
      </Anchor>
    </Text>
  );
}
