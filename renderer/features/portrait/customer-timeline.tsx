import { Anchor, Badge, Button, Group, Loader, NativeSelect, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TimelineKind, TimelineLine } from '#shared/features/portrait/portrait-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useTimeline } from './portrait.queries.ts';
import classes from './portrait.module.css';

/** 时间线: everything of a customer, newest first, each line opening its record. */
export function CustomerTimeline({ id }: { readonly id: number }): ReactNode {
  const { t } = useTexts();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useTimeline(
    id,
    kind,
  );
  const kinds = data?.pages[0]?.kinds ?? [];
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('portrait.timeline.list')}>
      <Group>
        <NativeSelect
          size="xs"
          aria-label={t('portrait.timeline.kind')}
          value={kind ?? ''}
          onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? null)}
          data={[
            { value: '', label: t('portrait.timeline.all') },
            ...kinds.map((value) => ({ value, label: t(`portrait.timeline.kinds.${value}`) })),
          ]}
        />
      </Group>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isPending ? <Loader size="sm" mt="sm" aria-label={t('common.loading')} /> : null}
      {data && lines.length === 0 ? (
        <Text size="sm" mt="sm">
          {t(kind === null ? 'portrait.timeline.none' : 'portrait.timeline.noneOfKind')}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <Line key={`${line.kind} ${line.id}`} line={line} />
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('portrait.timeline.more')}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ line }: { readonly line: TimelineLine }): ReactNode {
  const { t, day, money, choice } = useTexts();
  const link = useLink();
  const { kind, choices, text, amountFen, scoreHundredths, personName, plate } = line;
  const kindName = t(`portrait.timeline.kinds.${kind}`);
  const words = choices.map(({ field, value }) =>
    kind === 'membership' ? t(`membership.kinds.${value as 'earn'}`) : choice(line.feature, field, value),
  );
  return (
    <li>
      <span className={`${classes.day} figures`}>{day(line.on)}</span>
      <span className={classes.kind}>
        <Badge variant="light" color="gray">
          {kindName}
        </Badge>
      </span>
      <span className={classes.what}>
        {/* Every source of the line is a record that can be opened. */}
        <Anchor
          inherit
          className={classes.link}
          {...link(recordAddress(line.feature as RecordFeature, line.recordId))}
        >
          {line.number ?? words[0] ?? kindName}
        </Anchor>{' '}
        {(line.number === null ? words.slice(1) : words).join(' · ')}{' '}
        {plate === null ? null : <span className="code">{plate}</span>}
        {text === null ? null : <small>{text}</small>}
      </span>
      {scoreHundredths === null ? null : (
        <span className="figures">{t('portrait.score', { score: (scoreHundredths / 100).toFixed(1) })}</span>
      )}
      {amountFen === null ? null : <span className="figures">{money(amountFen)}</span>}
      <span className={`${classes.quiet} ${classes.who}`}>{personName}</span>
    </li>
  );
}
