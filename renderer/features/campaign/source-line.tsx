import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { listInput } from '#shared/rpc/record.contract.ts';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './campaign.module.css';

/** The list that the audience comes from, one key away with the same filter. */
export function SourceLine({ record }: { readonly record: Row }): ReactNode {
  const { t, record: nameOf } = useTexts();
  const link = useLink();
  const feature = String(record['sourceFeature']) as RecordFeature; // kept when the campaign was made
  const list = listInput.parse(JSON.parse(String(record['sourceList'])));
  return (
    <Text size="sm">
      {t('campaign.preview.source', { list: nameOf(feature, 'many') })}{' '}
      <Anchor inherit className={classes['link']} {...link(listAddress(feature, { ...list, page: 1 }))}>
        {t('campaign.preview.openSource')}
      </Anchor>
    </Text>
  );
}
