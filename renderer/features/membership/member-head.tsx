import { Alert, Badge, Button, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { MemberView } from '#shared/features/membership/membership-views.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { MergeDialog } from './member-steps.tsx';
import classes from './membership.module.css';

/** Tier, state and card beside the name. */
export function MemberHeading({ view }: { readonly view: MemberView }): ReactNode {
  const { t, choice, day } = useTexts();
  const paidUntil = view.paidTiers.findLast(({ name }) => name === view.tier)?.expiresOn;
  return (
    <>
      <Badge variant="light">{view.tier}</Badge>
      {paidUntil === undefined ? null : (
        <Text size="sm" className="figures">
          {t('membership.paidUntil', { day: day(paidUntil) })}
        </Text>
      )}
      {view.state === 'active' ? null : (
        <Badge color="gray">{choice('membership', 'state', view.state)}</Badge>
      )}
      <Text size="sm" c="dimmed" className="figures">
        {view.number} · {t('membership.card', { number: view.cardNumber })}
        {view.phone === null ? '' : ` · ${view.phone}`}
      </Text>
    </>
  );
}

/** What the desk must know before it books: an old card, an ended membership, a second one of the same customer. */
export function MemberNotes({ view }: { readonly view: MemberView }): ReactNode {
  const { t, day, instant } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const [into, setInto] = useState<MemberView['others'][number] | null>(null);
  const { state, mergedInto, others } = view;
  const read = useLocation().hash;
  const oldCard = view.oldCards.find(({ number }) => number === read);
  return (
    <>
      {oldCard ? (
        <Alert color="orange" p="xs" role="status">
          {t(oldCard.ofNumber === view.number ? 'membership.oldCard' : 'membership.oldCardMerged', {
            card: oldCard.number,
            at: instant(oldCard.endedAt),
            reason: oldCard.reason ?? '',
            of: oldCard.ofNumber,
            now: view.cardNumber,
          })}
        </Alert>
      ) : null}
      {state === 'closed' ? (
        <Alert color="gray" p="xs" role="status">
          {t('membership.closed', { day: view.closedOn === null ? '' : day(view.closedOn) })}
        </Alert>
      ) : null}
      {mergedInto ? (
        <Alert color="orange" p="xs" role="status">
          {t('membership.merged', { number: mergedInto.number })}{' '}
          <Button component="a" size="compact-sm" variant="default" {...link(`/membership/${mergedInto.id}`)}>
            {t('membership.openMerged', { number: mergedInto.number })}
          </Button>
        </Alert>
      ) : null}
      {state === 'active' && others.length > 0 ? (
        <Alert color="orange" p="xs" role="status">
          {t('membership.others', { numbers: others.map(({ number }) => number).join(', ') })}{' '}
          {may('membership.reverse')
            ? others.map((other) => (
                <Button key={other.id} size="compact-sm" variant="default" onClick={() => setInto(other)}>
                  {t('membership.mergeTitle', { from: view.number, into: other.number })}
                </Button>
              ))
            : null}
        </Alert>
      ) : null}
      {into ? <MergeDialog view={view} into={into} onClose={() => setInto(null)} /> : null}
    </>
  );
}

/** 余额 what the member has and what leads to the next tier. */
export function MemberFigures({ view }: { readonly view: MemberView }): ReactNode {
  const { t, money } = useTexts();
  const { usable, nextTier } = view;
  const parts: readonly { readonly name: string; readonly value: ReactNode; readonly small: ReactNode }[] = [
    {
      name: t('membership.points'),
      value: usable.points.toLocaleString('en'),
      small: (
        <>
          {t('membership.pointsWorth', { money: money(usable.points * view.pointFen) })}
          <br />
          {t('membership.rate', { points: view.pointsPer100 })}
        </>
      ),
    },
    {
      name: t('membership.money'),
      value: money(usable.principalFen + usable.bonusFen),
      small: t('membership.moneyParts', {
        principal: money(usable.principalFen),
        bonus: money(usable.bonusFen),
      }),
    },
    {
      name: t('membership.units'),
      value: t('membership.unitsLeft', { count: usable.units }),
      small: '',
    },
    {
      name: t('membership.sales'),
      value: money(view.salesFen),
      small: nextTier
        ? t('membership.nextTier', { missing: money(nextTier.missingFen), name: nextTier.name })
        : t('membership.topTier'),
    },
    {
      name: t('membership.plates'),
      value:
        view.plates.length === 0
          ? t('membership.none')
          : view.plates.map((plate) => (
              <span key={plate} className={classes.plate}>
                {plate}
              </span>
            )),
      small:
        view.labourDiscountBp > 0 ? t('membership.discount', { percent: view.labourDiscountBp / 100 }) : '',
    },
  ];
  return (
    <dl className={`sheet ${classes.figures}`}>
      {parts.map(({ name, value, small }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">
            {value}
            {small === '' ? null : <small>{small}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
