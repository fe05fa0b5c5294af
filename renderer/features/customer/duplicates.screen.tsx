import { Badge, Button, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsJoin2, IconArrowsSplit2 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DuplicatePage, DuplicateSide } from '#shared/features/customer/customer.contract.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { RecordLink } from '#renderer/components/record-list/record-link.tsx';
import { PageNumbers } from '#renderer/components/page-numbers.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDuplicates, useTellApart, type MergePair } from './duplicate.queries.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { MergeHistory } from './merge-history.tsx';
import classes from './duplicates.module.css';

const pageSize = 20;
const colours = { certain: 'red', likely: 'orange', possible: 'gray' } as const;

/** 重复客户: likely pairs, the surest first; merged after a look at the differences, or told apart. */
export function DuplicatesScreen(): ReactNode {
  const { t } = useTexts();
  const [page, setPage] = useState(1);
  const [merging, setMerging] = useState<MergePair | null>(null);
  const { data, error, refetch } = useDuplicates(page, pageSize);
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / pageSize));
  return (
    <PageFrame title={t('customer.title')} maxWidth={1100}>
      <Text c="dimmed">{t('customer.sentence')}</Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data || error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
      {data?.total === 0 ? <EmptyState sentence={t('customer.none')} /> : null}
      {data && data.total > 0 ? (
        <Paper className="sheet" p="md">
          <Text fw={600} mb="xs">
            {t('customer.found', { count: data.total })}
          </Text>
          <ul className={classes.pairs}>
            {data.pairs.map((pair) => (
              <Pair key={`${pair.first.id} ${pair.second.id}`} pair={pair} onMerge={setMerging} />
            ))}
          </ul>
          <PageNumbers mt="sm" page={page} pages={pages} onPage={setPage} />
        </Paper>
      ) : null}
      {data && data.common.length > 0 ? <Common common={data.common} /> : null}
      <MergeHistory />
      {merging ? <MergeDialog pair={merging} onTurn={setMerging} onClose={() => setMerging(null)} /> : null}
    </PageFrame>
  );
}

function Pair(props: {
  readonly pair: DuplicatePage['pairs'][number];
  readonly onMerge: (pair: MergePair) => void;
}): ReactNode {
  const { first, second, reasons, sureness } = props.pair;
  const { t } = useTexts();
  const apart = useTellApart();
  return (
    <li>
      <Stack gap={4} className={classes.why}>
        <Badge color={colours[sureness]}>{t(`customer.sureness.${sureness}`)}</Badge>
        {reasons.map((reason) => (
          <Text key={reason} size="sm">
            {t(`customer.reasons.${reason}`)}
          </Text>
        ))}
      </Stack>
      <Side side={first} />
      <Side side={second} />
      <Group gap="xs" className={classes.act}>
        <Button
          size="compact-sm"
          leftSection={<IconArrowsJoin2 size={14} aria-hidden />}
          onClick={() => props.onMerge({ keptId: first.id, goneId: second.id })}
        >
          {t('customer.merge')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsSplit2 size={14} aria-hidden />}
          loading={apart.isPending}
          onClick={() =>
            apart.mutate(
              { firstId: first.id, secondId: second.id },
              { onSuccess: () => void notifications.show({ message: t('customer.toldApart') }) },
            )
          }
        >
          {t('customer.apart')}
        </Button>
      </Group>
      <ErrorNote error={apart.error} />
    </li>
  );
}

function Side({ side }: { readonly side: DuplicateSide }): ReactNode {
  const { t, day } = useTexts();
  const { vehicles, repairs, orders } = side;
  return (
    <div>
      <RecordLink feature="customer" id={side.id} name={side.name} />
      <Text size="sm" className="code">
        {side.phone ?? '—'}
      </Text>
      <Text size="sm" c="dimmed">
        {[side.region, t('customer.since', { day: day(side.createdOn) })].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('customer.facts', { vehicles: vehicles.length, repairs, orders })}
      </Text>
      {vehicles.length > 0 ? (
        <Text size="sm" className="code">
          {vehicles.slice(0, 3).join(' ')}
        </Text>
      ) : null}
    </div>
  );
}

function Common({ common }: { readonly common: DuplicatePage['common'] }): ReactNode {
  const { t } = useTexts();
  return (
    <Paper className="sheet" p="md">
      <Text fw={600} mb={4}>
        {t('customer.common')}
      </Text>
      {common.map(({ reason, value, count }) => (
        <Text key={`${reason} ${value}`} size="sm">
          {t('customer.commonLine', { reason: t(`customer.reasons.${reason}`), value, count })}
        </Text>
      ))}
    </Paper>
  );
}
