import { Badge, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { IncomeState, IncomeWish } from '#shared/features/income/income.contract.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import {
  useAcceptWish,
  useAnswerWish,
  useConfirmWish,
  useWishes,
  useWithdrawWish,
} from './income.queries.ts';
import classes from './income.module.css';

const colourOf: Readonly<Record<IncomeState, string>> = {
  proposed: 'blue',
  answered: 'orange',
  confirmed: 'green',
  withdrawn: 'gray',
  replaced: 'gray',
};

/** 申请与确认: what was asked, answered and agreed, newest first, with what this person may do about it. */
export function IncomeWishes(props: {
  readonly personId: number;
  readonly isSelf: boolean;
  readonly mayAnswer: boolean;
  readonly onLoad: (wish: IncomeWish) => void;
}): ReactNode {
  const { personId, isSelf, mayAnswer, onLoad } = props;
  const { t } = useTexts();
  const { data, error } = useWishes(personId);
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('income.wishes')}>
      <Title order={2} size="h3">
        {t('income.wishes')}
      </Title>
      <ErrorNote error={error} />
      {data?.length === 0 ? <Text c="dimmed">{t('income.noWishes')}</Text> : null}
      {data?.map((wish) => (
        <Wish
          key={`${wish.id} ${wish.version}`}
          wish={wish}
          isSelf={isSelf}
          mayAnswer={mayAnswer}
          onLoad={onLoad}
        />
      ))}
    </section>
  );
}

function Wish(props: {
  readonly wish: IncomeWish;
  readonly isSelf: boolean;
  readonly mayAnswer: boolean;
  readonly onLoad: (wish: IncomeWish) => void;
}): ReactNode {
  const { wish, isSelf, mayAnswer, onLoad } = props;
  const { t, money, instant, language } = useTexts();
  const unit = t(`pay.unitWord.${wish.unit}`);
  const [from, to] = [formatMonth(wish.fromMonth, language), formatMonth(wish.toMonth, language)];
  const waits = wish.state === 'proposed' || wish.state === 'answered';
  return (
    <article
      className={classes.wish}
      aria-label={t('income.wishLine', { wish: money(wish.wishFen), units: wish.units, unit })}
    >
      <Group gap="xs">
        <Badge color={colourOf[wish.state]}>{t(`income.states.${wish.state}`)}</Badge>
        <Text fw={600} className="figures">
          {t('income.wishLine', { wish: money(wish.wishFen), units: wish.units, unit })}
        </Text>
        <Text size="sm" c="dimmed">
          {from === to ? from : `${from} – ${to}`} · {instant(wish.createdAt)}
        </Text>
      </Group>
      {wish.words === null ? null : <Text size="sm">{wish.words}</Text>}
      {wish.answerUnits === null ? null : (
        <Text size="sm">
          {t('income.answerLine', { name: wish.answeredByName ?? '', units: wish.answerUnits, unit })}
          {wish.answerWords === null ? '' : ` · ${wish.answerWords}`}
        </Text>
      )}
      {wish.decidedByName === null ? null : (
        <Text size="sm" c="dimmed">
          {t('income.decidedLine', { name: wish.decidedByName })}
        </Text>
      )}
      {waits ? <Steps wish={wish} isSelf={isSelf} mayAnswer={mayAnswer} onLoad={onLoad} /> : null}
    </article>
  );
}

function Steps(props: {
  readonly wish: IncomeWish;
  readonly isSelf: boolean;
  readonly mayAnswer: boolean;
  readonly onLoad: (wish: IncomeWish) => void;
}): ReactNode {
  const { wish, isSelf, mayAnswer, onLoad } = props;
  const { t } = useTexts();
  const [answering, setAnswering] = useState(false);
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
              aria-expanded={answering}
              onClick={() => setAnswering(!answering)}
            >
              {t('income.answer')}
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
      {answering ? <Answer wish={wish} onDone={() => setAnswering(false)} /> : null}
      <ErrorNote error={confirming.error ?? accepting.error ?? withdrawing.error} />
    </>
  );
}

function Answer({ wish, onDone }: { readonly wish: IncomeWish; readonly onDone: () => void }): ReactNode {
  const { t } = useTexts();
  const [units, setUnits] = useState<number | null>(wish.units);
  const [words, setWords] = useState('');
  const answering = useAnswerWish();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (units === null) return;
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
        <NumberField label={t('income.answerUnits')} value={units} onChange={setUnits} required />
        <TextInput
          label={t('income.answerWords')}
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" loading={answering.isPending} disabled={units === null}>
          {t('income.send')}
        </Button>
      </Group>
      <ErrorNote error={answering.error} />
    </form>
  );
}
