import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { IncomeState, IncomeWish } from '#shared/features/income/income.contract.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useWishes } from './income.queries.ts';
import { WishSteps } from './wish-steps.tsx';
import classes from './income.module.css';

const colourOf: Readonly<Record<IncomeState, string>> = {
  proposed: 'blue',
  answered: 'orange',
  confirmed: 'green',
  declined: 'red',
  withdrawn: 'gray',
  replaced: 'gray',
};

/** Requests that are shown without being asked for. */
const newest = 3;

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
  const [all, setAll] = useState(false);
  const older = Math.max(0, (data?.length ?? 0) - newest);
  return (
    <section className={`sheet ${columns.part}`} aria-label={t('income.wishes')}>
      <Title order={2} size="h3">
        {t('income.wishes')}
      </Title>
      <ErrorNote error={error} />
      {data?.length === 0 ? <Text c="dimmed">{t('income.noWishes')}</Text> : null}
      {(all ? data : data?.slice(0, newest))?.map((wish) => (
        <Wish
          key={`${wish.id} ${wish.version}`}
          wish={wish}
          isSelf={isSelf}
          mayAnswer={mayAnswer}
          onLoad={onLoad}
        />
      ))}
      {older > 0 && !all ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('income.older', { count: older })}
        </Button>
      ) : null}
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
      {wish.months.length > 1 ? (
        <Text size="sm" className="figures">
          {t('income.wishMonths', {
            months: wish.months
              .map(({ month, units }) => `${formatMonth(month, language)} ${units}`)
              .join(language === 'en' ? ', ' : '，'),
          })}
        </Text>
      ) : null}
      {wish.words === null ? null : <Text size="sm">{wish.words}</Text>}
      {wish.answerUnits === null ? null : (
        <Text size="sm">
          {t('income.answerLine', { name: wish.answeredByName ?? '', units: wish.answerUnits, unit })}
          {wish.answerWords === null ? '' : ` · ${wish.answerWords}`}
        </Text>
      )}
      {wish.state === 'declined' ? (
        <Text size="sm">
          {t('income.declineLine', { name: wish.answeredByName ?? '', reason: wish.answerWords ?? '' })}
        </Text>
      ) : null}
      {wish.decidedByName === null ? null : (
        <Text size="sm" c="dimmed">
          {t('income.decidedLine', { name: wish.decidedByName })}
        </Text>
      )}
      {waits ? <WishSteps wish={wish} isSelf={isSelf} mayAnswer={mayAnswer} onLoad={onLoad} /> : null}
    </article>
  );
}
