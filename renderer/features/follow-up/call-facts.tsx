import { Alert, Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EarlierCall, FollowUpLine } from '#shared/features/follow-up/follow-up.contract.ts';
import { spoken } from '#shared/features/follow-up/follow-up.rules.ts';
import { isLowScore } from '#shared/features/standard/standard.rules.ts';
import { isMasked } from '#shared/kernel/field.ts';
import { RevealButton } from '#renderer/components/record-form/reveal-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './follow-up.module.css';

/** Who is to be called, at what number, about which delivery. */
export function CallHead({ line }: { readonly line: FollowUpLine }): ReactNode {
  const { t, day } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { customerId, customerName, phone } = line;
  return (
    <section className={classes.sheet} aria-labelledby="call-customer">
      <Group gap="sm" justify="space-between">
        <Title order={2} id="call-customer">
          {customerId === null ? (
            customerName
          ) : (
            <Anchor inherit {...link(recordAddress('customer', customerId))}>
              {customerName}
            </Anchor>
          )}
        </Title>
        <Text className={classes.phone}>
          <IconPhone size={16} aria-hidden /> {phone ?? t('followUp.noPhone')}
          {customerId !== null && phone && isMasked(phone) && may('customer.reveal') ? (
            <RevealButton feature="customer" id={customerId} field="phone" />
          ) : null}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {[
          line.ruleName,
          line.model,
          line.plate,
          t('followUp.delivered', { day: day(line.deliveredOn) }),
          line.callOn === line.dueOn
            ? t('followUp.dueOn', { day: day(line.dueOn) })
            : t('followUp.agreed', { day: day(line.callOn) }),
          line.consultantName ? `${t('followUp.consultant')} ${line.consultantName}` : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
        {may('order.read') ? (
          <>
            {' · '}
            <Anchor inherit underline="always" {...link(recordAddress('order', line.orderId))}>
              {t('followUp.order')} {line.orderNumber}
            </Anchor>
          </>
        ) : null}
      </Text>
      {customerId === null ? <Warning text={t('followUp.noCustomer')} /> : null}
      {line.hasRefusedConsent ? <Warning text={t('followUp.refusedConsent')} /> : null}
    </section>
  );
}

function Warning({ text }: { readonly text: string }): ReactNode {
  return (
    <Alert color="orange" mt="xs" icon={<IconAlertTriangle size={18} aria-hidden />}>
      {text}
    </Alert>
  );
}

/** 话术 with the names in their places, and what was said before. */
export function CallScript({ line }: { readonly line: FollowUpLine }): ReactNode {
  const { t } = useTexts();
  const { me, state } = useSession();
  const { customerName: customer, model, earlier, script } = line;
  return (
    <section className={classes.sheet} aria-labelledby="call-script">
      <Title order={2} id="call-script" size="sm">
        {t('followUp.script')}
      </Title>
      <Text className={classes.script}>
        {spoken(script, { customer, model, me: me.name, store: state.storeName ?? '' })}
      </Text>
      {earlier.length > 0 ? (
        <>
          <Title order={2} size="sm" mt="sm">
            {t('followUp.earlier')}
          </Title>
          <ul className={classes.earlier}>
            {earlier.map((call) => (
              <Earlier key={call.id} call={call} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Earlier({ call }: { readonly call: EarlierCall }): ReactNode {
  const { t, day, choice } = useTexts();
  const link = useLink();
  const { score } = call;
  return (
    <li>
      <Anchor inherit underline="always" {...link(recordAddress('followUp', call.id))}>
        {day(call.happenedOn)}
      </Anchor>{' '}
      {call.ruleName} · {call.personName} ·{' '}
      {call.result === null ? null : choice('followUp', 'result', call.result)}
      {score === null ? null : (
        <>
          {' '}
          <Badge color={isLowScore(score) ? 'red' : 'green'}>{t('standard.stars', { count: score })}</Badge>
        </>
      )}
      <div>{call.content}</div>
    </li>
  );
}
