import { Button, Group, Loader, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { channelPlanFields } from '#shared/features/channel-plan/channel-plan.fields.ts';
import { weekDays } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordLayout } from '#renderer/components/record-form/record-layout.ts';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { ActionCard } from '#renderer/features/action/action-card.tsx';
import { ActionNewDialog } from '#renderer/features/action/action-new.dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAddChannelAction, useChannelView } from './channel-plan.queries.ts';
import { useCostText } from './use-cost-text.ts';
import classes from './channel-plan.module.css';

const channelPlanLayout: RecordLayout = {
  feature: 'channelPlan',
  fields: channelPlanFields,
  title: ['month', 'channel'],
  usualSort: [{ field: 'month', descending: true }],
  groups: [
    { name: 'basic', fields: ['month', 'channel', 'personId'] },
    { name: 'goals', fields: ['goalLeads', 'goalOrders'] },
    { name: 'amounts', fields: ['budgetFen', 'costFen'] },
    { name: 'note', fields: ['note'] },
  ],
};

export function ChannelPlanListScreen(): ReactNode {
  return <RecordList {...channelPlanLayout} />;
}

/** 渠道计划: goals and cost of a channel's month, what it brought, its actions by week. */
export function ChannelPlanFormScreen(): ReactNode {
  return <RecordForm layout={channelPlanLayout} renderBelow={(view) => <Work {...view} />} />;
}

function Work({ id, record, readOnly }: RecordView): ReactNode {
  const { t, day, money } = useTexts();
  const { may } = useSession();
  const cost = useCostText();
  const { data, error, refetch } = useChannelView(id);
  const [adding, setAdding] = useState(false);
  const add = useAddChannelAction();
  const close = (): void => {
    add.reset();
    setAdding(false);
  };
  const owner = typeof record['personId'] === 'number' ? record['personId'] : null;
  if (!data)
    return error ? (
      <ErrorNote error={error} onRetry={() => void refetch()} />
    ) : (
      <Loader size="sm" aria-label={t('common.loading')} />
    );
  const { result, weeks } = data;
  const ofGoal = (value: number, goal: number | null): string =>
    goal === null ? String(value) : t('channelPlan.ofGoal', { value, goal });
  const figures = [
    [t('channelPlan.leads'), ofGoal(result.leads, result.goalLeads)],
    [t('channelPlan.orders'), ofGoal(result.orders, result.goalOrders)],
    [
      t('channelPlan.cost'),
      result.allCostFen === null ? t('channelPlan.noCost') : money(result.allCostFen),
      result.allBudgetFen === null ? null : t('channelPlan.ofBudget', { amount: money(result.allBudgetFen) }),
      result.eventCostFen === null ? null : t('channelPlan.ofEvents', { amount: money(result.eventCostFen) }),
    ],
    [t('channelPlan.perLead'), cost(result.perLead, 'leads')],
    [t('channelPlan.perOrder'), cost(result.perOrder, 'orders')],
  ] as const;
  return (
    <>
      <section className={classes.sheet} aria-label={t('channelPlan.result')}>
        <Title order={2} className={classes.heading}>
          {t('channelPlan.result')}
        </Title>
        <dl className={classes.figures}>
          {figures.map(([name, value, ...notes]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="figures">{value}</dd>
              {notes.map((note) =>
                note === null ? null : (
                  <Text key={note} component="dd" m={0} size="xs" c="dimmed" className={classes.note}>
                    {note}
                  </Text>
                ),
              )}
            </div>
          ))}
        </dl>
        <Text size="xs" c="dimmed">
          {t('channelPlan.rule')}
        </Text>
      </section>
      <section className={classes.sheet} aria-label={t('channelPlan.weeks')}>
        <Group gap="xs" mb={6}>
          <Title order={2} className={classes.heading}>
            {t('channelPlan.weeks')}
          </Title>
          {may('channelPlan.write') && !readOnly ? (
            <Button
              size="compact-xs"
              variant="light"
              leftSection={<IconPlus size={14} />}
              onClick={() => setAdding(true)}
            >
              {t('channelPlan.addAction')}
            </Button>
          ) : null}
        </Group>
        {weeks.length === 0 ? (
          <Text size="xs" c="dimmed">
            {t('channelPlan.noActions')}
          </Text>
        ) : null}
        {weeks.map(({ week, items }) => (
          <div key={week}>
            <Text size="sm" fw={600} className="figures">
              {week} · {day(weekDays(week).first)} – {day(weekDays(week).last)}
            </Text>
            <ul className={classes.items}>
              {items.map((item) => (
                <ActionCard key={item.id} item={item} meetingId={null} atOrigin />
              ))}
            </ul>
          </div>
        ))}
      </section>
      {adding ? (
        <ActionNewDialog
          title={t('channelPlan.addTitle')}
          given={{ ownerId: owner }}
          error={add.error}
          busy={add.isPending}
          onSave={(values) => add.mutate({ id, ...values }, { onSuccess: close })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
