import { Alert, Group, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { IncomeBasis, IncomeWish } from '#shared/features/income/income.contract.ts';
import { hasOwnGoal, type Known } from '#shared/features/income/income-rates.rules.ts';
import { hasGoalGaps, type SpanOutlook } from '#shared/features/income/income.rules.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { IncomeActualPart } from './income-actual.tsx';
import { IncomeAdopt } from './income-adopt.tsx';
import { askedOf } from './income-asked.ts';
import { IncomeDifference } from './income-difference.tsx';
import { IncomeFigures } from './income-figures.tsx';
import { IncomePersonSelect } from './income-person-select.tsx';
import { IncomeActivity, IncomeAnswer } from './income-result.tsx';
import { IncomeSpan } from './income-span.tsx';
import { emptyIncome, typedIncomeSchema, type TypedIncome } from './income-typed.ts';
import { IncomeWishes } from './income-wishes.tsx';
import { incomePaper } from './income.queries.ts';
import { WhatSlider } from './what-slider.tsx';

/** 收入目标测算 of a person: wish and figures on the left, what follows from them on the right; for the manager the requests first. */
export function IncomeCalculator({ basis }: { readonly basis: IncomeBasis }): ReactNode {
  const { t, language } = useTexts();
  const { person, months } = basis;
  // The month after this one is what is planned.
  const start = months[1]?.month ?? '';
  const empty = useMemo(() => emptyIncome(start), [start]);
  const [kept, setTyped, drop] = useDraft({ feature: 'income', id: person.id }, typedIncomeSchema, empty);
  // A draft of a month that has passed begins anew.
  const typed = months.some(({ month }) => month === kept.fromMonth)
    ? kept
    : { ...kept, fromMonth: start, toMonth: start };
  const { fromMonth, toMonth, what } = typed;
  const asked = useMemo(
    () => askedOf(basis, { fromMonth, toMonth, what }),
    [basis, fromMonth, toMonth, what],
  );
  const monthData = months.map((one) => ({ value: one.month, label: formatMonth(one.month, language) }));
  return (
    <PageFrame
      title={t('income.title')}
      actions={
        <>
          <IncomePersonSelect personId={person.id} />
          <NativeSelect
            aria-label={t('income.month')}
            value={fromMonth}
            data={monthData}
            onChange={({ currentTarget: { value } }) =>
              setTyped({ ...typed, fromMonth: value, toMonth: toMonth < value ? value : toMonth })
            }
          />
          <Text size="sm">{t('income.until')}</Text>
          <NativeSelect
            aria-label={t('income.until')}
            value={toMonth}
            data={monthData.filter(({ value }) => value >= fromMonth)}
            onChange={({ currentTarget: { value } }) => setTyped({ ...typed, toMonth: value })}
          />
          {asked?.span ? (
            <PaperButton
              name={`${person.name} ${fromMonth}`}
              label={t('income.print')}
              load={incomePaper({ personId: person.id, fromMonth, toMonth, what })}
              inHead
              byKey
            />
          ) : null}
        </>
      }
    >
      {asked?.span ? (
        <Reckoned
          basis={basis}
          typed={typed}
          span={asked.span}
          known={asked.known}
          onTyped={setTyped}
          onDone={drop}
        />
      ) : (
        <>
          <Text c="dimmed">{t('income.sentence')}</Text>
          <Alert color="orange" role="status" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {person.post === null || !asked
              ? t('income.noPost')
              : t(`income.${asked.reason}`, {
                  post: person.post,
                  month: formatMonth(asked.monthless.month, language),
                })}
          </Alert>
          <IncomeActualPart personId={person.id} thisMonth={months[0]?.month ?? ''} />
          <Wishes basis={basis} typed={typed} onTyped={setTyped} />
        </>
      )}
    </PageFrame>
  );
}

function Reckoned(props: {
  readonly basis: IncomeBasis;
  readonly typed: TypedIncome;
  readonly span: SpanOutlook;
  readonly known: Known;
  readonly onTyped: (typed: TypedIncome) => void;
  readonly onDone: () => void;
}): ReactNode {
  const { basis, typed, span, known, onTyped, onDone } = props;
  const { t, language } = useTexts();
  const { what } = typed;
  const [chosen, setChosen] = useState('');
  const isSpan = span.months.length > 1;
  // Of several months the first that lacks something is looked at, or the one that was chosen.
  const shown =
    span.months.find(({ outlook }) => outlook.result === null) ??
    span.months.find(({ month }) => month === chosen) ??
    span.months[0];
  const month = basis.months.find((one) => one.month === shown?.month);
  if (!shown || !month) return null;
  const { content, outlook } = shown;
  const gaps = hasGoalGaps(span.months);
  // The goal that can be assumed is that of the months without one.
  const played = gaps ? span.months.find(({ givenUnits }) => givenUnits === null) : shown;
  return (
    <>
      <Text c="dimmed">
        {t('income.sentence')} <RuleLine basis={basis} payId={month.payId} />
      </Text>
      <div className={columns.first}>
        <div>
          <section className={`sheet ${columns.part}`} aria-label={t('income.wish')}>
            <WhatSlider
              name={t('income.wish')}
              figure={{ source: 'data', value: what.wishFen }}
              own={null}
              kind="money"
              min={0}
              max={3_000_000}
              step={10_000}
              hint={t('income.wishHint')}
              onChange={(wishFen) => onTyped({ ...typed, what: { ...what, wishFen: wishFen ?? 0 } })}
            />
          </section>
          <IncomeFigures
            content={content}
            known={known}
            figures={(played ?? shown).outlook.figures}
            what={what}
            goalFor={isSpan ? (gaps ? 'gaps' : 'all') : null}
            onWhat={(changed) => onTyped({ ...typed, what: changed })}
          />
        </div>
        <div>
          {basis.person.isSelf ? null : <Wishes basis={basis} typed={typed} onTyped={onTyped} />}
          <section className={`sheet ${columns.part}`}>
            {isSpan && span.total ? (
              <IncomeSpan span={span} total={span.total} />
            ) : (
              <IncomeAnswer content={content} wishFen={what.wishFen} outlook={outlook} />
            )}
            <IncomeAdopt
              basis={basis}
              typed={typed}
              isReached={span.total?.isReached ?? false}
              isOwn={hasOwnGoal(content)}
              onTyped={onTyped}
              onDone={onDone}
            />
          </section>
          {isSpan && span.total ? (
            <section className={`sheet ${columns.part}`} aria-label={t('income.shownMonth')}>
              <Group gap="xs" mb={4}>
                <Text size="sm">{t('income.shownMonth')}</Text>
                <NativeSelect
                  aria-label={t('income.shownMonth')}
                  value={shown.month}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                  data={span.months.map((one) => ({
                    value: one.month,
                    label: formatMonth(one.month, language),
                  }))}
                />
              </Group>
              <IncomeAnswer content={content} wishFen={what.wishFen} outlook={outlook} />
            </section>
          ) : null}
          {outlook.result ? (
            <>
              {content.unit === 'fixed' ? null : (
                <IncomeActivity content={content} month={month} result={outlook.result} />
              )}
              <IncomeDifference content={content} result={outlook.result} />
            </>
          ) : null}
          <IncomeActualPart personId={basis.person.id} thisMonth={basis.months[0]?.month ?? ''} />
          {basis.person.isSelf ? <Wishes basis={basis} typed={typed} onTyped={onTyped} /> : null}
        </div>
      </div>
    </>
  );
}

function RuleLine(props: { readonly basis: IncomeBasis; readonly payId: number | null }): ReactNode {
  const { basis, payId } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const rule = basis.rules.find(({ id }) => id === payId);
  if (!rule) return null;
  return (
    <>
      {t('income.rule', { post: basis.person.post ?? '', edition: rule.edition })}
      {rule.content.scope === 'department' ? ` · ${t('income.departmentScope')}` : null}
      {may('pay.read') && !basis.person.isSelf ? (
        <>
          {' · '}
          <a {...link(`/pay/${rule.id}`)}>{t('income.openRule')}</a>
        </>
      ) : null}
    </>
  );
}

function Wishes(props: {
  readonly basis: IncomeBasis;
  readonly typed: TypedIncome;
  readonly onTyped: (typed: TypedIncome) => void;
}): ReactNode {
  const { basis, typed, onTyped } = props;
  const { person, months, mayAnswer } = basis;
  const load = ({ fromMonth, toMonth, what }: IncomeWish): void => {
    const isOpen = months.some(({ month }) => month === fromMonth);
    onTyped({ ...typed, what, ...(isOpen ? { fromMonth, toMonth } : {}) });
  };
  return <IncomeWishes personId={person.id} isSelf={person.isSelf} mayAnswer={mayAnswer} onLoad={load} />;
}
