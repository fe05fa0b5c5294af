import { Anchor, Badge, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendar,
  IconCheck,
  IconMinus,
  IconPhone,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FollowUpPlan } from '#shared/features/follow-up/follow-up.contract.ts';
import { isOpen, type PlanState } from '#shared/features/follow-up/follow-up.rules.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useFollowUpPlans } from './follow-up.queries.ts';
import classes from './follow-up.module.css';

const looks: Readonly<Record<PlanState, readonly [colour: string, icon: Icon]>> = {
  planned: ['gray', IconCalendar],
  due: ['orange', IconPhone],
  late: ['red', IconAlertTriangle],
  done: ['green', IconCheck],
  missed: ['gray', IconX],
  ended: ['gray', IconMinus],
};

/** 交车回访计划 of a customer's deliveries; nothing where none was delivered lately. */
export function FollowUpPlans({ customerId }: { readonly customerId: number }): ReactNode {
  const { may } = useSession();
  const { data } = useFollowUpPlans(customerId, may('delivery.read'));
  const plans = (data ?? []).filter(({ calls }) => calls.length > 0);
  return plans.map((plan) => <Plan key={plan.orderId} plan={plan} />);
}

function Plan({ plan }: { readonly plan: FollowUpPlan }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  const { orderId, model, deliveredOn, calls } = plan;
  return (
    <section className={classes.sheet} aria-label={t('followUp.plan')}>
      <Text fw={600}>
        {t('followUp.plan')}{' '}
        <Text span size="xs" c="dimmed">
          {t('followUp.planOf', { model, day: day(deliveredOn) })}
        </Text>
      </Text>
      <ul className={classes.plan}>
        {calls.map((call) => {
          const [colour, Shown] = looks[call.state];
          return (
            <li key={`${call.ruleId}-${call.dueOn}`}>
              {call.ruleName}{' '}
              <Badge color={colour} leftSection={<Shown size={12} aria-hidden />}>
                {t(`followUp.states.${call.state}`)}
              </Badge>
              <small className="figures">
                {day(call.callOn)}
                {call.attempts > 0 ? ` · ${t('followUp.attempts', { count: call.attempts })}` : ''}
              </small>
              {isOpen(call) ? (
                <Anchor size="xs" {...link(`/follow-up/due?order=${orderId}`)}>
                  {t('followUp.goOn')}
                </Anchor>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
