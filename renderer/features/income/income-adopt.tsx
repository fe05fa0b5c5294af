import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTargetArrow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IncomeBasis } from '#shared/features/income/income.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { TypedIncome } from './income-typed.ts';
import { usePropose } from './income.queries.ts';

/** 采纳: only the person, only what is reached. */
export function IncomeAdopt(props: {
  readonly basis: IncomeBasis;
  readonly typed: TypedIncome;
  /** The wish is reached in every month. */
  readonly isReached: boolean;
  /** The rule leaves an own goal. */
  readonly isOwn: boolean;
  readonly onTyped: (typed: TypedIncome) => void;
  readonly onDone: () => void;
}): ReactNode {
  const { basis, typed, isReached, isOwn, onTyped, onDone } = props;
  const { t } = useTexts();
  const proposing = usePropose();
  const name = basis.managerName ?? t('income.owner');
  const { person } = basis;
  const { fromMonth, toMonth, what, words } = typed;
  if (!isOwn)
    return (
      <Text size="sm" c="dimmed" mt="xs">
        {t('income.notOwn')}
      </Text>
    );
  if (!person.isSelf)
    return (
      <Text size="sm" c="dimmed" mt="xs">
        {t('income.onlySelf')}
      </Text>
    );
  const propose = (): void =>
    proposing.mutate(
      { personId: person.id, fromMonth, toMonth, what, words: words.trim() || null },
      {
        onSuccess: () => {
          onTyped({ ...typed, words: '' });
          onDone();
          notifications.show({ message: t('income.adopted', { name }), color: 'green' });
        },
      },
    );
  return (
    <>
      <Group gap="xs" mt="sm" align="end">
        <Textarea
          label={t('income.words')}
          value={words}
          maxLength={500}
          autosize
          minRows={1}
          onChange={(event) => onTyped({ ...typed, words: event.currentTarget.value })}
          style={{ flex: 1 }}
        />
        <Button
          leftSection={<IconTargetArrow size={15} />}
          disabled={!isReached}
          loading={proposing.isPending}
          onClick={propose}
        >
          {t('income.adopt')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('income.adoptHint', { name })}
      </Text>
      <ErrorNote error={proposing.error} />
    </>
  );
}
