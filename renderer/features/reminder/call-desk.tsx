import { Alert, Anchor, Badge, Group, Loader, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { spoken } from '#shared/features/follow-up/follow-up.rules.ts';
import type { CallEntry, EntryReason, ShownReason, Talk } from '#shared/features/reminder/reminder-views.ts';
import { isMasked } from '#shared/kernel/field.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { RevealButton } from '#renderer/components/record-form/reveal-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import list from '#renderer/features/follow-up/follow-up.module.css';
import { CustomerOffers } from '#renderer/features/offer/customer-offers.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { touchKey } from './call-answers.tsx';
import type { CallEntered } from './call-entered.ts';
import { CallResult } from './call-result.tsx';
import { useCallEntry } from './reminder.queries.ts';
import classes from './reminder.module.css';

/** Reasons that are named beside a call; those of a larger fleet stand on its page. */
const mostReasons = 20;

/** One call: who, what about, with what words, what was said before; the result beside it. */
export function CallDesk(props: {
  readonly customerId: number;
  readonly turn: number;
  readonly onEntered: (entered: CallEntered) => void;
}): ReactNode {
  const { customerId, turn, onEntered } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const { data, error, isPending } = useCallEntry(customerId);
  return (
    <div className={list['call']}>
      <ErrorNote error={error} />
      {isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? (
        <>
          <Head entry={data} />
          <div className={list['beside']}>
            <Words entry={data} />
            {may('reminder.call') && data.reasons.length > 0 ? (
              <CallResult entry={data} turn={turn} onEntered={onEntered} />
            ) : null}
          </div>
          <CustomerOffers customerId={customerId} />
        </>
      ) : null}
    </div>
  );
}

function Head({ entry }: { readonly entry: CallEntry }): ReactNode {
  const { t, day } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { customerId, customerName, phone, contacts, reasons, together, lastVisit, isSilent } = entry;
  // What the script is about stands first. The list of a fleet is long: campaigns are not looked for at its end.
  const [spokenOf, ...others] = reasons;
  const ordered = [
    ...(spokenOf ? [spokenOf] : []),
    ...others.toSorted((a, b) => Number(b.touch !== null) - Number(a.touch !== null)),
  ];
  return (
    <section className={list['sheet']} aria-labelledby="call-customer">
      <Group gap="sm" justify="space-between">
        <Title order={2} id="call-customer">
          <Anchor inherit {...link(recordAddress('customer', customerId))}>
            {customerName}
          </Anchor>
        </Title>
        <Text className={list['phone']}>
          <IconPhone size={16} aria-hidden /> {phone ?? t('followUp.noPhone')}
          {phone && isMasked(phone) && may('customer.reveal') ? (
            <RevealButton feature="customer" id={customerId} field="phone" />
          ) : null}
        </Text>
      </Group>
      <Group gap="2px 16px">
        {contacts.map((contact) => (
          <Text key={`${contact.name}-${contact.phone}`} size="sm" c="dimmed">
            {[contact.name, contact.post, contact.phone].filter(Boolean).join(' ')}
          </Text>
        ))}
        {lastVisit ? (
          <Text size="sm" c="dimmed">
            {t('reminder.call.lastVisit', { day: day(lastVisit.on) })}{' '}
            {may('repair.read') ? (
              <Anchor inherit underline="always" {...link(recordAddress('repair', lastVisit.id))}>
                {lastVisit.number}
              </Anchor>
            ) : (
              lastVisit.number
            )}
          </Text>
        ) : null}
        <Anchor size="sm" className={classes['link']} {...link(`/reminder/fleet/${customerId}`)}>
          {t('reminder.fleet.open')}
        </Anchor>
      </Group>
      {isSilent ? (
        <Alert color="orange" role="status" mt="xs" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('reminder.call.silent')}
        </Alert>
      ) : null}
      <Title order={3} size="sm" mt="xs">
        {t('reminder.call.reasons')}
      </Title>
      <ul className={classes['reasons']}>
        {ordered.slice(0, mostReasons).map((reason) => (
          <Reason
            key={`${reason.kind}-${reason.vehicleId}-${reason.touch ? touchKey(reason.touch) : ''}`}
            reason={reason}
          />
        ))}
      </ul>
      {reasons.length > mostReasons ? (
        <Anchor size="sm" className={classes['link']} {...link(`/reminder/fleet/${customerId}`)}>
          {t('reminder.call.allReasons', { count: reasons.length })}
        </Anchor>
      ) : null}
      {together.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('reminder.call.together')}:{' '}
          {together.slice(0, mostReasons).map((reason) => (
            <Shown key={`${reason.kind}-${reason.vehicleId}`} reason={reason} />
          ))}
        </Text>
      ) : null}
    </section>
  );
}

function Shown({ reason }: { readonly reason: ShownReason }): ReactNode {
  const { day, choice } = useTexts();
  return (
    <span className={classes['together']}>
      <span className="code">{reason.plate}</span> {choice('reminderRule', 'kind', reason.kind)}{' '}
      {day(reason.dueOn)}
    </span>
  );
}

function Reason({ reason }: { readonly reason: EntryReason }): ReactNode {
  const { t, day, money, choice } = useTexts();
  const link = useLink();
  const told = [
    reason.model,
    ...(reason.touch
      ? [reason.touch.name, reason.touch.why, reason.touch.offer]
      : [t(`reminder.bases.${reason.basis}`)]),
    reason.amountFen === null
      ? null
      : t(reason.kind === 'memberTier' ? 'reminder.call.missing' : 'reminder.call.expires', {
          amount: money(reason.amountFen),
        }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li>
      <strong>{choice('reminderRule', 'kind', reason.kind)}</strong>
      {reason.vehicleId === null ? null : (
        <Anchor inherit className="code" {...link(recordAddress('vehicle', reason.vehicleId))}>
          {reason.plate ?? t('reminder.fleet.noPlate')}
        </Anchor>
      )}
      <span className={classes['model']} title={`${told} (${reason.ruleName})`}>
        {told}
      </span>
      {reason.confirmed || reason.touch ? null : <CheckedMark checked={false} />}
      <Badge
        color={reason.isOverdue ? 'red' : 'gray'}
        leftSection={reason.isOverdue ? <IconAlertTriangle size={12} aria-hidden /> : null}
      >
        {day(reason.dueOn)}
      </Badge>
      <Text span size="xs" c="dimmed" className="figures">
        {money(reason.valueFen)}
      </Text>
    </li>
  );
}

/** 话术 with the names in their places, and what was said before. */
function Words({ entry }: { readonly entry: CallEntry }): ReactNode {
  const { t, day, money } = useTexts();
  const { me, state } = useSession();
  const { customerName: customer, script, talks, reasons } = entry;
  const names = { customer, me: me.name, store: state.storeName ?? '' };
  // Words for campaigns that are worth less than what the script is about.
  const others = reasons.flatMap(({ touch }) =>
    touch === null || touch.script === '' || touch.script === script?.text ? [] : [touch],
  );
  return (
    <section className={list['sheet']} aria-labelledby="call-script">
      <Title order={2} id="call-script" size="sm">
        {t('reminder.call.script')}
      </Title>
      <Text className={list['script']}>
        {script
          ? spoken(script.text, {
              ...names,
              plate: script.plate ?? '',
              due: day(script.dueOn),
              ...(script.amountFen === null ? {} : { amount: money(script.amountFen) }),
            })
          : t('reminder.call.noScript')}
      </Text>
      {others.map((touch) => (
        <Text key={touchKey(touch)} mt="sm" className={list['script']}>
          <Text span size="xs" c="dimmed" display="block">
            {touch.name} · {touch.offer}
          </Text>
          {spoken(touch.script, { ...names, due: day(touch.until) })}
        </Text>
      ))}
      <Title order={2} size="sm" mt="sm">
        {t('reminder.call.talks')}
      </Title>
      {talks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('reminder.call.noTalks')}
        </Text>
      ) : (
        <ul className={list['earlier']}>
          {talks.map((talk) => (
            <Earlier key={talk.id} talk={talk} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Earlier({ talk }: { readonly talk: Talk }): ReactNode {
  const { day, choice } = useTexts();
  const link = useLink();
  const result =
    talk.code === null
      ? talk.result === null
        ? null
        : choice('followUp', 'result', talk.result)
      : choice('reminderCall', 'code', talk.code);
  return (
    <li>
      <Anchor inherit underline="always" {...link(recordAddress('followUp', talk.id))}>
        {day(talk.on)}
      </Anchor>{' '}
      {[talk.personName, result].filter(Boolean).join(' · ')}
      {talk.content === result ? null : <div>{talk.content}</div>}
    </li>
  );
}
