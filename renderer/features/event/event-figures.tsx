import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EventResult } from '#shared/features/event/event.contract.ts';
import type { CostPer } from '#shared/features/event/event.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './event.module.css';

/** 结余 or 超支 below the budget's lines. */
export function BudgetNote({
  budgetFen,
  spentFen,
}: {
  readonly budgetFen: number;
  readonly spentFen: number;
}): ReactNode {
  const { t, money } = useTexts();
  const left = budgetFen - spentFen;
  return (
    <Text size="sm" mt="xs" ta="right" fw={600} c={left < 0 ? 'red' : undefined} className="figures">
      {t('common.named', { name: t(left < 0 ? 'event.over' : 'event.left'), value: money(Math.abs(left)) })}
    </Text>
  );
}

/** Leads, orders and costs of an event as figures; what cannot be reckoned says why. */
export function EventFigures(props: {
  readonly result: EventResult;
  readonly goalLeads: number | null;
  readonly goalOrders: number | null;
}): ReactNode {
  const { result, goalLeads, goalOrders } = props;
  const { t, money } = useTexts();
  const whole = result.effects.at(-1);
  const cost = (per: CostPer, none: string): string =>
    per.state === 'fen' ? money(per.fen) : per.state === 'none' ? none : t('event.notSpent');
  const goal = (value: number | null): string | undefined =>
    value === null ? undefined : t('event.goalOf', { count: value });
  const figures: readonly (readonly [string, string, string?])[] = [
    [t('event.leads'), String(whole?.leads ?? 0), goal(goalLeads)],
    [t('event.orders'), String(whole?.orders ?? 0), goal(goalOrders)],
    [t('event.deliveries'), String(whole?.deliveries ?? 0)],
    ...(result.cost
      ? ([
          [
            t('event.spent'),
            result.cost.spentFen === null ? t('event.notSpent') : money(result.cost.spentFen),
            t('event.budgetOf', { amount: money(result.cost.budgetFen) }),
          ],
          [t('event.perLead'), cost(result.cost.perLead, t('event.noLeads'))],
          [t('event.perOrder'), cost(result.cost.perOrder, t('event.noOrders'))],
        ] as const)
      : []),
  ];
  return (
    <>
      <dl className={classes.figures}>
        {figures.map(([name, value, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
            {note ? <dd className={classes.note}>{note}</dd> : null}
          </div>
        ))}
      </dl>
      {result.cost ? null : (
        <Text size="xs" c="dimmed">
          {t('event.noCostRight')}
        </Text>
      )}
    </>
  );
}
