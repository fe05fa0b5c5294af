import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ActionItem } from '#shared/features/action/action.contract.ts';
import { ActionAdd } from '#renderer/features/action/action-add.tsx';
import { ActionCard } from '#renderer/features/action/action-card.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { Surface } from './surface.ts';
import classes from './meeting.module.css';

/** 行动事项: what earlier meetings left open, and what this one adds. */
export function ActionsPart(props: { readonly surface: Surface }): ReactNode {
  const { view, editable } = props.surface;
  const { t } = useTexts();
  const { may } = useSession();
  const { raised, carried } = view.content;
  const frozen = view.state === 'confirmed';
  const cards = (items: readonly ActionItem[], none: string): ReactNode =>
    items.length === 0 ? (
      <Text size="xs" c="dimmed">
        {none}
      </Text>
    ) : (
      <ul className={classes.cards}>
        {items.map((item) => (
          <ActionCard key={item.id} item={item} meetingId={editable ? view.id : null} frozen={frozen} />
        ))}
      </ul>
    );
  return (
    <>
      <Paper className="sheet" p="sm" component="section" aria-label={t('action.raised')}>
        <Title order={2} size="h3" mb="xs">
          {t('action.raised')}
        </Title>
        {editable && may('action.write') ? <ActionAdd meetingId={view.id} /> : null}
        <div className={classes.below}>{cards(raised, t('action.noRaised'))}</div>
      </Paper>
      <Paper className="sheet" p="sm" component="section" aria-label={t('action.carried')}>
        <Title order={2} size="h3" mb="xs">
          {t('action.carried')}
        </Title>
        {cards(carried, t('action.noCarried'))}
      </Paper>
    </>
  );
}
