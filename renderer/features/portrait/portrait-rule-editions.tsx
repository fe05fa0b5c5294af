import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { PortraitEdition } from '#shared/features/portrait/portrait-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDropRule } from './portrait.queries.ts';
import classes from './portrait.module.css';

/** All editions of the rules; one that has not begun can be dropped. */
export function RuleEditions({ editions }: { readonly editions: readonly PortraitEdition[] }): ReactNode {
  const { t, day } = useTexts();
  const { may, today } = useSession();
  const dropping = useDropRule();
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('portrait.rule.editions')}>
      <Title order={2} size="h5" mb={4}>
        {t('portrait.rule.editions')}
      </Title>
      <ErrorNote error={dropping.error} />
      {editions.map(({ edition, fromDay, personName, source, confirmed }) => (
        <Group key={edition} gap="xs" mih={28}>
          <Text size="sm">
            {t('portrait.rule.editionLine', { edition, day: day(fromDay) })} ·{' '}
            {personName ?? t('portrait.rule.shipped')} · {source}
          </Text>
          {confirmed ? null : <Badge color="orange">{t('portrait.unchecked')}</Badge>}
          {fromDay > today ? <Badge variant="light">{t('portrait.rule.toCome')}</Badge> : null}
          {fromDay > today && may('rule.write') ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={dropping.isPending}
              onClick={() =>
                dropping.mutate(
                  { edition },
                  { onSuccess: () => void notifications.show({ message: t('portrait.rule.dropped') }) },
                )
              }
            >
              {t('portrait.rule.drop')}
            </Button>
          ) : null}
        </Group>
      ))}
    </section>
  );
}
