import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { IncomeWish } from '#shared/features/income/income.contract.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import {
  useAcceptWish,
  useAnswerWish,
  useConfirmWish,
  useDeclineWish,
  useWithdrawWish,
} from './income.queries.ts';

/** What the person and the manager may do about a wish that waits. */
export function WishSteps(props: {
  readonly wish: IncomeWish;
  readonly isSelf: boolean;
  readonly mayAnswer: boolean;
  readonly onLoad: (wish: IncomeWish) => void;
}): ReactNode {
  const { wish, isSelf, mayAnswer, onLoad } = props;
  const { t } = useTexts();
  const [reply, setReply] = useState<'answer' | 'decline' | null>(null);
  const toggle = (kind: 'answer' | 'decline'): void => setReply(reply === kind ? null : kind);
  const confirming = useConfirmWish();
  const accepting = useAcceptWish();
  const withdrawing = useWithdrawWish();
  const seen = { id: wish.id, version: wish.version };
  const agreed = ({ goals }: { readonly goals: number }): void =>
    void notifications.show({ message: t('income.confirmed', { count: goals }), color: 'green' });
  return (
    <>
      <Group gap="xs" mt={6}>
        {mayAnswer ? (
          <>
            <Button
              size="compact-sm"
              loading={confirming.isPending}
              onClick={() => confirming.mutate(seen, { onSuccess: agreed })}
            >
              {t('income.confirm')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={reply === 'answer'}
              onClick={() => toggle('answer')}
            >
              {t('income.answer')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={reply === 'decline'}
              onClick={() => toggle('decline')}
            >
              {t('income.decline')}
            </Button>
          </>
        ) : null}
        {isSelf && wish.state === 'answered' ? (
          <Button
            size="compact-sm"
            loading={accepting.isPending}
            onClick={() => accepting.mutate(seen, { onSuccess: agreed })}
          >
            {t('income.accept')}
          </Button>
        ) : null}
        {isSelf ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={withdrawing.isPending}
            onClick={() =>
              withdrawing.mutate(seen, {
                onSuccess: () => notifications.show({ message: t('income.withdrawn') }),
              })
            }
          >
            {t('income.withdraw')}
          </Button>
        ) : null}
        <Button size="compact-sm" variant="subtle" onClick={() => onLoad(wish)}>
          {t('income.load')}
        </Button>
      </Group>
      {reply === 'answer' ? <Answer wish={wish} onDone={() => setReply(null)} /> : null}
      {reply === 'decline' ? <Decline wish={wish} onDone={() => setReply(null)} /> : null}
      <ErrorNote error={confirming.error ?? accepting.error ?? withdrawing.error} />
    </>
  );
}

function Answer({ wish, onDone }: { readonly wish: IncomeWish; readonly onDone: () => void }): ReactNode {
  const { t, language } = useTexts();
  const [months, setMonths] = useState<readonly (number | null)[]>(wish.months.map(({ units }) => units));
  const [words, setWords] = useState('');
  const answering = useAnswerWish();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const units = months.filter((one) => one !== null);
        if (units.length < months.length) return;
        answering.mutate(
          { id: wish.id, version: wish.version, units, words: words.trim() || null },
          {
            onSuccess: () => {
              notifications.show({ message: t('income.answered'), color: 'green' });
              onDone();
            },
          },
        );
      }}
    >
      <Group gap="xs" mt={6} align="end">
        {wish.months.map(({ month }, at) => (
          <NumberField
            key={month}
            label={t('income.answerUnits', {
              month: formatMonth(month, language),
              unit: t(`pay.unitWord.${wish.unit}`),
            })}
            value={months[at] ?? null}
            onChange={(value) => setMonths(months.map((one, place) => (place === at ? value : one)))}
            required
          />
        ))}
        <TextInput
          label={t('income.answerWords')}
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" loading={answering.isPending} disabled={months.includes(null)}>
          {t('income.send')}
        </Button>
      </Group>
      <ErrorNote error={answering.error} />
    </form>
  );
}

/** 不同意, with the reason that the person reads. */
function Decline({ wish, onDone }: { readonly wish: IncomeWish; readonly onDone: () => void }): ReactNode {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const declining = useDeclineWish();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        declining.mutate(
          { id: wish.id, version: wish.version, reason: reason.trim() },
          {
            onSuccess: () => {
              notifications.show({ message: t('income.declined') });
              onDone();
            },
          },
        );
      }}
    >
      <Group gap="xs" mt={6} align="end">
        <TextInput
          label={t('income.declineReason')}
          value={reason}
          maxLength={500}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" loading={declining.isPending} disabled={reason.trim() === ''}>
          {t('income.send')}
        </Button>
      </Group>
      <ErrorNote error={declining.error} />
    </form>
  );
}
