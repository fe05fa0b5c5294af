import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { NextOffer } from '#shared/features/offer/offer.contract.ts';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { listAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts, type ScreenTexts } from '#renderer/hooks/use-texts.ts';
import { useOffers } from './offer.queries.ts';
import classes from './offer.module.css';

/** How many stand there before somebody asks for more. */
const shownAtFirst = 3;

/** Why something is offered, in words. */
function reasonOf(offer: NextOffer, { t, day, money }: ScreenTexts): string {
  const { kind, subject, count, fen, on } = offer;
  const key = kind === 'unusedUnits' && on !== null ? 'unusedUnitsUntil' : kind;
  return t(`offer.reasons.${key}`, {
    subject,
    count: count ?? 0,
    money: money(fen ?? 0),
    day: on === null ? '' : day(on),
  });
}

/** The offers of one rule together, in the order of the best of each; a fleet has dozens of one kind. */
function byRule(offers: readonly NextOffer[]): readonly (readonly [NextOffer, ...NextOffer[]])[] {
  const groups = new Map<number, [NextOffer, ...NextOffer[]]>();
  for (const offer of offers) {
    const group = groups.get(offer.ruleId);
    if (group) group.push(offer);
    else groups.set(offer.ruleId, [offer]);
  }
  return [...groups.values()];
}

/** 下一步推荐 of a customer, the most valuable first, each with its reason. */
export function CustomerOffers({ customerId }: { readonly customerId: number }): ReactNode {
  const texts = useTexts();
  const { t, money } = texts;
  const { may } = useSession();
  const link = useLink();
  const sees = may('campaign.read');
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useOffers(customerId, sees);
  if (!sees || data === undefined) return null;
  const groups = byRule(data);
  const shown = isOpen ? groups : groups.slice(0, shownAtFirst);
  const id = `offers-${customerId}`;
  return (
    <section className={`sheet ${classes['part']}`} aria-labelledby={id}>
      <Group justify="space-between" gap="sm">
        <Title order={2} size="sm" id={id}>
          {t('offer.heading')}
        </Title>
        <Anchor size="sm" title={t('offer.ranked')} {...link(listAddress('offerRule'))}>
          {t('offer.rules')}
        </Anchor>
      </Group>
      {data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('offer.none')}
        </Text>
      ) : (
        <ul className={classes['offers']}>
          {shown.map(([offer, ...others]) => (
            <li key={offer.ruleId}>
              <span>
                {reasonOf(offer, texts)}
                {others.length > 0 ? t('offer.similar', { count: others.length }) : ''}{' '}
                {offer.confirmed ? null : <CheckedMark checked={false} />}
                <small title={offer.source}>{offer.words}</small>
                {others.length > 0 ? (
                  <details className={classes['all']}>
                    <summary>{t('offer.group', { name: offer.ruleName, count: others.length + 1 })}</summary>
                    <ul>
                      {[offer, ...others].map((one) => (
                        <li key={`${one.subject}-${one.on ?? ''}`}>{reasonOf(one, texts)}</li>
                      ))}
                    </ul>
                  </details>
                ) : null}
              </span>
              <span className={classes['value']}>
                {t(others.length > 0 ? 'offer.valueUpTo' : 'offer.value', { value: money(offer.valueFen) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {groups.length > shownAtFirst ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('offer.fewer') : t('offer.more', { count: groups.length - shownAtFirst })}
        </Button>
      ) : null}
    </section>
  );
}
