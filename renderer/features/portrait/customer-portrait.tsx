import { Anchor, Badge, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Preference, PortraitView, ShownReason } from '#shared/features/portrait/portrait-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Facts, type Fact } from '#renderer/components/facts.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PortraitGaps } from './portrait-gaps.tsx';
import { RiskBadge, SegmentBadge } from './segment-badge.tsx';
import { usePortrait } from './portrait.queries.ts';
import classes from './portrait.module.css';

/** 画像: segment, figures, risk with its reasons, preferences, circle, and what the file does not say. */
export function CustomerPortrait(props: {
  readonly id: number;
  /** Goes to a field of the customer's form; undefined: it may not be written. */
  readonly onField?: ((name: string) => void) | undefined;
}): ReactNode {
  const { id, onField } = props;
  const { t } = useTexts();
  const { data, error, refetch } = usePortrait(id);
  if (!data)
    return error ? (
      <ErrorNote error={error} onRetry={() => void refetch()} />
    ) : (
      <Loader size="sm" aria-label={t('common.loading')} />
    );
  return (
    <Stack gap="sm">
      <Head view={data} />
      <div className={classes.parts}>
        <Part title={t('portrait.reasons')}>
          {data.reasons.length === 0 ? (
            <Text size="sm">{t('portrait.noReasons')}</Text>
          ) : (
            <ul className={classes.lines}>
              {data.reasons.map((reason) => (
                <Reason key={reason.reason} reason={reason} />
              ))}
            </ul>
          )}
        </Part>
        <Part title={t('portrait.preferences')}>
          {data.preferences.length === 0 ? (
            <Text size="sm">{t('portrait.noPreferences')}</Text>
          ) : (
            <ul className={classes.lines}>
              {data.preferences.map((one) => (
                <PreferenceLine key={one.kind} preference={one} />
              ))}
            </ul>
          )}
        </Part>
        <Part title={t('portrait.circle')}>
          <CircleLines view={data} id={id} />
        </Part>
        <Part title={t('portrait.missing')}>
          <PortraitGaps view={data} id={id} onField={onField} />
        </Part>
      </div>
    </Stack>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const headingId = useId();
  return (
    <section className={`sheet ${classes.part}`} aria-labelledby={headingId}>
      <Title order={2} size="h5" id={headingId} mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Head({ view }: { readonly view: PortraitView }): ReactNode {
  const { t, money, day } = useTexts();
  const link = useLink();
  const hidden = t('portrait.hidden');
  const points = (count: number | null): string =>
    count === null ? '' : ` · ${t('portrait.points', { count })}`;
  const recency =
    view.recencyDays === null || view.lastOn === null
      ? view.visitsInYear === null
        ? hidden
        : t('portrait.never')
      : `${t('portrait.daysAgo', { count: view.recencyDays })} · ${day(view.lastOn)}${points(view.recencyPoints)}`;
  const sum = (repairs: number | null, orders: number | null): string => {
    const parts = [
      repairs === null ? null : t('portrait.repairsPart', { amount: money(repairs) }),
      orders === null ? null : t('portrait.ordersPart', { amount: money(orders) }),
    ].filter((part) => part !== null);
    return parts.length === 0 ? hidden : parts.join(t('portrait.listComma'));
  };
  const facts: readonly Fact[] = [
    { name: t('portrait.recency'), value: recency },
    {
      name: t('portrait.frequency'),
      value:
        view.visitsInYear === null
          ? hidden
          : `${t('portrait.visits', { count: view.visitsInYear })}${points(view.frequencyPoints)}`,
    },
    {
      name: t('portrait.moneyYear'),
      value: `${sum(view.repairsYearFen, view.ordersYearFen)}${points(view.moneyPoints)}`,
    },
    { name: t('portrait.moneyAll'), value: sum(view.repairsFen, view.ordersFen) },
  ];
  return (
    <section className={`sheet ${classes.part} ${classes.head}`} aria-label={t('portrait.tab')}>
      <Group gap="xs" mb={8}>
        <SegmentBadge segment={view.segment} />
        <RiskBadge risk={view.risk} whole />
        <Anchor ml="auto" size="sm" className={classes.link} {...link('/portrait/rule')}>
          {t('portrait.ruleLine', { edition: view.rule.edition })}
        </Anchor>
        {view.rule.confirmed ? null : <Badge color="orange">{t('portrait.unchecked')}</Badge>}
      </Group>
      <Facts facts={facts} />
    </section>
  );
}

function Reason({ reason }: { readonly reason: ShownReason }): ReactNode {
  const { t, day } = useTexts();
  const { on, days, usualDays, count, scoreHundredths, recommend } = reason;
  const needsDay = !['allGone', 'vehicleGone', 'complaintOpen', 'memberClosed', 'refused', 'rhythm'].includes(
    reason.reason,
  );
  // Without the facts (no right to see them, or none to tell) the name alone stands.
  const isTold = reason.reason === 'rhythm' ? days !== null : !needsDay || on !== null;
  const told = isTold
    ? t(`portrait.reason.${reason.reason}.told`, {
        day: on === null ? '' : day(on),
        days: days ?? 0,
        usual: usualDays ?? 0,
        count: count ?? 0,
      })
    : '';
  const more = [
    told,
    scoreHundredths === null ? '' : t('portrait.score', { score: (scoreHundredths / 100).toFixed(1) }),
    recommend === null ? '' : t('portrait.recommend', { value: recommend }),
  ].filter((part) => part !== '');
  return (
    <li>
      <span className={classes.name}>{t(`portrait.reason.${reason.reason}.name`)}</span>
      <span className={classes.quiet}>{more.join(' · ')}</span>
      <span className="figures">{t('portrait.points', { count: reason.points })}</span>
    </li>
  );
}

function PreferenceLine({ preference }: { readonly preference: Preference }): ReactNode {
  const { t, choice } = useTexts();
  const { kind, value, count, of } = preference;
  const shown =
    kind === 'weekday'
      ? t(`portrait.weekdays.d${value as '1'}`)
      : kind === 'dayPart'
        ? t(`portrait.dayParts.${value as 'early'}`)
        : kind === 'way'
          ? choice('followUp', 'way', value)
          : kind === 'work'
            ? choice('repair', 'type', value)
            : value;
  return (
    <li>
      <span className={classes.name}>{t(`portrait.preference.${kind}`)}</span>
      <span>{shown}</span>
      {of > 1 ? <span className={classes.quiet}>{t('portrait.ofKnown', { count, of })}</span> : null}
    </li>
  );
}

function CircleLines({ view, id }: { readonly view: PortraitView; readonly id: number }): ReactNode {
  const { t, choice } = useTexts();
  const link = useLink();
  const { contacts, others, fleet } = view.circle;
  const inUse = fleet.reduce((sum, { count }) => sum + count, 0);
  if (contacts.length + others.length + inUse === 0) return <Text size="sm">{t('portrait.noCircle')}</Text>;
  return (
    <ul className={classes.lines}>
      {inUse === 0 ? null : (
        <li>
          <span className={classes.name}>
            {t('portrait.fleetLine', { count: inUse })}{' '}
            <span className={classes.quiet}>
              {fleet.map(({ kind, count }) => `${choice('vehicle', 'kind', kind)} ${count}`).join(' · ')}
            </span>
          </span>
          <Anchor size="sm" className={classes.link} {...link(`/reminder/fleet/${id}`)}>
            {t('portrait.toFleet')}
          </Anchor>
        </li>
      )}
      {contacts.map((contact) => (
        <li key={`contact ${contact.id}`}>
          <span className={classes.name}>
            {contact.name} <span className={classes.quiet}>{contact.post}</span>
          </span>
          <span className="figures">{contact.phone}</span>
        </li>
      ))}
      {others.map((other) => (
        <li key={`other ${other.customerId}`}>
          <span className={classes.name}>
            <Anchor inherit className={classes.link} {...link(recordAddress('customer', other.customerId))}>
              {other.name}
            </Anchor>
          </span>
          <span className={classes.quiet}>
            {t(`portrait.ties.${other.by}`, { shared: other.shared ?? '' })}
          </span>
        </li>
      ))}
    </ul>
  );
}
