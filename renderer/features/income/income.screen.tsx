import { Alert, Button, Group, Loader, NativeSelect, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconTargetArrow } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { z } from 'zod';
import { whatIfSchema, type IncomeBasis, type IncomeWish } from '#shared/features/income/income.contract.ts';
import { outlookOf, type Outlook } from '#shared/features/income/income.rules.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { IncomeDifference } from './income-difference.tsx';
import { IncomeFigures } from './income-figures.tsx';
import { IncomeActivity, IncomeAnswer } from './income-result.tsx';
import { IncomeWishes } from './income-wishes.tsx';
import { incomePaper, useIncomeBasis, useIncomePeople, usePropose } from './income.queries.ts';
import { WhatSlider } from './what-slider.tsx';
import classes from './income.module.css';

/** 收入目标测算: the own one, or that of a person whom one leads (`?person=`). */
export function IncomeScreen(): ReactNode {
  const { me } = useSession();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const personId = typeof search['person'] === 'number' ? search['person'] : me.personId;
  return <PersonIncome key={personId} personId={personId} />;
}

function PersonIncome({ personId }: { readonly personId: number }): ReactNode {
  const { t } = useTexts();
  const { data, error } = useIncomeBasis(personId);
  if (data) return <Calculator basis={data} />;
  return (
    <PageFrame title={t('income.title')} actions={<PersonSelect personId={personId} />}>
      <ErrorNote error={error} />
      {error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
    </PageFrame>
  );
}

function PersonSelect({ personId }: { readonly personId: number }): ReactNode {
  const { t } = useTexts();
  const go = useGo();
  const { data = [] } = useIncomePeople();
  if (data.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('income.person')}
      value={String(personId)}
      onChange={(event) => go(`/income?person=${event.currentTarget.value}`)}
      data={data.map(({ id, name, post, isSelf }) => ({
        value: String(id),
        label: `${isSelf ? t('income.self', { name }) : name}${post === null ? '' : ` · ${post}`}`,
      }))}
    />
  );
}

const typedSchema = z.strictObject({
  fromMonth: z.string(),
  toMonth: z.string(),
  words: z.string(),
  what: whatIfSchema,
});
type Typed = z.infer<typeof typedSchema>;

/** A wish to begin with, in fen; the month after this one is what is planned. */
const startFen = 1_000_000;

function Calculator({ basis }: { readonly basis: IncomeBasis }): ReactNode {
  const { t, language } = useTexts();
  const { person, months } = basis;
  const start = months[1]?.month ?? '';
  const empty = useMemo(
    (): Typed => ({
      fromMonth: start,
      toMonth: start,
      words: '',
      what: { wishFen: startFen, goalUnits: null, averages: {}, rates: {} },
    }),
    [start],
  );
  const [kept, setTyped, drop] = useDraft({ feature: 'income', id: person.id }, typedSchema, empty);
  // A draft of a month that has passed begins anew.
  const typed = months.some(({ month }) => month === kept.fromMonth)
    ? kept
    : { ...kept, fromMonth: start, toMonth: start };
  const { fromMonth, toMonth, what } = typed;
  const month = months.find((one) => one.month === fromMonth);
  const rule = basis.rules.find(({ id }) => id === month?.payId);
  const outlook = useMemo(
    () => (rule && month ? outlookOf(rule.content, basis.evidence[rule.content.unit], month, what) : null),
    [rule, month, basis, what],
  );
  const monthData = months.map((one) => ({ value: one.month, label: formatMonth(one.month, language) }));
  const asked = { personId: person.id, fromMonth, toMonth, what };
  return (
    <PageFrame
      title={t('income.title')}
      actions={
        <>
          <PersonSelect personId={person.id} />
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
          {outlook ? (
            <PaperButton
              name={`${person.name} ${fromMonth}`}
              label={t('income.print')}
              load={incomePaper(asked)}
              inHead
              byKey
            />
          ) : null}
        </>
      }
    >
      <Text c="dimmed">
        {t('income.sentence')} <RuleLine basis={basis} edition={rule?.edition} payId={rule?.id} />
      </Text>
      {rule && month && outlook ? (
        <div className={classes.layout}>
          <div>
            <section className={`sheet ${classes.part}`} aria-label={t('income.wish')}>
              <WhatSlider
                name={t('income.wish')}
                figure={{ source: 'data', value: what.wishFen }}
                own={null}
                kind="money"
                min={0}
                max={3_000_000}
                step={10_000}
                hint={t('income.wishHint')}
                onChange={(wishFen) => setTyped({ ...typed, what: { ...what, wishFen: wishFen ?? 0 } })}
              />
            </section>
            <IncomeFigures
              content={rule.content}
              evidence={basis.evidence[rule.content.unit]}
              figures={outlook.figures}
              what={what}
              onWhat={(changed) => setTyped({ ...typed, what: changed })}
            />
          </div>
          <div>
            <section className={`sheet ${classes.part}`}>
              <IncomeAnswer content={rule.content} wishFen={what.wishFen} outlook={outlook} />
              <Adopt basis={basis} typed={typed} outlook={outlook} onTyped={setTyped} onDone={drop} />
            </section>
            {outlook.result ? (
              <>
                <IncomeActivity content={rule.content} month={month} result={outlook.result} />
                <IncomeDifference content={rule.content} result={outlook.result} />
              </>
            ) : null}
            <Wishes basis={basis} typed={typed} onTyped={setTyped} />
          </div>
        </div>
      ) : (
        <>
          <Alert color="orange" role="status" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {person.post === null
              ? t('income.noPost')
              : t('income.noRule', { post: person.post, month: formatMonth(fromMonth, language) })}
          </Alert>
          <Wishes basis={basis} typed={typed} onTyped={setTyped} />
        </>
      )}
    </PageFrame>
  );
}

function RuleLine(props: {
  readonly basis: IncomeBasis;
  readonly edition: number | undefined;
  readonly payId: number | undefined;
}): ReactNode {
  const { basis, edition, payId } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  if (edition === undefined || payId === undefined) return null;
  return (
    <>
      {t('income.rule', { post: basis.person.post ?? '', edition })}
      {may('pay.read') && !basis.person.isSelf ? (
        <>
          {' · '}
          <a {...link(`/pay/${payId}`)}>{t('income.openRule')}</a>
        </>
      ) : null}
    </>
  );
}

/** 采纳: only the person, only what is reached. */
function Adopt(props: {
  readonly basis: IncomeBasis;
  readonly typed: Typed;
  readonly outlook: Outlook;
  readonly onTyped: (typed: Typed) => void;
  readonly onDone: () => void;
}): ReactNode {
  const { basis, typed, outlook, onTyped, onDone } = props;
  const { t } = useTexts();
  const proposing = usePropose();
  const name = basis.managerName ?? t('income.owner');
  const { person } = basis;
  const { fromMonth, toMonth, what, words } = typed;
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
          disabled={outlook.result?.solved.kind !== 'reached'}
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

function Wishes(props: {
  readonly basis: IncomeBasis;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
}): ReactNode {
  const { basis, typed, onTyped } = props;
  const { person, months, mayAnswer } = basis;
  const load = ({ fromMonth, toMonth, what }: IncomeWish): void => {
    const isOpen = months.some(({ month }) => month === fromMonth);
    onTyped({ ...typed, what, ...(isOpen ? { fromMonth, toMonth } : {}) });
  };
  return <IncomeWishes personId={person.id} isSelf={person.isSelf} mayAnswer={mayAnswer} onLoad={load} />;
}
