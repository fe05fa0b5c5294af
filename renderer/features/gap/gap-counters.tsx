import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { GapView } from '#shared/features/gap/gap.contract.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ActionCard } from '#renderer/features/action/action-card.tsx';
import {
  ActionFields,
  actionIssues,
  actionTyped,
  actionValues,
  noAction,
} from '#renderer/features/action/action-fields.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useCounter } from './gap.queries.ts';
import classes from './gap.module.css';

/** 对策: action items of this gap, and a new one in four fields. */
export function GapCounters(props: { readonly view: GapView; readonly frozen: boolean }): ReactNode {
  const { view, frozen } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useDraft({ feature: 'gap', id: view.id, part: 'action' }, actionTyped, noAction);
  const [tried, setTried] = useState(false);
  const [turn, setTurn] = useState(0);
  const adding = useCounter();
  // The fields are those of an action item, whose issues stand under `values`.
  const refused = actionIssues(adding.error).map((one) => ({ ...one, field: `values.${one.field}` }));
  const submit = (): void => {
    setTried(true);
    const values = actionValues(typed);
    if (!values || adding.isPending) return;
    adding.mutate(
      { id: view.id, ...values },
      {
        onSuccess: ({ number }) => {
          notifications.show({ message: t('gap.counterAdded', { number }), color: 'green' });
          setTyped(noAction);
          setTried(false);
          setTurn((now) => now + 1);
        },
      },
    );
  };
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('gap.counters')}>
      <Text component="h2" fw={600}>
        {t('gap.counters')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('gap.countersHint')}
      </Text>
      {view.actions.length === 0 ? (
        <Text size="sm">{t('gap.noCounters')}</Text>
      ) : (
        <ul className={classes.cards}>
          {view.actions.map((item) => (
            <ActionCard key={item.id} item={item} meetingId={null} />
          ))}
        </ul>
      )}
      {frozen ? null : (
        <div className={classes.counter}>
          <ActionFields
            key={turn}
            typed={typed}
            onChange={(some) => setTyped({ ...typed, ...some })}
            tried={tried}
            refused={refused}
          />
          <div>
            <Button leftSection={<IconPlus size={15} />} loading={adding.isPending} onClick={submit}>
              {t('gap.addCounter')}
            </Button>
          </div>
        </div>
      )}
      {refused.length === 0 ? <ErrorNote error={adding.error} /> : null}
    </section>
  );
}
